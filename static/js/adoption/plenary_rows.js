// The room's own document as rows of the plenary's part: the page judges by the rules of the projection, also without a link.

import { rowsOf } from "../table/rows.js";
import { toldOf } from "../table/told.js";
import { actorCategory, legEnd, placeName } from "../table/wording.js";

const PLENARY = "PLENARY";
const PRESENT = new Set(["PRESENT_INT", "PRESENT_NO_INT", "PRESENT_NO_DATA"]);

/** A presence is told only beside one of these who is told. */
const ARMED = new Set(["STATE_ARMED", "AG_LOCAL", "AG_FOREIGN", "SELF_DEFENCE", "CRIMINAL", "INDEPENDENT", "VDP", "REBELLION", "PARK_GUARD"]);

/** Rows as the wall gets them. */
export function plenaryRows(session) {
  const told = toldStatements(session);
  return rowsOf(session.book).map(({ place, ...row }) => ({
    id: place.id,
    label: place.label,
    name: placeName(session, place),
    kind: place.kind,
    territoire: territoireOf(session, place),
    minerals: session.book.flags(place, "mineral"),
    adopted: place.adopted ?? "",
    observations: row.observations.filter(told).map((entry) => observed(session, entry, row.involvements.filter(told))),
    involvements: row.involvements.filter(told).map((entry) => acting(session, entry)),
    legs: row.legs.filter(told).map((entry) => ({ ...entry, end: legEnd(session, entry) })),
    benefits: row.benefits.filter(told),
  }));
}

/** Entries for the plenary; what rests on one that is kept back is kept back with it. */
function toldStatements(session) {
  const { book } = session;
  const own = (root) => new Set(book.list(root).filter((entry) => toldOf(session, root, entry) === PLENARY).map(({ id }) => id));
  const sets = Object.fromEntries(["observations", "legs", "involvements", "benefits"].map((root) => [root, own(root)]));
  const on = (root, id) => !id || sets[root].has(id);
  for (const entry of book.list("involvements")) if (!on("legs", entry.leg)) sets.involvements.delete(entry.id);
  for (const entry of book.list("benefits"))
    if (!on("involvements", entry.involvement) || !on("legs", entry.leg)) sets.benefits.delete(entry.id);
  const told = new Set(Object.values(sets).flatMap((ids) => [...ids]));
  return ({ id }) => told.has(id);
}

function observed(session, entry, involvements) {
  const { book } = session;
  const armed = involvements.some((it) => ARMED.has(actorCategory(session, it)));
  const silent = PRESENT.has(entry.armed_presence) && !entry.disclosure && !armed;
  return {
    ...entry,
    armed_presence: silent ? "" : entry.armed_presence,
    minerals: book.flags(entry, "mineral"),
    exploitation: book.flags(entry, "exploitation"),
    extraction: book.flags(entry, "extraction"),
  };
}

function acting(session, entry) {
  const known = entry.actor ? session.register.get("actors", entry.actor)?.name : "";
  return {
    ...entry,
    actor: entry.actor_name || known || "",
    actor_category: actorCategory(session, entry),
    modes: session.book.flags(entry, "mode"),
  };
}

/** The territoire of a place: as the room said, else as the register has it. */
function territoireOf({ register, context }, place) {
  const area = place.territoire && (register.get("areas", place.territoire) ?? context.workshop?.areas?.find(({ pcode }) => pcode === place.territoire));
  return area?.name ?? (place.ref ? register.get("places", place.ref)?.territoire : "") ?? "";
}
