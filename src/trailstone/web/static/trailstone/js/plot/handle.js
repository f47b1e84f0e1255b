// A point that can be moved: a slider for keys and screen readers, a knob for pointers, two fields for everybody.
import { make } from "./draw.js";

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const FAR = 5; // steps with Shift

export class Handle {
  constructor(plot, spec, index) {
    Object.assign(this, { plot, index, label: spec.label });
    this.fields = ["x", "y"].map((axis) => (spec[axis] ? plot.named(spec[axis]) : null));
    this.knob = make("g", { class: `knob c${Math.floor(index / 2)}`, role: "slider", tabindex: "0" }, plot.knobs);
    make("circle", { class: "reach", r: 20 }, this.knob);
    make("circle", { class: "ring", r: 12 }, this.knob);
    make("circle", { class: "core", r: 6 }, this.knob);
    this.knob.addEventListener("keydown", (event) => this.key(event));
    this.knob.addEventListener("focus", () => (plot.active = this));
  }

  get axes() {
    return [this.fields[0] && this.plot.x, this.fields[1] && this.plot.y];
  }

  /** [across, up] in whole steps, or null while a field is empty or says no place of the grid. */
  get at() {
    const none = this.plot.kind === "counts" ? "0" : ""; // an empty column is a column
    const steps = this.fields.map((field, i) => (field ? this.axes[i].read(field.value || none) : 0));
    return steps.includes(null) ? null : steps;
  }

  put(steps) {
    this.fields.forEach((field, i) => field && (field.value = steps ? this.axes[i].say(this.axes[i].inside(steps[i])) : ""));
  }

  key(event) {
    const move = MOVES[event.key];
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter") this.plot.closest("form")?.requestSubmit();
    else if (event.key === "Delete" || event.key === "Backspace") this.plot.change(() => this.put(null), true);
    else if (event.key === " ") this.plot.press(this);
    else if (move) this.plot.change(() => this.step(move, event.shiftKey ? FAR : 1));
    else return;
    event.preventDefault();
  }

  step([across, up], far) {
    const now = this.at ?? [0, 0];
    const along = this.fields[0] ? across || (this.fields[1] ? 0 : up) : 0;
    const high = this.fields[0] ? up : up || across;
    this.put([now[0] + along * far, now[1] + high * far]);
  }

  /** Its place in the picture, or null. */
  get place() {
    const at = this.at;
    if (!at) return null;
    return [this.fields[0] ? this.plot.x.place(at[0]) : this.plot.middle(this.index), this.fields[1] ? this.plot.y.place(at[1]) : this.plot.level];
  }

  show() {
    const { place, at, knob } = this;
    knob.classList.toggle("unset", !place);
    if (!place) return;
    const main = this.fields[0] ? 0 : 1;
    const said = this.fields.map((field, i) => field && `${this.fields[0] && this.fields[1] ? "xy"[i] + " " : ""}${this.axes[i].say(at[i])}`);
    knob.setAttribute("transform", `translate(${place})`);
    const words = [...said.filter(Boolean), this.plot.circle(this)].filter(Boolean).join(", ");
    const axis = this.axes[main];
    for (const [name, value] of Object.entries({ label: this.label, valuemin: axis.lo, valuemax: axis.hi, valuenow: axis.value(at[main]), valuetext: words }))
      knob.setAttribute(`aria-${name}`, value);
  }
}
