// Where the focus goes: on load to [data-focus] (an answer field), after a swap to the [data-focus] that came with it.
function settle(place, arrived = false) {
  const wanted = place.matches?.("[data-focus]") ? place : place.querySelector?.("[data-focus]");
  if (!wanted || wanted.closest("dialog:not([open])")) return;
  // a sticky bar is in sight already, and who arrives begins at the top, also where the button is further down
  wanted.focus({ preventScroll: wanted.matches(arrived ? "h1, .verdict *, .btn, x-plot" : "h1, .verdict *, x-plot") });
  if (wanted.dataset.focus === "select") wanted.select?.();
}

settle(document, true);
document.addEventListener("htmx:afterSettle", ({ target, detail }) => {
  settle(target);
  for (const one of detail.elt && detail.elt !== target ? [detail.elt] : []) settle(one);
});
document.addEventListener("htmx:pushedIntoHistory", () => {
  const title = document.querySelector("h1[data-title]")?.dataset.title;
  if (title) document.title = title;
});
