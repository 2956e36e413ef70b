// Bundles each page and the widget's loader: `npm run build`. What comes out is committed, so that running
// Pedido needs no npm; tests/channels/web/test_build.py holds that it matches. Not minified, so that it can be reviewed.

import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { extname } from "node:path";
import { build } from "esbuild";

const out = process.argv[2] ?? "../bot/channels/web/static";
const pages = (await readdir("src/pages")).map((name) => `src/pages/${name}`);
const of = (...endings) => pages.filter((name) => endings.includes(extname(name)));
const options = { bundle: true, outdir: out, target: "es2022", charset: "utf8", legalComments: "none", logLevel: "warning" };

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({ ...options, entryPoints: of(".js", ".css"), format: "esm" });
await build({ ...options, entryPoints: ["src/widget.js"], format: "iife", loader: { ".css": "text" } });
for (const file of of(".html", ".svg")) await cp(file, `${out}/${file.split("/").pop()}`);
