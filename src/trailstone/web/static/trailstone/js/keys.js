// Alt+letter presses the control with that data-key ("h" hint, "s" scratchpad, "k" calculator, "r" read aloud);
// "?" shows the list. Readers can switch single keys off (WCAG 2.1.4).
import { openDialog } from "./dialog.js";

const typing = (target) => target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.altKey && !event.ctrlKey && !event.metaKey && /^Key[A-Z]$/.test(event.code)) {
    const control = document.querySelector(`[data-key="${event.code.at(-1).toLowerCase()}"]`);
    if (control) {
      event.preventDefault();
      control.click();
    }
  } else if (event.key === "?" && !typing(event.target) && document.documentElement.dataset.keys !== "off") {
    openDialog(document.getElementById("keys"));
  }
});

// Enter on a chosen radio or checkbox checks the answer, as it does in a text field.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches?.("form[data-enter] :is([type=radio], [type=checkbox])")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
