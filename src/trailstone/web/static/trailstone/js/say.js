// <x-say for="prompt"><button ..></x-say>: reads the element aloud with the browser's own voice; a second press stops.
// <x-say auto ..> begins by itself, or, where the browser wants a key or a touch first, at the first of them.
function spoken(element) {
  if (element.dataset.say) return element.dataset.say;
  const copy = element.cloneNode(true);
  for (const silent of copy.querySelectorAll(".katex-html, annotation, [aria-hidden=true], svg:not([aria-label])")) silent.remove();
  for (const one of copy.querySelectorAll("[data-say]")) one.textContent = one.dataset.say;
  for (const figure of copy.querySelectorAll("svg[aria-label]")) figure.replaceWith(` ${figure.getAttribute("aria-label")} `);
  return copy.textContent.replace(/\s+/g, " ").trim();
}

class Say extends HTMLElement {
  connectedCallback() {
    this.hidden = !("speechSynthesis" in window);
    this.button = this.querySelector("button");
    this.button?.addEventListener("click", () => (speechSynthesis.speaking ? this.stop() : this.start()));
    if (this.hasAttribute("auto") && !this.hidden) this.begin();
  }

  begin() {
    if (navigator.userActivation?.hasBeenActive ?? true) return this.start();
    const once = (event) => {
      for (const kind of ["pointerdown", "keydown"]) document.removeEventListener(kind, once, true);
      if (this.isConnected && !this.contains(event.target)) this.start();
    };
    for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, once, true);
  }

  disconnectedCallback() {
    if (this.utterance) this.stop();
  }

  start() {
    const text = spoken(document.getElementById(this.getAttribute("for")));
    this.utterance = new SpeechSynthesisUtterance(text);
    this.utterance.lang = this.lang || document.documentElement.lang;
    this.utterance.rate = Number(document.documentElement.dataset.rate ?? 1);
    this.utterance.onend = () => this.stop();
    this.button.setAttribute("aria-pressed", "true");
    speechSynthesis.speak(this.utterance);
  }

  stop() {
    this.utterance = null;
    speechSynthesis.cancel();
    this.button.setAttribute("aria-pressed", "false");
  }
}
customElements.define("x-say", Say);
