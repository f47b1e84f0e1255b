// Native dialogs. `data-dialog="id"` opens, `data-dialog-close` closes; the focus returns to the opener.
const openers = new WeakMap();

export function openDialog(dialog, opener = document.activeElement) {
  if (dialog.open) return;
  openers.set(dialog, opener);
  dialog.addEventListener("close", () => openers.get(dialog)?.focus(), { once: true });
  dialog.showModal();
}

document.addEventListener("click", ({ target }) => {
  const opener = target.closest("[data-dialog]");
  if (opener) return openDialog(document.getElementById(opener.dataset.dialog), opener);
  if (target.closest("[data-dialog-close]")) return target.closest("dialog").close();
  if (target instanceof HTMLDialogElement && target.matches("[data-light]")) target.close();
  return undefined;
});

// A dialog that arrives in a swap opens by itself: <dialog data-open>.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  const dialog = target.matches?.("dialog[data-open]") ? target : target.querySelector?.("dialog[data-open]");
  if (dialog) openDialog(dialog);
});
for (const dialog of document.querySelectorAll("dialog[data-open]")) openDialog(dialog);
