// <x-order>: up and down buttons move a row; its list of places follows. Without a script the lists are the answer.
class Order extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", ({ target }) => {
      const button = target.closest("[data-by]");
      if (button) this.move(button.closest("li"), Number(button.dataset.by), button);
    });
    this.addEventListener("change", ({ target }) => this.place(target));
  }

  get rows() {
    return [...this.querySelectorAll(".ordering > li")];
  }

  move(row, by, button) {
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return this.number(row);
    other[by < 0 ? "before" : "after"](row);
    this.number(row);
    return button.focus();
  }

  /** A place was chosen in a list: the row goes there once every row has a place of its own. */
  place({ value }) {
    const places = this.rows.map((row) => row.querySelector("select").value);
    if (!value || places.includes("") || new Set(places).size < places.length) return;
    const focused = document.activeElement;
    const sorted = this.rows.sort((a, b) => a.querySelector("select").value - b.querySelector("select").value);
    this.querySelector(".ordering").append(...sorted);
    focused.focus();
  }

  number(moved) {
    this.rows.forEach((row, i) => (row.querySelector("select").value = i + 1));
    const select = moved.querySelector("select");
    select.dispatchEvent(new Event("input", { bubbles: true }));
    const said = { what: moved.dataset.name, place: select.value, all: this.rows.length };
    this.querySelector("[role=status]").textContent = this.dataset.moved.replace(/%\((\w+)\)s/g, (_, name) => said[name]);
  }
}
customElements.define("x-order", Order);
