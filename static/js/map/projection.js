// Web Mercator at zoom 0: 256 units wide. One multiplication gives the pixels of any zoom.

const WIDTH = 256;
const STEEPEST = 85.0511287798;

export const mercatorX = (lon) => ((lon + 180) / 360) * WIDTH;

export function mercatorY(lat) {
  const clamped = Math.max(-STEEPEST, Math.min(STEEPEST, lat));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WIDTH;
}

/** {west, south, east, north} of all places with a position; null when there is none. */
export function extentOf(lon, lat, wanted = () => true) {
  const edges = { west: 181, south: 91, east: -181, north: -91 };
  for (let row = 0; row < lon.length; row += 1) {
    if (Number.isNaN(lon[row]) || !wanted(row)) continue;
    edges.west = Math.min(edges.west, lon[row]);
    edges.east = Math.max(edges.east, lon[row]);
    edges.south = Math.min(edges.south, lat[row]);
    edges.north = Math.max(edges.north, lat[row]);
  }
  return edges.west > 180 ? null : edges;
}
