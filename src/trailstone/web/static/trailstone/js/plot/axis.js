// One axis of a picture: numbers as whole steps from its beginning, so that a third stays a third.
const NUMBER = /^\s*([-−]?)\s*(\d+(?:[.,]\d+)?)\s*(?:\/\s*(\d+))?\s*$/;

export class Axis {
  constructor({ lo, hi, step: [top, bottom], at: [start, end] }) {
    Object.assign(this, { lo, hi, top, bottom, start, end });
    this.count = Math.round(((hi - lo) * bottom) / top);
  }

  place(step) {
    return this.start + ((this.end - this.start) * step) / this.count;
  }

  at(value) {
    return this.start + ((this.end - this.start) * (value - this.lo)) / (this.hi - this.lo);
  }

  inside(step) {
    return Math.min(Math.max(step, 0), this.count);
  }

  nearest(place) {
    return this.inside(Math.round(((place - this.start) / (this.end - this.start)) * this.count));
  }

  value(step) {
    return this.lo + (step * this.top) / this.bottom;
  }

  /** As a learner types it: 2, 0.5, 1/3. */
  say(step) {
    const value = this.value(step);
    if (1000 % this.bottom === 0) return String(Number(value.toFixed(4)));
    const top = Math.round(value * this.bottom);
    return top % this.bottom ? `${top}/${this.bottom}` : String(top / this.bottom);
  }

  /** The step that a text names, or null. */
  read(text) {
    const found = NUMBER.exec(text);
    if (!found) return null;
    const size = Number(found[2].replace(",", ".")) / Number(found[3] ?? 1);
    const step = (((found[1] ? -size : size) - this.lo) * this.bottom) / this.top;
    const whole = Math.round(step);
    return Math.abs(step - whole) < 1e-6 && whole >= 0 && whole <= this.count ? whole : null;
  }
}
