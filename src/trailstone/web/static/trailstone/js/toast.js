// Messages that come and go. The server sends them in the page, or as `HX-Trigger: {"toast": {"text": .., "undo": url}}`.
const LONG_ENOUGH_MS = 10_000;
const region = document.getElementById("toasts");
const words = document.body.dataset;
const SPRITE = new URL("icons.svg", import.meta.url).pathname;

function sprite() {
  return document.querySelector("use[href*='icons']")?.getAttribute("href").split("#")[0] ?? SPRITE;
}

function sign(name) {
  const holder = document.createElement("template");
  holder.innerHTML = `<svg class="i" aria-hidden="true"><use href="${sprite()}#i-${name}"/></svg>`;
  return holder.content.firstChild;
}

function button(classes, label, act) {
  const one = Object.assign(document.createElement("button"), { type: "button", className: `btn plain small ${classes}` });
  one.append(label);
  one.addEventListener("click", act);
  return one;
}

function undoForm(address) {
  const form = Object.assign(document.createElement("form"), { method: "post", action: address });
  const token = Object.assign(document.createElement("input"), { type: "hidden", name: "csrfmiddlewaretoken" });
  token.value = document.querySelector("meta[name=csrf]").content;
  form.append(token, button("undo", words.undo, () => form.requestSubmit()));
  return form;
}

/** It goes after a while, unless somebody is at it; with `stay` or an Undo it waits twice as long. */
function leaveLater(one, stay) {
  let timer;
  const start = () => (timer = setTimeout(() => one.remove(), stay ? 2 * LONG_ENOUGH_MS : LONG_ENOUGH_MS));
  const stop = () => clearTimeout(timer);
  for (const begins of ["pointerenter", "focusin"]) one.addEventListener(begins, stop);
  for (const ends of ["pointerleave", "focusout"]) one.addEventListener(ends, start);
  start();
}

/** Shows a message and returns it; the same words are never there twice. */
export function toast({ text, icon = "check", undo = "", stay = false }) {
  for (const same of [...region.children]) if (same.querySelector("p").textContent === text) same.remove();
  const one = Object.assign(document.createElement("div"), { className: "toast" });
  const close = button("icon", sign("x"), () => one.remove());
  close.setAttribute("aria-label", words.close);
  one.append(sign(icon), Object.assign(document.createElement("p"), { textContent: text }));
  if (undo) one.append(undoForm(undo));
  one.append(close);
  region.append(one);
  leaveLater(one, stay || Boolean(undo));
  return one;
}

// Messages that came with the page are put in again, so that the live region announces them.
for (const one of region.querySelectorAll("[data-toast]")) {
  one.remove();
  setTimeout(() => region.append(one), 200);
  one.querySelector("[data-toast-close]").addEventListener("click", () => one.remove());
  leaveLater(one, one.querySelector(".undo"));
}
document.addEventListener("toast", ({ detail }) => toast(detail));
