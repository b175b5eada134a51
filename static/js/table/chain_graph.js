// The circuit of the minerals as a graph: sites, the stops of their legs, who gains; and what is still missing.

import { fold } from "../map/search.js";
import { isTreated, rowsOf } from "./rows.js";
import { toldOf } from "./told.js";
import { benefitText, legEnd, placeName } from "./wording.js";

/**
 * {nodes, edges}. Nodes: {id, kind: site | stop | gain | gap, name, place?, column?}; a gap names the cell that fills it.
 * Edges: {from, to, kind: leg | gain | gap, formal, volume, mineral, told, entry?}.
 */
export function graphOf(session) {
  const graph = { nodes: new Map(), edges: [] };
  const rows = rowsOf(session.book).filter(isTreated);
  const sites = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) graph.nodes.set(row.id, { id: row.id, kind: "site", name: placeName(session, row.place), place: row.id });
  for (const row of rows) {
    for (const leg of row.legs) addLeg(session, graph, row, leg, sites);
    for (const benefit of row.benefits) addGain(session, graph, row, benefit);
    if (!row.legs.length) addGap(graph, row, "modes");
    if (!row.benefits.length) addGap(graph, row, "benefits");
  }
  return { nodes: [...graph.nodes.values()], edges: graph.edges };
}

/** A stop is the same whoever names it: a place of the workbook, or the words folded. */
function stopOf(session, leg) {
  if (leg.to) return leg.to;
  const folded = fold(leg.to_text ?? "");
  const place = folded && session.book.list("places").find((one) => fold(placeName(session, one)) === folded);
  return place ? place.id : folded ? `stop:${folded}` : `stop:${leg.id}`;
}

function addLeg(session, graph, row, leg, sites) {
  const id = stopOf(session, leg);
  const name = legEnd(session, leg);
  if (!sites.has(id) && !graph.nodes.has(id))
    graph.nodes.set(id, name ? { id, kind: "stop", name } : { id, kind: "gap", place: row.id, column: "modes", name: "" });
  graph.edges.push({
    from: row.id,
    to: id,
    kind: "leg",
    formal: leg.formal === "YES" || leg.formal === "NO" ? leg.formal : "UNKNOWN",
    volume: leg.volume_high ?? leg.volume_low ?? null,
    mineral: leg.mineral ?? null,
    told: toldOf(session, "legs", leg),
    entry: leg.id,
  });
}

/** Who gains is told by type; from the end of the leg that the benefit is about, else from the site. */
function addGain(session, graph, row, benefit) {
  const type = benefit.beneficiary_type || benefit.unspecified_reason;
  const id = type ? `gain:${type}` : `gain:${benefit.id}`;
  const name = type ? benefitText(session, { ...benefit, beneficiary: null, beneficiary_name: "" }) : "";
  if (!graph.nodes.has(id))
    graph.nodes.set(id, name ? { id, kind: "gain", name } : { id, kind: "gap", place: row.id, column: "benefits", name: "" });
  const leg = benefit.leg && row.legs.find((one) => one.id === benefit.leg);
  const from = leg ? stopOf(session, leg) : row.id;
  graph.edges.push({
    from,
    to: id,
    kind: "gain",
    formal: "UNKNOWN",
    volume: null,
    told: toldOf(session, "benefits", benefit),
    entry: benefit.id,
  });
}

function addGap(graph, row, column) {
  const id = `gap:${column}:${row.id}`;
  graph.nodes.set(id, { id, kind: "gap", place: row.id, column, name: "" });
  graph.edges.push({ from: row.id, to: id, kind: "gap", formal: "UNKNOWN", volume: null, told: "PLENARY" });
}

/** Everything before and after a node, itself too: what is lit when it is chosen. */
export function connectedTo(edges, id) {
  const lit = new Set([id]);
  for (const [near, far] of [
    ["from", "to"],
    ["to", "from"],
  ]) {
    const queue = [id];
    for (let at = 0; at < queue.length; at += 1) {
      for (const edge of edges) {
        if (edge[near] !== queue[at] || queue.includes(edge[far])) continue;
        queue.push(edge[far]);
        lit.add(edge[far]);
      }
    }
  }
  return lit;
}
