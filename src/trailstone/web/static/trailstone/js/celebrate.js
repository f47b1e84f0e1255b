// <x-celebrate></x-celebrate>: confetti once. Nothing moves for readers who asked for that.
import confetti from "canvas-confetti";

const COLOURS = ["#f6b93b", "#0d5c52", "#d9532c", "#1c5c96", "#86cdb9"];
const LONG_MS = 3500;
const still = () => document.documentElement.dataset.motion === "off" || matchMedia("(prefers-reduced-motion: reduce)").matches;

class Celebrate extends HTMLElement {
  connectedCallback() {
    if (still()) return;
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    this.append(canvas);
    // The default instance asks for a blob worker, which the content security policy forbids.
    const fire = confetti.create(canvas, { resize: true, useWorker: false, disableForReducedMotion: true });
    for (const [x, angle] of [[0.1, 60], [0.9, 120]])
      fire({ particleCount: 70, spread: 70, startVelocity: 45, angle, origin: { x, y: 0.75 }, colors: COLOURS, scalar: 1.1 });
    this.timer = setTimeout(() => canvas.remove(), LONG_MS);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }
}
customElements.define("x-celebrate", Celebrate);
