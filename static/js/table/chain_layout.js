// Places the circuit in layers from left to right: sites, stops as far as they lie, who gains.

export const NODE = { width: 176, height: 40 };
const GAP = { x: 84, y: 14 };
const MARGIN = 16;
const SWEEPS = 4;

/** Layer of every node: sites 0 or behind what feeds them, stops behind what feeds them, who gains last. */
export function layersOf({ nodes, edges }) {
  const layer = new Map(nodes.map((node) => [node.id, node.kind === "site" ? 0 : 1]));
  const moving = edges.filter((edge) => edge.kind === "leg");
  for (let round = 0; round < nodes.length; round += 1) {
    let changed = false;
    for (const { from, to } of moving) {
      const wanted = layer.get(from) + 1;
      if (from === to || wanted <= layer.get(to) || wanted > nodes.length || feeds(moving, to, from)) continue;
      layer.set(to, wanted);
      changed = true;
    }
    if (!changed) break;
  }
  const last = Math.max(1, ...nodes.filter((node) => node.kind !== "gain").map((node) => layer.get(node.id)));
  for (const node of nodes) if (node.kind === "gain" || node.column === "benefits") layer.set(node.id, last + 1);
  return layer;
}

/** Whether `from` reaches `to` along the legs: a ring is not unrolled. */
function feeds(legs, from, to, seen = new Set()) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return legs.some((leg) => leg.from === from && feeds(legs, leg.to, to, seen));
}

/** {nodes: [{…, x, y, layer}], edges: [{…, path}], width, height} in pixels. */
export function placed(graph) {
  const layer = layersOf(graph);
  const columns = [];
  for (const node of graph.nodes) {
    columns[layer.get(node.id)] ??= [];
    columns[layer.get(node.id)].push(node);
  }
  const place = new Map();
  const full = columns.map((column) => column ?? []);
  for (const column of full) stack(column, place);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) for (const column of full.slice(1)) settle(column, graph.edges, place);
  const nodes = graph.nodes.map((node) => ({
    ...node,
    layer: layer.get(node.id),
    x: MARGIN + layer.get(node.id) * (NODE.width + GAP.x),
    y: place.get(node.id),
  }));
  const at = new Map(nodes.map((node) => [node.id, node]));
  const edges = graph.edges.map((edge) => ({ ...edge, path: pathBetween(at.get(edge.from), at.get(edge.to)) }));
  const width = MARGIN * 2 + full.length * NODE.width + Math.max(0, full.length - 1) * GAP.x;
  return { nodes, edges, width, height: Math.max(0, ...nodes.map((node) => node.y + NODE.height)) + MARGIN };
}

function stack(column, place) {
  column.forEach((node, at) => {
    place.set(node.id, MARGIN + at * (NODE.height + GAP.y));
  });
}

/** Each node as near as it can be to the middle of what leads to it, in that order, without overlap. */
function settle(column, edges, place) {
  const wanted = (node) => {
    const from = edges.filter((edge) => edge.to === node.id).map((edge) => place.get(edge.from));
    return from.length ? from.reduce((sum, y) => sum + y, 0) / from.length : place.get(node.id);
  };
  const middles = new Map(column.map((node) => [node.id, wanted(node)]));
  column.sort((a, b) => middles.get(a.id) - middles.get(b.id) || (a.id < b.id ? -1 : 1));
  let free = MARGIN;
  for (const node of column) {
    const y = Math.max(free, middles.get(node.id));
    place.set(node.id, y);
    free = y + NODE.height + GAP.y;
  }
}

/** A line from the right edge of one to the left edge of the other; backwards it goes round below. */
function pathBetween(from, to) {
  const [x1, y1, x2, y2] = [from.x + NODE.width, from.y + NODE.height / 2, to.x, to.y + NODE.height / 2];
  const bend = Math.max(36, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

const THINNEST = 1.6;
const THICKEST = 9;

/** Width of a line for a volume in kilograms: grows with its order of magnitude; the thinnest where nobody said. */
export const thicknessOf = (volume) => (volume > 0 ? Math.min(THICKEST, THINNEST + 1.6 * Math.log10(1 + volume)) : THINNEST);
