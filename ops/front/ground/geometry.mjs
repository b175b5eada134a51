// Plane geometry on rings of [lon, lat]: clipping to a box, areas, simplifying, what lies inside.

export const inBox = ([x, y], [west, south, east, north]) => x >= west && x <= east && y >= south && y <= north;

/** Signed area in square degrees; positive when counter-clockwise. */
export function areaOf(ring) {
  let twice = 0;
  for (let at = 0; at < ring.length; at += 1) {
    const [x1, y1] = ring[at];
    const [x2, y2] = ring[(at + 1) % ring.length];
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

export function lengthOf(ring) {
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) sum += Math.hypot(ring[at][0] - ring[at - 1][0], ring[at][1] - ring[at - 1][1]);
  return sum;
}

export function centreOf(ring) {
  let [x, y] = [0, 0];
  const area = areaOf(ring);
  if (!area) return ring[0];
  ring.forEach(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length];
    const cross = x1 * y2 - x2 * y1;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  return [x / (6 * area), y / (6 * area)];
}

export function contains(ring, [x, y]) {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [[x1, y1], [x2, y2]] = [ring[at], ring[before]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** Sutherland and Hodgman: the part of a ring inside the box, closed; empty when there is none. */
export function clip(ring, [west, south, east, north]) {
  const sides = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ];
  let points = ring.slice(0, -1);
  for (const [axis, limit, sign] of sides) {
    const within = (point) => (point[axis] - limit) * sign >= 0;
    const kept = [];
    points.forEach((point, at) => {
      const before = points.at(at - 1);
      if (within(point) !== within(before)) {
        const share = (limit - before[axis]) / (point[axis] - before[axis]);
        kept.push(before.map((value, index) => value + share * (point[index] - value)));
      }
      if (within(point)) kept.push(point);
    });
    points = kept;
    if (!points.length) return [];
  }
  return [...points, points[0]];
}

/** Douglas and Peucker on an open line. */
export function simplifyLine(line, tolerance) {
  const kept = new Set([0, line.length - 1]);
  const waiting = [[0, line.length - 1]];
  while (waiting.length) {
    const [first, last] = waiting.pop();
    let [worst, index] = [tolerance, -1];
    for (let at = first + 1; at < last; at += 1) {
      const distance = distanceTo(line[at], line[first], line[last]);
      if (distance > worst) [worst, index] = [distance, at];
    }
    if (index < 0) continue;
    kept.add(index);
    waiting.push([first, index], [index, last]);
  }
  return line.filter((_, at) => kept.has(at));
}

function distanceTo([x, y], [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const square = dx * dx + dy * dy;
  const share = square ? Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / square)) : 0;
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}

/** A ring whose points outside the box are thinned to the tolerance; inside nothing moves. */
export function thinOutside(ring, box, tolerance) {
  const result = [];
  let run = [];
  const flush = () => {
    if (run.length) result.push(...(run.length > 2 ? simplifyLine(run, tolerance) : run));
    run = [];
  };
  for (const point of ring) {
    if (inBox(point, box)) {
      flush();
      result.push(point);
    } else run.push(point);
  }
  flush();
  return result;
}

/** Coordinates with so many decimals, repeated points dropped. */
export function rounded(ring, decimals) {
  const factor = 10 ** decimals;
  const points = ring.map((point) => point.map((value) => Math.round(value * factor) / factor));
  return points.filter(([x, y], at) => !at || x !== points[at - 1][0] || y !== points[at - 1][1]);
}
