// One script, one style sheet, and a chunk for each part that loads only when it is used.
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
  await build({ ...common, entryPoints: [`${OURS}/css/ui.css`], external: ["*.woff2"], plugins: [themes] });
}
