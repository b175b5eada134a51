// How the room calls an entry, and the station where it is written.
const STATION_OF = {
  agenda: "agenda",
  groups: "agenda",
  counts: "agenda",
  checks: "preparation",
  invitations: "preparation",
  nodes: "tree",
  links: "tree",
  votes: "tree",
  places: "table",
  observations: "table",
  involvements: "table",
  legs: "chain",
  benefits: "table",
  situations: "table",
  recommendations: "recommendations",
  objectives: "recommendations",
};

export const stationOf = (root) => STATION_OF[root] ?? "complete";

/** A few words for an entry: its own, or the place that it speaks of. */
export function titleOf(session, root, id) {
  const { book, words, register } = session;
  const entry = book.roots[root]?.scalar ? null : book.reader.peek(root, id);
  if (!entry) return words(`root.${root}`);
  const own = [entry.label, entry.name || entry.title || entry.text || register.get("places", entry.ref)?.name].filter(Boolean).join(" ");
  if (own) return own;
  if (root === "links") return [entry.from, entry.to].map((node) => titleOf(session, "nodes", node)).join(" → ");
  if (entry.side === "core") return words.label("tree_side", "core");
  const place = entry.place ? titleOf(session, "places", entry.place) : "";
  const actor = register.get("actors", entry.actor)?.name ?? entry.actor_name ?? words.label("actor_category", entry.actor_category);
  return [place, actor].filter(Boolean).join(" – ") || words(`root.${root}`);
}
