// Writes static/vendor (parts by others) and static/built (ours, bundled). Run through `npm run build`.
import { rm } from "node:fs/promises";
import { bundle } from "./bundle.mjs";
import { sprite } from "./icons.mjs";
import { BUILT, VENDOR } from "./places.mjs";
import { vendor } from "./vendor.mjs";

await Promise.all([BUILT, VENDOR].map((folder) => rm(folder, { recursive: true, force: true })));
await vendor();
await Promise.all([bundle(), sprite()]);
