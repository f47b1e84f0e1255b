// Copies what browsers and the server take from other people's packages, with their licences.
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { MODULES, ROOT, VENDOR } from "./places.mjs";

const FONTS = {
  "atkinson-next": "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal",
  "atkinson-next-ext": "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal",
  gabarito: "@fontsource-variable/gabarito/files/gabarito-latin-wght-normal",
  "gabarito-ext": "@fontsource-variable/gabarito/files/gabarito-latin-ext-wght-normal",
  opendyslexic: "@fontsource/opendyslexic/files/opendyslexic-latin-400-normal",
  "opendyslexic-bold": "@fontsource/opendyslexic/files/opendyslexic-latin-700-normal",
};
const SHIPPED = [
  "@fontsource-variable/atkinson-hyperlegible-next",
  "@fontsource-variable/gabarito",
  "@fontsource/opendyslexic",
  "canvas-confetti",
  "htmx.org",
  "idiomorph",
  "katex",
  "lucide-static",
];

async function fonts() {
  await mkdir(`${VENDOR}/fonts`, { recursive: true });
  for (const [ours, theirs] of Object.entries(FONTS))
    await copyFile(`${MODULES}/${theirs}.woff2`, `${VENDOR}/fonts/${ours}.woff2`);
}

/** KaTeX: its style sheet inside our vendor layer, woff2 fonts only, and the script the server runs. */
async function katex() {
  const from = `${MODULES}/katex/dist`;
  await mkdir(`${VENDOR}/katex/fonts`, { recursive: true });
  const css = (await readFile(`${from}/katex.min.css`, "utf8"))
    .replace(/,url\([^)]*\) format\("(?:woff|truetype)"\)/g, "")
    .replaceAll("font-display:block", "font-display:swap");
  if (/\.(ttf|woff)\)/.test(css)) throw new Error("katex.css still names fonts that are not shipped");
  await writeFile(`${VENDOR}/katex/katex.css`, `@layer vendor{${css}}\n`);
  const woff2 = (await readdir(`${from}/fonts`)).filter((name) => name.endsWith(".woff2"));
  await Promise.all(woff2.map((name) => copyFile(`${from}/fonts/${name}`, `${VENDOR}/katex/fonts/${name}`)));
  const script = await readFile(`${from}/katex.min.js`, "utf8");
  await writeFile(`${VENDOR}/katex/katex.min.js`, script.replace(/^\/\/# sourceMappingURL=.*$/gm, ""));
}

async function licences() {
  const { packages } = JSON.parse(await readFile(`${ROOT}/package-lock.json`, "utf8"));
  const parts = SHIPPED.map((name) => ({ name, ...packages[`node_modules/${name}`] }));
  const list = parts.map(({ name, version, license, integrity }) => ({ name, version, licence: license, hash: integrity }));
  await mkdir(`${VENDOR}/licences`, { recursive: true });
  await writeFile(`${VENDOR}/licences/licences.json`, `${JSON.stringify(list, null, 2)}\n`);
  for (const { name } of parts)
    await copyFile(`${MODULES}/${name}/LICENSE`, `${VENDOR}/licences/${name.replace("@", "").replace("/", "-")}.txt`);
}

export const vendor = () => Promise.all([fonts(), katex(), licences()]);
