// A form goes once: a second press while the first is on its way does nothing (htmx forms say hx-sync="this:drop").
// One whose answer is a file (data-file) leaves the page where it is, so it may go again, and the page is told of it.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[hx-post], [hx-get], [hx-put], [method=dialog]") || event.defaultPrevented) return;
  if (form.matches("[data-file]")) return form.dispatchEvent(new Event("file-asked", { bubbles: true }));
  if (form.dataset.sent) return event.preventDefault();
  if (form.querySelector("[aria-busy]")) return sendOnceSettled(event);
  form.dataset.sent = "yes";
  (event.submitter ?? form.querySelector("[type=submit]"))?.setAttribute("aria-busy", "true");
  return undefined;
});

// A form that is still changing ("Add" is on its way) goes when the change is in, else that would be lost. One request
// may have replaced another, so it asks anew; where the change failed, the page says so and the form stays.
function sendOnceSettled(event) {
  const { target: form, submitter } = event;
  event.preventDefault();
  const again = () => form.requestSubmit(form.contains(submitter) ? submitter : undefined);
  const ended = ({ detail }) => setTimeout(() => (detail.successful || form.querySelector("[aria-busy]")) && again());
  document.addEventListener("htmx:afterRequest", ended, { once: true });
}

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const busy of form.querySelectorAll("[aria-busy]")) busy.removeAttribute("aria-busy");
  }
});

// <select data-submit> and other filters that act at once without htmx.
document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-submit]")) target.form.requestSubmit();
});

// Moving rows up and down without dragging: the server does it; here only the pressed button keeps the focus.
document.addEventListener("click", ({ target }) => {
  const mover = target.closest("[data-move]");
  const row = mover?.closest("li");
  const other = mover?.dataset.move === "up" ? row?.previousElementSibling : row?.nextElementSibling;
  if (!other) return;
  other[mover.dataset.move === "up" ? "before" : "after"](row);
  mover.focus();
  row.dispatchEvent(new Event("input", { bubbles: true }));
});
