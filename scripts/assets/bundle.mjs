// One script with a chunk for each part that loads only when it is used; one style sheet for all, one for each group of pages.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { BUILT, OURS } from "./places.mjs";
import { withSystemThemes } from "./themes.mjs";

const themes = {
  name: "system-themes",
  setup({ onLoad }) {
    onLoad({ filter: /themes\.css$/ }, async ({ path }) => ({
      contents: withSystemThemes(await readFile(path, "utf8")),
      loader: "css",
    }));
  },
};

const GROUPS = ["entrance", "learner", "practice", "teacher", "answers", "heat", "plan", "roster", "why", "work"];

const common = { bundle: true, minify: true, outdir: BUILT, logLevel: "warning", legalComments: "none" };

export async function bundle() {
  await build({
    ...common,
    entryPoints: [`${OURS}/js/app.js`],
    format: "esm",
    splitting: true,
    target: "es2022",
    chunkNames: "[name]-[hash]",
  });
  // Font addresses stay as they are: collectstatic gives those files their hashed names.
  const sheets = GROUPS.map((name) => ({ in: `${OURS}/css/sheets/${name}.css`, out: name }));
  await build({
    ...common,
    entryPoints: [{ in: `${OURS}/css/ui.css`, out: "ui" }, ...sheets],
    external: ["*.woff2"],
    plugins: [themes],
  });
}
