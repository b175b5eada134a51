// Lakes, wide rivers and the sea off the coast, clipped to the window.
import { areaOf, clip, contains, lengthOf, rounded } from "./geometry.mjs";
import { DECIMALS, FOCUS, WINDOW } from "./window.mjs";

const LEAST = { focus: 0.00003, elsewhere: 0.0004 }; // square degrees
const RIVER_ROUNDNESS = 0.12; // 4πA/P²: 1 is a circle
const OCEAN = 100; // square degrees: no lake is as large; its holes are the continent

/** A point in each lake that carries a name: fr, en, sw, where the name stands. */
export const LAKES = [
  ["Lac Tanganyika", "Lake Tanganyika", "Ziwa Tanganyika", [29.6, -6.3]],
  ["Lac Kivu", "Lake Kivu", "Ziwa Kivu", [29.03, -1.93]],
  ["Lac Moero", "Lake Mweru", "Ziwa Mweru", [28.75, -9.05]],
  ["Lac Édouard", "Lake Edward", "Ziwa Edward", [29.6, -0.37]],
  ["Lac Albert", "Lake Albert", "Ziwa Albert", [30.95, 1.7]],
  ["Lac Upemba", "Lake Upemba", "Ziwa Upemba", [26.42, -8.62]],
  ["Lac Victoria", "Lake Victoria", "Ziwa Victoria", [33, -1.3]],
  ["Lac Rukwa", "Lake Rukwa", "Ziwa Rukwa", [32.2, -7.95]],
  ["Lac Malawi", "Lake Malawi", "Ziwa Nyasa", [34.35, -10.4]],
  ["Lac Bangwelo", "Lake Bangweulu", "Ziwa Bangweulu", [29.75, -11.05]],
  ["Lac Mai-Ndombe", "Lake Mai-Ndombe", "Ziwa Mai-Ndombe", [18.3, -2.1]],
  ["Lac Tumba", "Lake Tumba", "Ziwa Tumba", [18.05, -0.8]],
  ["Lac Mweru Wantipa", "Lake Mweru Wantipa", "Ziwa Mweru Wantipa", [29.75, -8.7]],
];

/** Every polygon of nested collections. */
export function* polygonsOf({ type, coordinates, geometries }) {
  if (type === "Polygon") yield coordinates;
  else if (type === "MultiPolygon") yield* coordinates;
  else for (const geometry of geometries ?? []) yield* polygonsOf(geometry);
}

const reaches = (ring, [west, south, east, north]) =>
  ring.some(([x]) => x >= west) && ring.some(([x]) => x <= east) && ring.some(([, y]) => y >= south) && ring.some(([, y]) => y <= north);

function kindOf(ring) {
  if (Math.abs(areaOf(ring)) > OCEAN) return "sea";
  const roundness = (4 * Math.PI * Math.abs(areaOf(ring))) / lengthOf(ring) ** 2;
  return roundness < RIVER_ROUNDNESS ? "river" : "lake";
}

function feature(polygon) {
  const kind = kindOf(polygon[0]);
  const found = kind === "sea" ? undefined : LAKES.find(([, , , at]) => contains(polygon[0], at));
  if (!found) return [{ kind }, polygon];
  const [name, name_en, name_sw, at] = found;
  return [{ kind: "lake", name, name_en, name_sw, at }, polygon];
}

/** FeatureCollection of water: kind (lake, river, sea), and name, name_en, name_sw, at where it has a name. */
export function waterOf(waterbodies) {
  const drawn = [];
  for (const polygon of polygonsOf(waterbodies)) {
    if (!reaches(polygon[0], WINDOW)) continue;
    const least = reaches(polygon[0], FOCUS) ? LEAST.focus : LEAST.elsewhere;
    const rings = polygon.map((ring) => clip(ring, WINDOW)).filter((ring) => ring.length > 3 && Math.abs(areaOf(ring)) >= least);
    if (rings.length && Math.abs(areaOf(polygon[0])) >= least) drawn.push(feature(rings.map((ring) => rounded(ring, DECIMALS))));
  }
  const features = drawn.map(([properties, coordinates]) => ({
    type: "Feature",
    properties,
    geometry: { type: "Polygon", coordinates },
  }));
  return { type: "FeatureCollection", features };
}
