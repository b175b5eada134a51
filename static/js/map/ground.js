// What lies under the marks: an installation's own tiles, or the ground made at set-up; then boundaries.

import { fetchGround, fetchJson, fetchTowns } from "./loader.js";
import { ownTiles } from "./own_tiles.js";

async function paintGround({ basemapUrl, basemapSource }, layer, map, credit) {
  if (basemapSource) {
    await ownTiles(basemapSource, map, layer);
    return basemapUrl ? fetchTowns(basemapUrl) : [];
  }
  if (!basemapUrl) return [];
  const ground = await fetchGround(basemapUrl);
  layer.setGround(ground);
  credit.textContent = [...ground.attribution, credit.textContent.trim()].filter(Boolean).join(" · ");
  return ground.towns ?? [];
}

/** Draws the ground; gives {areas: boundaries or null, towns}. A ground that fails leaves the map plain. */
export async function groundOf(addresses, layer, map, credit) {
  const towns = await paintGround(addresses, layer, map, credit).catch(() => []);
  return { areas: addresses.areasUrl ? await fetchJson(addresses.areasUrl).catch(() => null) : null, towns };
}
