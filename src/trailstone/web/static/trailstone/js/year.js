// <x-year>: drags the bar of a unit along the year; the two date fields of its row are what is sent, and lead.
const DAY_MS = 86_400_000;
const number = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
const iso = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const weekend = (day) => (day + 3) % 7 > 4; // day 0, 1 January 1970, was a Thursday

class Year extends HTMLElement {
  connectedCallback() {
    this.first = number(this.dataset.first);
    this.wide = Number(this.dataset.days);
    this.off = this.dataset.off.split(" ").filter(Boolean).map((free) => free.split("/").map(number));
    this.addEventListener("pointerdown", (event) => this.take(event));
    this.addEventListener("input", ({ target }) => target.matches("[type=date]") && this.draw(target.closest("tr")));
  }

  open(day) {
    return !weekend(day) && !this.off.some(([first, last]) => first <= day && day <= last);
  }

  /** The nearest school day from `day` on, in the direction `step`. */
  snap(day, step) {
    let found = Math.min(Math.max(day, this.first), this.first + this.wide - 1);
    for (let tries = 0; tries < 60 && !this.open(found); tries += 1) found += step;
    return found;
  }

  fields(row) {
    return { from: row.querySelector("[name^=from-]"), due: row.querySelector("[name^=due-]") };
  }

  take(event) {
    const track = event.target.closest("[data-track]");
    if (!track || event.button) return;
    const row = track.closest("tr");
    const { from, due } = this.fields(row);
    const box = track.getBoundingClientRect();
    const flip = getComputedStyle(this).direction === "rtl" ? -1 : 1;
    const at = ({ clientX }) => {
      const x = flip > 0 ? clientX - box.left : box.right - clientX;
      return this.first + Math.floor((x / box.width) * this.wide);
    };
    const end = event.target.closest("[data-grip]")?.dataset.grip;
    const start = at(event);
    const was = due.value ? { from: number(from.value || due.value), due: number(due.value) } : { from: start, due: start };
    const mode = due.value ? end || (event.target.closest("[data-bar]") ? "both" : "") : "due";
    if (!mode) return;
    event.preventDefault();
    track.setPointerCapture(event.pointerId);
    this.classList.add("dragging");
    const move = (now) => {
      const by = at(now) - start;
      if (mode !== "due") from.value = iso(this.snap(was.from + by, by < 0 ? -1 : 1));
      if (mode !== "from") due.value = iso(this.snap(was.due + by, by < 0 ? -1 : 1));
      if (!from.value) from.value = iso(this.snap(was.from, 1));
      if (from.value > due.value) (mode === "from" ? from : due).value = (mode === "from" ? due : from).value;
      this.draw(row);
    };
    const drop = () => {
      track.removeEventListener("pointermove", move);
      this.classList.remove("dragging");
      due.dispatchEvent(new Event("change", { bubbles: true }));
    };
    track.addEventListener("pointermove", move);
    track.addEventListener("pointerup", drop, { once: true });
    track.addEventListener("pointercancel", drop, { once: true });
  }

  draw(row) {
    const { from, due } = this.fields(row);
    const bar = row.querySelector("[data-bar]");
    const length = row.querySelector("[data-length]");
    const starts = from.value || due.value;
    bar.hidden = !due.value || starts > due.value;
    length.hidden = bar.hidden || !from.value;
    if (bar.hidden) return;
    const place = (day) => (100 * Math.min(Math.max(day - this.first, 0), this.wide)) / this.wide;
    bar.style.setProperty("--a", place(number(starts)));
    bar.style.setProperty("--z", place(number(due.value) + 1));
    let days = 0;
    for (let day = number(starts); day <= number(due.value); day += 1) days += this.open(day);
    length.querySelector("[data-n]").textContent = days;
  }
}
customElements.define("x-year", Year);
