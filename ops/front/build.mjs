// Bundles scripts and styles into static/dist and holds them to their weight.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { loadedWith, overBudget } from "./budget.mjs";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const OUT = join(ROOT, "static/dist");
const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  sourcemap: false,
  legalComments: "none",
  drop: ["console"], // what libraries tell their authors is weight, and may hold what a room said
  logLevel: "warning",
  target: ["chrome109", "firefox115", "safari16.4"],
  outdir: OUT,
  loader: { ".png": "file", ".svg": "file" },
  assetNames: "[name]-[hash]",
  metafile: true,
  write: false,
};

const listed = (folder, extension) => {
  try {
    return readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith(extension))
      .map((name) => join(folder, name));
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
};

/** Every file of js/entries is one script; base.css, css/pages/* and css/map/{map,index}.css are one style each. */
const scripts = Object.fromEntries(listed("static/js/entries", ".js").map((path) => [basename(path, ".js"), `./${path}`]));
const styles = { base: "./static/css/base.css" };
for (const path of listed("static/css/pages", ".css")) styles[basename(path, ".css")] = `./${path}`;
for (const path of listed("static/css/map", ".css")) if (["map.css", "index.css"].includes(basename(path))) styles.map = `./${path}`;

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const results = await Promise.all([
  build({ ...COMMON, entryPoints: scripts, format: "esm", splitting: true, chunkNames: "chunk-[hash]" }),
  build({ ...COMMON, entryPoints: styles }),
]);
const sizes = {};
for (const { path, contents } of results.flatMap((result) => result.outputFiles)) {
  writeFileSync(path, contents);
  sizes[basename(path)] = gzipSync(contents, { level: 9 }).length;
}
const graph = Object.assign({}, ...results.map((result) => result.metafile.outputs));
/** Which further modules each script loads before it runs: pages name them, so that none waits for another. */
const preloads = Object.fromEntries(Object.keys(scripts).map((name) => [name, loadedWith(`${name}.js`, graph).slice(1)]));
writeFileSync(join(OUT, "preloads.json"), JSON.stringify(preloads));
const gzip = (name) => gzipSync(readFileSync(join(ROOT, name)), { level: 9 }).length;
sizes["sprite.svg"] = gzip("templates/components/sprite.svg");
for (const [name, size] of Object.entries(sizes)) console.log(`${String(size).padStart(8)} B gzip  ${name}`);
const problems = overBudget(sizes, graph);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
