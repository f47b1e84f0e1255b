// Custom elements whose code is fetched only by pages that have them.
const ELEMENTS = {
  "x-pad": () => import("./pad.js"),
  "x-calc": () => import("./calc.js"),
  "x-matrix": () => import("./matrix.js"),
  "x-pick": () => import("./pick.js"),
  "x-celebrate": () => import("./celebrate.js"),
  "x-plot": () => import("./plot.js"),
  "x-order": () => import("./order.js"),
  "x-parts": () => import("./parts.js"),
  "x-year": () => import("./year.js"),
};

export function loadElements(place) {
  for (const [name, load] of Object.entries(ELEMENTS))
    if (!customElements.get(name) && (place.matches?.(name) || place.querySelector(name))) load();
}
