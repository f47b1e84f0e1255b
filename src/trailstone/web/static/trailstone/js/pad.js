// <x-pad key="attempt:question">: a scratchpad of vector strokes, kept in this tab only. See components/pad.html.
const SVG = "http://www.w3.org/2000/svg";
const REACH = 14; // how near, in drawing units, the eraser has to come

const line = (points) => `M${points.map(([x, y]) => `${x} ${y}`).join("L")}${points.length === 1 ? "h.01" : ""}`;

class Pad extends HTMLElement {
  connectedCallback() {
    this.ink = this.querySelector("svg.ink");
    this.name = `pad:${this.getAttribute("key")}`;
    this.strokes = JSON.parse(sessionStorage.getItem(this.name) ?? "[]");
    this.past = [];
    for (const button of this.querySelectorAll("[data-act]")) button.addEventListener("click", () => this[button.dataset.act]());
    for (const [type, act] of [["pointerdown", "start"], ["pointermove", "move"], ["pointerup", "end"], ["pointercancel", "end"]])
      this.ink.addEventListener(type, (event) => this[act](event));
    this.use("pen");
    this.draw();
  }

  pen() { this.use("pen"); }
  eraser() { this.use("eraser"); }
  undo() { if (this.past.length) this.change(this.past.pop(), false); }
  clear() { if (this.strokes.length) this.change([]); }

  use(tool) {
    this.dataset.tool = tool;
    for (const button of this.querySelectorAll("[data-act=pen], [data-act=eraser]"))
      button.setAttribute("aria-pressed", String(button.dataset.act === tool));
  }

  change(strokes, remember = true) {
    if (remember) this.past.push(this.strokes);
    this.strokes = strokes;
    sessionStorage.setItem(this.name, JSON.stringify(strokes));
    this.draw();
  }

  draw(growing = []) {
    const all = growing.length ? [...this.strokes, growing] : this.strokes;
    this.ink.replaceChildren(...all.map((points) => {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", line(points));
      return path;
    }));
  }

  at({ clientX, clientY }) {
    const { left, top } = this.ink.getBoundingClientRect();
    return [Math.round(clientX - left), Math.round(clientY - top)];
  }

  /** Once a pen has been seen, a hand that rests on the glass draws nothing. */
  ignored(event) {
    this.penSeen ||= event.pointerType === "pen";
    return this.penSeen && event.pointerType === "touch";
  }

  start(event) {
    if (event.button || this.ignored(event)) return;
    this.ink.setPointerCapture(event.pointerId);
    this.growing = [];
    this.move(event);
  }

  move(event) {
    if (!this.growing || this.ignored(event)) return;
    if (this.dataset.tool === "eraser") return this.erase(this.at(event));
    const events = event.getCoalescedEvents?.() ?? [];
    this.growing.push(...(events.length ? events : [event]).map((one) => this.at(one)));
    return this.draw(this.growing);
  }

  end() {
    const stroke = this.growing;
    this.growing = null;
    if (stroke?.length) this.change([...this.strokes, stroke]);
  }

  erase([x, y]) {
    const left = this.strokes.filter((points) => !points.some(([px, py]) => Math.hypot(px - x, py - y) < REACH));
    if (left.length < this.strokes.length) this.change(left);
  }
}
customElements.define("x-pad", Pad);
