// Menus made of <details data-menu> close on Esc, on a click elsewhere and when another one opens.
const open = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", ({ target }) => {
  for (const menu of open()) if (!menu.contains(target)) menu.open = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const menu of open()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// On a phone the side menu and tabs are rows that scroll sideways: bring the page one is on into sight.
for (const current of document.querySelectorAll(".shell > aside [aria-current], .tabs > [aria-current]")) {
  const row = current.closest("aside, .tabs");
  const [{ left, right, width }, sight] = [current, row].map((one) => one.getBoundingClientRect());
  if (left < sight.left || right > sight.right) row.scrollLeft += left - sight.left - (sight.width - width) / 2;
}
