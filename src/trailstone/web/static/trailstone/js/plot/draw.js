// What a learner's points make, drawn in the picture: lines, parabolas, shaded sides, shadings, columns, a box.
import { clipped, height, lineOf, side } from "./shapes.js";

const SVG = "http://www.w3.org/2000/svg";

export function make(name, attributes, parent) {
  const one = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  parent?.append(one);
  return one;
}

const path = (layer, kind, d) => make("path", { class: kind, d }, layer);
const round = (n) => Math.round(n * 10) / 10;

function trace(plot, places) {
  return places.map(([x, y]) => `${round(plot.x.at(x))} ${round(plot.y.at(y))}`).join("L");
}

function straight(plot, layer, line, kind) {
  const all = clipped(plot.corners, line).filter((place) => Math.abs(height(line, place)) < 1e-9);
  if (all.length > 1) path(layer, kind, `M${trace(plot, [all[0], all.at(-1)])}`);
}

function line(plot, layer) {
  const made = lineOf(...plot.values(0, 2));
  if (made) straight(plot, layer, made, "line");
}

function parabola(plot, layer) {
  const [vertex, point] = plot.values(0, 2);
  if (!vertex || !point || vertex[0] === point[0] || vertex[1] === point[1]) return;
  const a = (point[1] - vertex[1]) / (point[0] - vertex[0]) ** 2;
  const { lo, hi } = plot.x;
  let d = "";
  let pen = "M";
  for (let i = 0; i <= 480; i++) {
    const x = lo + ((hi - lo) * i) / 480;
    const y = a * (x - vertex[0]) ** 2 + vertex[1];
    const seen = y >= plot.y.lo && y <= plot.y.hi;
    if (seen) d += pen + trace(plot, [[x, y]]);
    pen = seen ? "L" : "M";
  }
  path(layer, "line", d);
}

function region(plot, layer) {
  const made = [0, 1, 2].map((i) => lineOf(...plot.values(2 * i, 2))).slice(0, plot.handles.length / 2);
  const halves = made.map((one, i) => one && side(one, plot.field(`side${i + 1}`)));
  const shade = (corners, kind) => corners.length > 2 && path(layer, kind, `M${trace(plot, corners)}Z`);
  halves.forEach((half, i) => half && shade(clipped(plot.corners, half), `area c${i}`));
  if (halves.length > 1 && halves.every(Boolean)) shade(halves.reduce(clipped, plot.corners), "area common");
  made.forEach((one, i) => one && straight(plot, layer, one, `line c${i} ${plot.field(`line${i + 1}`)}`));
}

function spans(plot, layer) {
  for (const i of [0, 1]) {
    const shape = plot.field(`shape${i + 1}`);
    const [from, to] = plot.places(2 * i, 2);
    const [left, right] = [plot.x.start - 18, plot.x.end + 18];
    const ends = { left: [left, from?.[0]], right: [from?.[0], right], between: [from?.[0], to?.[0]], all: [left, right] }[shape];
    if (!ends || ends.includes(undefined) || ends[0] > ends[1]) continue;
    const heads = [[left, 9], [right, -9]].filter(([at]) => ends.includes(at));
    const arrows = heads.map(([at, back]) => `M${at + back} ${plot.level - 9}L${at} ${plot.level}L${at + back} ${plot.level + 9}`);
    path(layer, "span", `M${ends[0]} ${plot.level}H${ends[1]}${arrows.join("")}`);
  }
}

function counts(plot, layer) {
  plot.handles.forEach((handle, i) => {
    const count = handle.at?.[1] ?? 0;
    const middle = (plot.x.place(i) + plot.x.place(i + 1)) / 2;
    const wide = plot.x.place(1) - plot.x.place(0);
    for (let n = 0; plot.data.dots && n < count; n++)
      make("circle", { class: "dot", cx: middle, cy: plot.y.place(n) - 10, r: Math.min(7, wide / 2 - 1) }, layer);
    if (!plot.data.dots && count)
      make("rect", { class: "bar", x: middle - wide / 2, y: plot.y.place(count), width: wide, height: plot.y.start - plot.y.place(count) }, layer);
  });
}

function box(plot, layer) {
  const xs = plot.places(0, 5).map((place) => place?.[0]);
  if (xs.includes(undefined) || xs.some((x, i) => i && x < xs[i - 1])) return;
  const [low, q1, median, q3, high] = xs;
  const y = plot.level;
  path(layer, "box", `M${q1} ${y - 15}H${q3}V${y + 15}H${q1}Z`);
  path(layer, "line", `M${low} ${y}H${q1}M${q3} ${y}H${high}M${low} ${y - 8}v16M${high} ${y - 8}v16`);
  path(layer, "median", `M${median} ${y - 15}v30`);
}

const KINDS = { line, parabola, region, spans, counts, box };

export function draw(plot, layer) {
  layer.replaceChildren();
  KINDS[plot.kind]?.(plot, layer);
}
