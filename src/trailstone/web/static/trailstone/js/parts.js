// <x-parts>: a click on a part of the figure ticks its box, and a ticked box lights its part.
class Parts extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", () => this.show());
    this.querySelector(".figure").addEventListener("click", ({ target }) => {
      const box = this.box(target.closest("[data-part]")?.dataset.part);
      if (box && !box.disabled) box.click();
    });
    this.settled = () => this.show();
    document.addEventListener("htmx:afterSettle", this.settled);
    this.show();
  }

  disconnectedCallback() {
    document.removeEventListener("htmx:afterSettle", this.settled);
  }

  box(id) {
    return id && this.querySelector(`[name=choices][value="${id}"]`);
  }

  show() {
    for (const part of this.querySelectorAll("[data-part]")) part.classList.toggle("picked", Boolean(this.box(part.dataset.part)?.checked));
  }
}
customElements.define("x-parts", Parts);
