// One sprite: the Lucide icons named in icons.txt and our own stones (stones.svg).
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { BUILT, MODULES, OURS } from "./places.mjs";

async function symbol(name) {
  const svg = await readFile(`${MODULES}/lucide-static/icons/${name}.svg`, "utf8");
  const inner = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  const drawing = inner.replace(/\s+/g, " ").replaceAll(" />", "/>").replaceAll("> <", "><").trim();
  return `<symbol id="i-${name}" viewBox="0 0 24 24">${drawing}</symbol>`;
}

export async function sprite() {
  const names = (await readFile(`${OURS}/icons.txt`, "utf8")).split(/\s+/).filter(Boolean);
  const stones = (await readFile(`${OURS}/stones.svg`, "utf8")).match(/<symbol[\s\S]*?<\/symbol>/g);
  const symbols = [...stones.map((one) => one.replace(/\s*\n\s*/g, "")), ...(await Promise.all(names.map(symbol)))];
  await mkdir(BUILT, { recursive: true });
  await writeFile(`${BUILT}/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}
