// What lies under the marks: an installation's own tiles, or the ground made at set-up; then boundaries.

import { fetchGround, fetchJson } from "./loader.js";
import { ownTiles } from "./own_tiles.js";

async function paintGround({ basemapUrl, basemapSource }, layer, map, credit) {
  if (basemapSource) await ownTiles(basemapSource, map, layer);
  else if (basemapUrl) {
    const ground = await fetchGround(basemapUrl);
    layer.setGround(ground);
    credit.textContent = [...ground.attribution, credit.textContent.trim()].filter(Boolean).join(" · ");
  }
}

/** Draws the ground and gives the boundaries, null when there are none. A ground that fails leaves the map plain. */
export async function groundOf(addresses, layer, map, credit) {
  await paintGround(addresses, layer, map, credit).catch(() => {});
  return addresses.areasUrl ? fetchJson(addresses.areasUrl).catch(() => null) : null;
}
