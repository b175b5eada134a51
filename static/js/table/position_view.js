// What part of the earth the small map shows: Web Mercator at zoom 0 times `scale`, from `left` and `top` in pixels.

import { mercatorX, mercatorY } from "../map/projection.js";

const WIDTH = 256; // of the world at zoom 0
const LEAST = 16; // pixels a unit: the country
const MOST = 60_000; // a pit
const ALONE = 2_000; // about one place
const MARGIN = 24; // pixels
const COUNTRY = [
  { lon: 25, lat: -9 },
  { lon: 31, lat: -1 },
];
const FACTOR = 2;

/** The view that holds all rows; the east of the country where there are none. */
export function framed(rows, size) {
  const held = rows.length ? rows : COUNTRY;
  const [xs, ys] = [held.map(({ lon }) => mercatorX(lon)), held.map(({ lat }) => mercatorY(lat))];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const fit = Math.min((size.width - 2 * MARGIN) / (east - west || 1e-9), (size.height - 2 * MARGIN) / (south - north || 1e-9));
  const scale = Math.max(LEAST, Math.min(fit, ALONE));
  return { scale, left: ((west + east) / 2) * scale - size.width / 2, top: ((north + south) / 2) * scale - size.height / 2 };
}

/** Nearer or further by steps of two, the point under the cross stays where it is. */
export function zoomed(view, cross, by, size) {
  const scale = Math.max(LEAST, Math.min(MOST, view.scale * FACTOR ** by));
  const grow = scale / view.scale;
  const moved = { scale, left: (view.left + cross.x) * grow - cross.x, top: (view.top + cross.y) * grow - cross.y };
  return clampedView(moved, cross, size).view;
}

/** The cross inside the frame: what it lacks, the view moves. */
export function clampedView(view, cross, size) {
  const x = Math.max(0, Math.min(cross.x, size.width));
  const y = Math.max(0, Math.min(cross.y, size.height));
  return { view: { ...view, left: view.left + cross.x - x, top: view.top + cross.y - y }, cross: { x, y } };
}

export const pixelOf = ({ scale, left, top }, { longitude, latitude }) => ({
  x: mercatorX(longitude) * scale - left,
  y: mercatorY(latitude) * scale - top,
});

/** {longitude, latitude} in degrees of a pixel. */
export function atPixel({ scale, left, top }, { x, y }) {
  const north = Math.PI * (1 - (2 * (top + y)) / scale / WIDTH);
  return { longitude: ((left + x) / scale / WIDTH) * 360 - 180, latitude: (Math.atan(Math.sinh(north)) * 180) / Math.PI };
}
