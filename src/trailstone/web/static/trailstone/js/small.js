// One-line behaviours, each named by its data attribute.
import { toast } from "./toast.js";

const ACTS = {
  // data-toggle="id": shows or hides the element
  toggle(control, id) {
    const place = document.getElementById(id);
    place.hidden = !place.hidden;
    control.setAttribute(control.hasAttribute("aria-expanded") ? "aria-expanded" : "aria-pressed", String(!place.hidden));
    if (!place.hidden) place.querySelector("[data-first]")?.focus();
  },
  // data-print
  print: () => window.print(),
  // data-copy="text": e.g. a class code
  async copy(control, text) {
    await navigator.clipboard.writeText(text);
    toast({ text: document.body.dataset.saidCopied });
  },
  // data-reveal="id": shows a password
  reveal(control, id) {
    const field = document.getElementById(id);
    field.type = field.type === "password" ? "text" : "password";
    control.setAttribute("aria-pressed", String(field.type === "text"));
  },
};

document.addEventListener("click", ({ target }) => {
  for (const [name, act] of Object.entries(ACTS)) {
    const control = target.closest(`[data-${name}]`);
    if (control) act(control, control.dataset[name]);
  }
});
