// What a tap into the picture means where it does not simply put the next point. Each says whether it has done something.
import { lineOf, wordFor } from "./shapes.js";

const ALONE = ["all", "none"];

/** Whether a handle may be put now. */
function wants(plot, handle) {
  if (plot.kind !== "spans") return true;
  const piece = handle.fields[0].name.slice(-1);
  const shape = plot.field(`shape${piece}`);
  if (handle.fields[0].name.startsWith("to")) return shape === "between";
  return shape ? !ALONE.includes(shape) : piece === "1";
}

/** Both points of a line are there: the tap chooses its side. */
function region(plot, [x, y], place) {
  if (plot.waiting()) return false;
  const count = plot.handles.length / 2;
  const open = [...Array(count).keys()].find((i) => !plot.field(`side${i + 1}`));
  const i = open ?? Math.floor((plot.active?.index ?? 0) / 2);
  const line = lineOf(...plot.values(2 * i, 2));
  if (!line) return false;
  const from = (axis, at) => axis.lo + ((axis.hi - axis.lo) * (at - axis.start)) / (axis.end - axis.start);
  plot.change(() => (plot.named(`side${i + 1}`).value = wordFor(line, [from(plot.x, place.x), from(plot.y, place.y)])));
  return true;
}

/** The end is there and nothing is shaded: the tap chooses the direction. */
function spans(plot, [x]) {
  const shape = plot.named("shape1");
  const end = plot.handles[0].at;
  if (!end || shape.value || x === end[0]) return false;
  plot.change(() => (shape.value = x < end[0] ? "left" : "right"));
  return true;
}

/** The tap says how high a column is. */
function counts(plot, _, place) {
  const column = Math.floor(((place.x - plot.x.start) / (plot.x.end - plot.x.start)) * plot.handles.length);
  const handle = plot.handles[column];
  if (!handle) return true;
  const count = Math.ceil(((place.y - plot.y.start) / (plot.y.end - plot.y.start)) * plot.y.count);
  plot.change(() => handle.put([0, handle.at?.[1] === count ? count - 1 : count]));
  handle.knob.focus();
  return true;
}

export const taps = { wants, region, spans, counts };
