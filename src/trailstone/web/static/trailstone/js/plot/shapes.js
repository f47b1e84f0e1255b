// Lines as [a, b, c] for ax + by = c; a line also stands for its side ax + by <= c.
export const height = ([a, b, c], [x, y]) => a * x + b * y - c;

/** The line through two points, or null. */
export function lineOf(p, q) {
  if (!p || !q || (p[0] === q[0] && p[1] === q[1])) return null;
  const [a, b] = [q[1] - p[1], p[0] - q[0]];
  return [a, b, a * p[0] + b * p[1]];
}

/** The side of a line that a word names, or null for a side that it does not have. */
export function side(line, word) {
  const part = { above: line[1], below: -line[1], right: line[0], left: -line[0] }[word];
  if (!part) return null;
  return part > 0 ? line.map((n) => -n) : line;
}

/** The word for the side of a line on which a place lies. */
export function wordFor(line, place) {
  const over = height(line, place);
  if (line[1]) return over > 0 === line[1] > 0 ? "above" : "below";
  return over > 0 === line[0] > 0 ? "right" : "left";
}

/** The part of a polygon that lies on a side, with its edge. */
export function clipped(corners, half) {
  return corners.flatMap((here, i) => {
    const there = corners[(i + 1) % corners.length];
    const [a, b] = [height(half, here), height(half, there)];
    const kept = a <= 1e-9 ? [here] : [];
    if ((a < -1e-9 && b > 1e-9) || (a > 1e-9 && b < -1e-9)) {
      const part = a / (a - b);
      kept.push([here[0] + part * (there[0] - here[0]), here[1] + part * (there[1] - here[1])]);
    }
    return kept;
  });
}
