// <x-calc target="answer">: a basic calculator for questions that allow one. See components/calc.html.
import { reckon } from "./reckon.js";

class Calc extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.shown = this.querySelector("output");
    this.addEventListener("click", ({ target }) => this.press(target.closest("button")?.dataset));
    this.field.addEventListener("input", () => this.show());
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
      this.equals();
    });
  }

  press(pressed) {
    if (!pressed) return;
    if (pressed.put) this.field.value += pressed.put;
    if (pressed.calc) this[pressed.calc]();
    this.show();
  }

  value() {
    try {
      return this.field.value.trim() ? reckon(this.field.value) : "";
    } catch {
      return "…";
    }
  }

  show() { this.shown.textContent = this.value(); }
  back() { this.field.value = this.field.value.slice(0, -1); }
  empty() { this.field.value = ""; }
  equals() { if (typeof this.value() === "number") this.field.value = this.value(); }

  insert() {
    const answer = document.getElementById(this.getAttribute("target"));
    if (!answer || typeof this.value() !== "number") return;
    answer.value = this.value();
    answer.dispatchEvent(new Event("input", { bubbles: true }));
    answer.focus();
  }
}
customElements.define("x-calc", Calc);
