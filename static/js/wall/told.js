// What the server tells a wall becomes what its pages draw: a tree, rows of a table, recommendations, the agenda.
//
// The message holds records of the plenary's part. Nothing here adds a slot for what is not in it.

const STATEMENTS = ["observations", "involvements", "legs", "benefits"];
const PAST = new Set(["ENDED", "WRONG", "NOT_KNOWN"]); // answers to the last round that are no statement of today

const all = (rows, key) => [...new Set(rows.flatMap((row) => row[key] ?? []))].filter(Boolean);

/** `message` as docs/workbook.md says it. */
export function toldOf(message) {
  const reserves = new Set(message.reserves ?? []);
  return {
    show: message.shown ?? { station: "", branch: "" },
    tree: treeOf(message),
    sites: (message.rows ?? []).map((row) => siteOf(row, reserves, message.rows)).filter(Boolean),
    recommendations: recommendationsOf(message, reserves),
    agenda: message.agenda ?? [],
    rows: (message.rows ?? []).map((row) => ({ ...row, legs: (row.legs ?? []).map((leg) => ({ ...leg, end: endOf(leg, message.rows) })) })),
    reserves: message.reserves ?? [],
  };
}

/** Where a leg ends: a place that the wall knows, else what was typed. */
const endOf = ({ to, to_text }, rows) => rows.find(({ id }) => id === to)?.name || to_text || "";

function treeOf({ nodes = [], links = [] }) {
  const cards = nodes.map(({ id, side, parent, text, points, places }) => {
    return { id, side, parent, text, votes: points ?? 0, sites: places?.length ?? 0 };
  });
  return { nodes: cards, links: links.map(({ id, source, target, loop }) => ({ id, from: source, to: target, loop })) };
}

function siteOf(row, reserves, rows) {
  const ofToday = (kind) => (row[kind] ?? []).filter((it) => !PAST.has(it.since_last_round));
  const [observations, involvements, legs, benefits] = STATEMENTS.map(ofToday);
  const said = [...observations, ...involvements, ...legs, ...benefits];
  if (!said.length) return null;
  const actors = new Map(involvements.map(({ actor, actor_category: category }) => [`${actor}|${category}`, { name: actor, category }]));
  const marks = [`places/${row.id}`, ...STATEMENTS.flatMap((kind) => (row[kind] ?? []).map(({ id }) => `${kind}/${id}`))];
  return {
    id: row.id,
    label: row.label,
    name: row.name || row.label,
    territoire: row.territoire ?? "",
    minerals: [...new Set([...(row.minerals ?? []), ...all(observations, "minerals"), ...all(legs, "mineral")])],
    exploitation: all(observations, "exploitation"),
    extraction: all(observations, "extraction"),
    title_status: all(observations, "title_status")[0] ?? "",
    presence: all(observations, "armed_presence"),
    actors: [...actors.values()].filter(({ name, category }) => name || category),
    modes: all(involvements, "modes"),
    ends: [...new Set(legs.map((leg) => endOf(leg, rows)))].filter(Boolean),
    beneficiaries: all(benefits, "beneficiary_type"),
    agreement: all(said, "agreement"),
    reserve: marks.some((mark) => reserves.has(mark)),
  };
}

function recommendationsOf({ recommendations = [], nodes = [] }, reserves) {
  const texts = new Map(nodes.map(({ id, text }) => [id, text]));
  return recommendations.map((row) => ({
    ...row,
    causes: (row.causes ?? []).map((id) => texts.get(id)).filter(Boolean),
    reserve: reserves.has(`recommendations/${row.id}`),
  }));
}
