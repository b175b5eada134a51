// Rings, areas and centres of GeoJSON geometries.

/** Rings or lines of one geometry. */
export function partsOf(geometry) {
  const { type, coordinates, geometries } = geometry ?? {};
  if (type === "Polygon") return { closed: true, rings: coordinates };
  if (type === "MultiPolygon") return { closed: true, rings: coordinates.flat() };
  if (type === "LineString") return { closed: false, rings: [coordinates] };
  if (type === "MultiLineString") return { closed: false, rings: coordinates };
  return { closed: true, rings: (geometries ?? []).flatMap((one) => partsOf(one).rings) };
}

function areaOf(ring) {
  let twice = 0;
  for (let at = 1; at < ring.length; at += 1) twice += ring[at - 1][0] * ring[at][1] - ring[at][0] * ring[at - 1][1];
  return twice / 2;
}

/** Centre of gravity of the largest ring, [lon, lat]: where a name stands. */
export function centreOf(geometry) {
  const { rings } = partsOf(geometry);
  if (!rings?.length) return null;
  const ring = rings.reduce((best, one) => (Math.abs(areaOf(one)) > Math.abs(areaOf(best)) ? one : best));
  const area = areaOf(ring);
  if (!area) return ring[0] ?? null;
  let [x, y] = [0, 0];
  for (let at = 1; at < ring.length; at += 1) {
    const cross = ring[at - 1][0] * ring[at][1] - ring[at][0] * ring[at - 1][1];
    x += (ring[at - 1][0] + ring[at][0]) * cross;
    y += (ring[at - 1][1] + ring[at][1]) * cross;
  }
  return [x / (6 * area), y / (6 * area)];
}
