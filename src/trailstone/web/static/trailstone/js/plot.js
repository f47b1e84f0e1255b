// <x-plot data-plot="{...}">: a picture whose points are moved by keys, pointer or touch, beside the fields that hold them.
// The fields are the answer: whatever is moved is written into them, whatever is typed moves the points.
import { Axis } from "./plot/axis.js";
import { draw, make } from "./plot/draw.js";
import { Handle } from "./plot/handle.js";
import { taps } from "./plot/taps.js";

class Plot extends HTMLElement {
  connectedCallback() {
    this.settled = () => this.begin();
    document.addEventListener("htmx:afterSettle", this.settled);
    this.addEventListener("input", (event) => event.target.name && this.show());
    this.addEventListener("change", () => this.remember());
    this.begin();
  }

  disconnectedCallback() {
    document.removeEventListener("htmx:afterSettle", this.settled);
  }

  /** Take over the picture, also after the server has sent it anew. */
  begin() {
    this.svg = this.querySelector(".figure > svg");
    if ("locked" in this.dataset || this.svg.querySelector(".knobs")) return;
    this.data = JSON.parse(this.dataset.plot);
    Object.assign(this, { kind: this.data.kind, x: new Axis(this.data.x), y: this.data.y && new Axis(this.data.y), level: this.data.level });
    this.svg.setAttribute("role", "group");
    this.svg.setAttribute("aria-label", this.dataset.words);
    for (const old of this.svg.querySelectorAll(".drawn, .span, .open, .closed")) if (!old.closest(".backdrop")) old.remove();
    this.layer = make("g", { class: "live" });
    this.svg.querySelector(".ticks") ? this.svg.querySelector(".ticks").before(this.layer) : this.svg.append(this.layer);
    this.knobs = make("g", { class: "knobs" }, this.svg);
    this.handles = this.data.handles.map((spec, i) => new Handle(this, spec, i));
    this.svg.addEventListener("pointerdown", (event) => this.grab(event));
    this.svg.addEventListener("click", (event) => this.tap(event));
    this.bar();
    this.past = [];
    this.now = this.snapshot();
    this.show();
  }

  bar() {
    this.querySelector(".plotbar")?.remove();
    const acts = [...(this.kind === "counts" ? [] : [["put", () => this.putNext()]]), ["undo", () => this.undo()], ["clear", () => this.clear()]];
    const bar = Object.assign(document.createElement("div"), { className: "plotbar row" });
    for (const [name, act] of acts) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "btn quiet small", textContent: this.dataset[name] });
      button.addEventListener("click", act);
      button.dataset.act = name;
      bar.append(button);
    }
    this.querySelector(".figure").after(bar);
  }

  get corners() {
    const { x, y } = this;
    return [[x.lo, y.lo], [x.hi, y.lo], [x.hi, y.hi], [x.lo, y.hi]];
  }

  named(name) {
    return this.querySelector(`[name="${name}"]`);
  }

  field(name) {
    return this.named(name)?.value ?? "";
  }

  middle(index) {
    return (this.x.place(index) + this.x.place(index + 1)) / 2;
  }

  values(first, count) {
    return this.handles.slice(first, first + count).map(({ at }) => at && [this.x.value(at[0]), this.y.value(at[1])]);
  }

  places(first, count) {
    return this.handles.slice(first, first + count).map((handle) => handle.place);
  }

  /** The open or closed circle of an end, in words; "" where there is none. */
  circle(handle) {
    if (this.kind !== "spans") return "";
    const chosen = this.field(`${handle.fields[0].name}_end`);
    handle.knob.classList.toggle("hollow", chosen === "open");
    return this.dataset[chosen] ?? "";
  }

  snapshot() {
    return [...this.querySelectorAll("[name]")].map((field) => field.value);
  }

  restore(values) {
    [...this.querySelectorAll("[name]")].forEach((field, i) => (field.value = values[i]));
  }

  remember() {
    const now = this.snapshot();
    if (now.join() !== this.now.join()) this.past.push(this.now);
    this.now = now;
    this.show();
  }

  /** Do something to the fields, then draw it, keep it as a draft, and remember what was before. */
  change(act, lost = false) {
    act();
    if (this.kind === "counts") for (const { fields } of this.handles) fields[1].value ||= "0";
    this.querySelector("[name]").dispatchEvent(new Event("input", { bubbles: true }));
    if (!this.dragged) this.remember();
    if (lost) this.querySelector("[data-act]:not([hidden])").focus();
  }

  undo() {
    if (!this.past.length) return;
    const before = this.past.pop();
    this.change(() => this.restore(before));
    this.past.pop();
  }

  clear() {
    this.change(() => this.restore(this.snapshot().map(() => "")));
    if (this.kind === "counts") this.restore(this.snapshot().map(() => ""));
    this.remember();
  }

  waiting() {
    return this.handles.find((handle) => !handle.place && taps.wants(this, handle));
  }

  putNext() {
    const next = this.waiting();
    if (!next) return;
    const zero = (axis) => (axis ? axis.nearest(axis.at(0)) : 0);
    const start = [zero(this.x) + next.index, zero(this.y)];
    this.change(() => next.put(start));
    next.knob.focus();
  }

  at(event) {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return [this.x.nearest(place.x), this.y ? this.y.nearest(place.y) : 0, place];
  }

  grab(event) {
    this.handled = false;
    const handle = this.handles.find(({ knob }) => knob.contains(event.target));
    if (!handle || event.button) return;
    event.preventDefault();
    handle.knob.focus();
    const before = String(handle.at);
    this.svg.setPointerCapture(event.pointerId);
    const move = (moving) => {
      const [x, y] = this.at(moving);
      if (String([handle.fields[0] ? x : 0, handle.fields[1] ? y : 0]) === String(handle.at)) return;
      this.dragged = true;
      this.change(() => handle.put([x, y]));
    };
    const end = () => {
      this.svg.removeEventListener("pointermove", move);
      for (const over of ["pointerup", "pointercancel"]) this.svg.removeEventListener(over, end);
      this.handled = true; // the click that follows is part of this, the next press is not
      if (!this.dragged && before === String(handle.at)) this.press(handle);
      this.dragged = false;
      this.remember();
    };
    this.svg.addEventListener("pointermove", move);
    for (const over of ["pointerup", "pointercancel"]) this.svg.addEventListener(over, end);
  }

  /** A handle was pressed and not moved: ends of a shading change their circle. */
  press(handle) {
    if (this.kind !== "spans") return;
    const circle = this.named(`${handle.fields[0].name}_end`);
    this.change(() => (circle.value = circle.value === "closed" ? "open" : "closed"));
  }

  tap(event) {
    if (this.handled) return;
    const [x, y, place] = this.at(event);
    const tapped = taps[this.kind]?.(this, [x, y], place);
    if (tapped) return;
    const handle = this.waiting() ?? this.active ?? this.handles.find((one) => one.place);
    if (!handle) return;
    this.change(() => handle.put([x, y]));
    handle.knob.focus();
  }

  show() {
    for (const handle of this.handles ?? []) handle.show();
    draw(this, this.layer);
    const put = this.querySelector("[data-act=put]");
    if (put) put.hidden = !this.waiting();
    for (const piece of this.querySelectorAll(".piece")) piece.dataset.shape = piece.querySelector("[data-role=shape] select").value;
  }
}
customElements.define("x-plot", Plot);
