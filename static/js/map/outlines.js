// GeoJSON shapes as paths in zoom-0 units around an origin (near it, single floats stay exact).

import { partsOf } from "./geometry.js";
import { mercatorX, mercatorY } from "./projection.js";

export const ORIGIN = { x: mercatorX(27), y: mercatorY(-5) };

function addRing(path, ring, closed) {
  ring.forEach(([lon, lat], index) => {
    const [x, y] = [mercatorX(lon) - ORIGIN.x, mercatorY(lat) - ORIGIN.y];
    if (index) path.lineTo(x, y);
    else path.moveTo(x, y);
  });
  if (closed) path.closePath();
}

/** One path of all features that are wanted. */
export function pathOf(features, wanted = () => true) {
  const path = new Path2D();
  for (const feature of features) {
    if (!wanted(feature.properties ?? {})) continue;
    const { closed, rings } = partsOf(feature.geometry);
    for (const ring of rings) addRing(path, ring, closed);
  }
  return path;
}
