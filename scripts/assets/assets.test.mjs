// Run by `npm test`, after `npm run build`.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { Axis } from "../../src/trailstone/web/static/trailstone/js/plot/axis.js";
import { clipped, lineOf, side, wordFor } from "../../src/trailstone/web/static/trailstone/js/plot/shapes.js";
import { reckon } from "../../src/trailstone/web/static/trailstone/js/reckon.js";
import { BUILT, OURS, VENDOR } from "./places.mjs";
import { withSystemThemes } from "./themes.mjs";

const LIMITS = { "app.js": 30, "icons.svg": 7 }; // KB after brotli
const CSS_OF_A_PAGE = 12; // KB after brotli: the sheet of all pages and that of its group
const ALLOWED = new Set(["0BSD", "ISC", "MIT", "OFL-1.1"]);

for (const [text, value] of [
  ["2+3*4", 14], ["(2+3)*4", 20], ["2-3-4", -5], ["24/4/2", 3], ["2^3^2", 512], ["-3^2", -9], ["2^-1", 0.5],
  ["7 × 8 ÷ 4", 14], ["3,5 − 1", 2.5], ["0.1+0.2", 0.3], ["--4", 4],
])
  test(`the calculator makes ${value} of ${text}`, () => assert.equal(reckon(text), value));

for (const text of ["", "1+", "(1", "1)", "2x", "alert(1)", "1/0", "9^9^9^9", "1 2", "..", "constructor"])
  test(`the calculator refuses ${text || "nothing"}`, () => assert.throws(() => reckon(text)));

const SIX = new Axis({ lo: -6, hi: 6, step: [1, 1], at: [24, 344] });
const THIRDS = new Axis({ lo: -1, hi: 1, step: [1, 3], at: [0, 60] });

for (const [axis, text, step] of [
  [SIX, "2", 8], [SIX, " −6 ", 0], [SIX, "6,0", 12], [SIX, "4/2", 8], [SIX, "7", null], [SIX, "1/2", null], [SIX, "", null], [SIX, "x", null],
  [THIRDS, "1/3", 4], [THIRDS, "-2/3", 1], [THIRDS, "0.3", null],
])
  test(`the axis reads ${text || "nothing"} as step ${step}`, () => assert.equal(axis.read(text), step));

test("an axis says what it reads, and finds the nearest step of a place", () => {
  for (const axis of [SIX, THIRDS]) for (let step = 0; step <= axis.count; step++) assert.equal(axis.read(axis.say(step)), step);
  assert.equal(THIRDS.say(4), "1/3");
  assert.equal(SIX.nearest(SIX.place(3) + 12), 3);
  assert.equal(SIX.nearest(-500), 0);
});

test("a tap beside a line names its side, and the side is the one that is shaded", () => {
  for (const [p, q] of [[[0, 2], [1, 3]], [[1, 3], [0, 2]], [[2, 0], [2, 1]], [[0, 1], [3, 1]]])
    for (const place of [[5, -5], [-5, 5], [4, 4], [-4, -4]]) {
      const line = lineOf(p, q);
      const [a, b, c] = side(line, wordFor(line, place));
      assert.ok(a * place[0] + b * place[1] <= c);
    }
  assert.equal(side(lineOf([2, 0], [2, 1]), "above"), null);
  assert.equal(lineOf([1, 1], [1, 1]), null);
});

test("a square cut in half has the edge of the cut", () => {
  assert.deepEqual(clipped([[0, 0], [2, 0], [2, 2], [0, 2]], [1, 0, 1]), [[0, 0], [1, 0], [1, 2], [0, 2]]);
});

test("a theme is the same whether chosen or asked for by the system", async () => {
  const css = withSystemThemes(await readFile(`${OURS}/css/themes.css`, "utf8"));
  for (const mark of ["--paper: #101a1a", "--paper: #ffffff"]) assert.equal(css.split(mark).length, 3);
  assert.throws(() => withSystemThemes(":root {}"));
});

for (const [file, limit] of Object.entries(LIMITS))
  test(`${file} stays within ${limit} KB`, async () => {
    const size = brotliCompressSync(await readFile(`${BUILT}/${file}`)).length;
    assert.ok(size <= limit * 1024, `${size} bytes`);
  });

for (const group of ["entrance", "learner", "practice", "teacher"])
  test(`the sheets of a page (${group}) stay within ${CSS_OF_A_PAGE} KB`, async () => {
    const sheets = await Promise.all(["ui", group].map((name) => readFile(`${BUILT}/${name}.css`)));
    const size = sheets.reduce((sum, sheet) => sum + brotliCompressSync(sheet).length, 0);
    assert.ok(size <= CSS_OF_A_PAGE * 1024, `${size} bytes`);
  });

test("a page with a picture that moves stays within the budget of a page", async () => {
  const names = (await readdir(BUILT)).filter((name) => /^(app|plot-.*|pad-.*)\.js$/.test(name));
  const size = (await Promise.all(names.map((name) => readFile(`${BUILT}/${name}`)))).reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
  assert.equal(names.length, 3);
  assert.ok(size <= 30 * 1024, `${size} bytes`);
  assert.ok(brotliCompressSync(await readFile(`${BUILT}/answers.css`)).length <= 2 * 1024);
});

test("nothing that is served names a source map or another site", async () => {
  const files = (await readdir(BUILT)).map((name) => `${BUILT}/${name}`);
  for (const file of [...files, `${VENDOR}/katex/katex.css`, `${VENDOR}/katex/katex.min.js`]) {
    const text = await readFile(file, "utf8");
    assert.doesNotMatch(text, /sourceMappingURL/, file);
    assert.doesNotMatch(text, /url\(["']?(https?:)?\/\//, file);
  }
});

test("every icon that a template names is in the sprite", async () => {
  const sprite = await readFile(`${BUILT}/icons.svg`, "utf8");
  const web = `${OURS}/../..`;
  const templates = (await readdir(web, { recursive: true })).filter((name) => name.endsWith(".html"));
  for (const name of templates)
    for (const [, icon] of (await readFile(`${web}/${name}`, "utf8")).matchAll(/{% icon "([\w-]+)"/g))
      assert.ok(sprite.includes(`id="i-${icon}"`), `${name}: ${icon}`);
});

test("every part by others comes with its licence, and a free one", async () => {
  const list = JSON.parse(await readFile(`${VENDOR}/licences/licences.json`, "utf8"));
  assert.ok(list.length >= 8);
  for (const { name, version, licence, hash } of list) {
    assert.ok(version && ALLOWED.has(licence), `${name}: ${licence}`);
    assert.match(hash, /^sha512-/);
  }
});
