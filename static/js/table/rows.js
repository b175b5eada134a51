// The rows of the table: every site of the workbook with what the room says of it.

const STATEMENTS = ["observations", "involvements", "legs", "benefits"];

/** What each root's entries say of a place: place id → {observations, involvements, legs, benefits}. */
function statementsByPlace(book) {
  const byPlace = new Map();
  for (const root of STATEMENTS) {
    for (const entry of book.list(root)) {
      if (!entry.place) continue;
      if (!byPlace.has(entry.place)) byPlace.set(entry.place, { observations: [], involvements: [], legs: [], benefits: [] });
      byPlace.get(entry.place)[root].push(entry);
    }
  }
  return byPlace;
}

const NOTHING = Object.freeze({ observations: [], involvements: [], legs: [], benefits: [] });

/** Answers to the last round by which a statement is no longer one of today. */
const PAST = new Set(["ENDED", "WRONG", "NOT_KNOWN"]);
const isCurrent = (entry) => !PAST.has(entry.since_last_round);

/** What is said of today, by root; `past` holds what the room took back or no longer knows. */
function rowOf(place, said = NOTHING) {
  const current = Object.fromEntries(STATEMENTS.map((root) => [root, said[root].filter(isCurrent)]));
  const past = STATEMENTS.flatMap((root) => said[root].filter((entry) => !isCurrent(entry)).map((entry) => ({ root, entry })));
  return { id: place.id, place, ...current, observation: current.observations.at(-1) ?? null, past };
}

/**
 * Sites by the rank in which they are treated, then in the order in which they were added. A place that only
 * serves as a destination is no row until something is said of it.
 */
export function rowsOf(book) {
  const byPlace = statementsByPlace(book);
  return book
    .list("places")
    .filter((place) => place.treat || place.order || byPlace.has(place.id))
    .sort((a, b) => compare(a.treat ?? "~", b.treat ?? "~") || compare(a.order ?? "~", b.order ?? "~") || compare(a.id, b.id))
    .map((place) => rowOf(place, byPlace.get(place.id)));
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** One row; null when there is no such place. */
export function rowAt(book, id) {
  const place = book.get("places", id);
  return place ? rowOf(place, statementsByPlace(book).get(id)) : null;
}

/** Every statement of a row with its root, those of the past too. */
export const statementsOf = (row) => [
  ...row.past,
  ...row.observations.map((entry) => ({ root: "observations", entry })),
  ...row.involvements.map((entry) => ({ root: "involvements", entry })),
  ...row.legs.map((entry) => ({ root: "legs", entry })),
  ...row.benefits.map((entry) => ({ root: "benefits", entry })),
];

/** True when the room has nothing but "not asked" to say of a site: it was not reached. */
export const isNotReached = (row) =>
  row.observation?.armed_presence === "NOT_ASKED" && statementsOf(row).length === row.observations.length + row.past.length;

/** True once the room has said anything of the site. */
export const isTreated = (row) => statementsOf(row).length > 0 && !isNotReached(row);

const MINED = new Set(["MINE_SITE", "MINE_PIT", "MINING_AREA"]); // of other places the kind says it all
const hasModes = (entry) => Object.keys(entry).some((key) => key.startsWith("mode:"));
const isPaid = (entry) => entry.beneficiary || entry.beneficiary_name || entry.beneficiary_type || entry.unspecified_reason;

/** What the row lacks, by column: nature, actors, modes, benefits, agreement. */
export function missingOf(row) {
  const missing = new Set();
  if (isNotReached(row)) return missing;
  if (MINED.has(row.place.kind ?? "MINE_SITE") && !(row.observation && saysNature(row.observation))) missing.add("nature");
  if (!row.involvements.length) missing.add("actors");
  if (!row.involvements.some(hasModes) || row.involvements.some((entry) => !hasModes(entry))) missing.add("modes");
  if (!row.benefits.some(isPaid)) missing.add("benefits");
  if (!statementsOf(row).some(({ entry }) => entry.agreement)) missing.add("agreement");
  return missing;
}

const NATURE = /^(?:mineral:|exploitation:|extraction:|title_status$|activity_status$|armed_presence$)/;

export const saysNature = (observation) => Object.keys(observation).some((key) => NATURE.test(key));
