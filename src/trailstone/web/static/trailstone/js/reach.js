// What scrolls sideways (a wide formula, a table) can be reached with the keyboard, but only while it does scroll.
const WIDE = ".math-block, .prose table, .choices label > span";

function mark(place) {
  for (const one of place.querySelectorAll(WIDE)) {
    if (one.scrollWidth > one.clientWidth + 1) one.tabIndex = 0;
    else one.removeAttribute("tabindex");
  }
}

mark(document);
document.fonts.ready.then(() => mark(document));
addEventListener("resize", () => mark(document));
document.addEventListener("htmx:afterSettle", ({ target }) => mark(target));
