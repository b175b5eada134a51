// The legs of the chosen place: where to, how thick, which pattern.

import { fold } from "./search.js";

const PATTERNS = { YES: [], NO: [9, 4], UNKNOWN: [2, 4] };
const WIDTHS = [2, 3.5, 5.5, 8]; // pixels per band of volume
const PLAIN_WIDTH = 2.5;

function column(rows, name, fallback) {
  return rows.sorted(name) ?? new Array(rows.count).fill(fallback);
}

/**
 * Legs of a place known on a day: {name, lon, lat, width, dash, routed}. A stop that was only named is where `find` knows
 * the name; one that it does not know has no position. Legs to one stop with one pattern are drawn once, with the
 * greatest volume.
 */
export function legsOf(claims, places, place, on, find = () => null) {
  const rows = claims?.kinds.leg;
  if (!rows) return [];
  const read = {
    to: column(rows, "to", -1),
    name: column(rows, "to_name", ""),
    formal: column(rows, "formal", -1),
    volume: column(rows, "volume", null),
    routed: column(rows, "routed", 0),
  };
  const formality = claims.dict.formal ?? [];
  const drawn = new Map();
  for (let row = 0; row < rows.count; row += 1) {
    if (rows.place[row] !== place || rows.day[row] > on) continue;
    const end = read.to[row];
    const inside = end >= 0 && !Number.isNaN(places.lon[end]);
    const formal = formality[read.formal[row]]?.[0] ?? "UNKNOWN";
    const at = inside ? { lon: places.lon[end], lat: places.lat[end] } : find(read.name[row]);
    const leg = {
      name: inside ? places.name[end] : read.name[row],
      lon: at?.lon ?? null,
      lat: at?.lat ?? null,
      width: read.volume[row] === null ? PLAIN_WIDTH : (WIDTHS[read.volume[row]] ?? PLAIN_WIDTH),
      dash: PATTERNS[formal] ?? PATTERNS.UNKNOWN,
      routed: Boolean(read.routed[row]),
    };
    const key = `${fold(leg.name)}|${formal}|${leg.lon}|${leg.lat}`;
    if (!drawn.has(key) || drawn.get(key).width < leg.width) drawn.set(key, leg);
  }
  return [...drawn.values()];
}
