// <x-matrix><table>..: one stop for Tab, arrows between the links of the cells (roving tabindex), and letters on request.
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

class Matrix extends HTMLElement {
  connectedCallback() {
    this.rove();
    this.addEventListener("keydown", (event) => this.arrow(event));
    this.addEventListener("focusin", ({ target }) => this.stop(target));
    document.addEventListener("change", this);
    document.addEventListener("htmx:afterSettle", this);
  }

  disconnectedCallback() {
    document.removeEventListener("change", this);
    document.removeEventListener("htmx:afterSettle", this);
  }

  handleEvent({ type, target }) {
    if (type === "change" && target.matches("[data-letters]")) this.querySelector("table").classList.toggle("letters", target.checked);
    if (type === "htmx:afterSettle") this.rove();
  }

  cells() {
    return [...this.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td a")]);
  }

  rove() {
    const all = this.cells().flat();
    if (all.some((one) => one.tabIndex === 0 && one.hasAttribute("tabindex"))) return;
    all.forEach((one, index) => one.setAttribute("tabindex", index ? "-1" : "0"));
  }

  stop(target) {
    if (!target.matches("td a")) return;
    for (const one of this.querySelectorAll("td a[tabindex='0']")) one.setAttribute("tabindex", "-1");
    target.setAttribute("tabindex", "0");
  }

  arrow(event) {
    if (!event.target.matches("td a")) return;
    const rows = this.cells();
    const row = rows.findIndex((cells) => cells.includes(event.target));
    const column = rows[row].indexOf(event.target);
    const [down, right] = STEPS[event.key] ?? [];
    const rtl = getComputedStyle(this).direction === "rtl" ? -1 : 1;
    const ends = { Home: rows[row][0], End: rows[row].at(-1) };
    const next = ends[event.key] ?? (down === undefined ? null : rows[row + down]?.[column + right * rtl]);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}
customElements.define("x-matrix", Matrix);
