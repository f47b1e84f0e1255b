import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const ROOT = at("");
export const MODULES = at("node_modules");
export const OURS = at("src/trailstone/web/static/trailstone");
export const BUILT = at("src/trailstone/web/static/built");
export const VENDOR = at("src/trailstone/web/static/vendor");
