// Run by `npm test`, after `npm run build`.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
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
