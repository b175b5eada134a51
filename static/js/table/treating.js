// Which sites are to be treated, in which order, and what became of them.

import { fold } from "../map/search.js";
import { areaName, codeOf, knownPlace } from "./registers.js";
import { isNotReached, isTreated, rowsOf } from "./rows.js";
import { placeName } from "./wording.js";

/** The territoire of a place, as the workbook or the register has it; "" where nobody said. */
export const territoireOf = (session, place) => areaName(session, place.territoire) || knownPlace(session, place.ref)?.territoire || "";

/** "treated", "not-reached" or "waiting". */
export const stateOf = (row) => (isNotReached(row) ? "not-reached" : isTreated(row) ? "treated" : "waiting");

/** Sites on the list by territoire, each group in the order of its ranks; groups in the order of their first site. */
export function listed(session) {
  const groups = new Map();
  for (const row of rowsOf(session.book).filter(({ place }) => place.treat)) {
    const territoire = territoireOf(session, row.place);
    if (!groups.has(territoire)) groups.set(territoire, []);
    groups.get(territoire).push(row);
  }
  return [...groups].map(([territoire, rows]) => ({ territoire, rows }));
}

/** The ranks between which a row must stand to move by `step` in its group; null at an end. */
export function ranksFor(groups, id, step) {
  const group = groups.find(({ rows }) => rows.some((row) => row.id === id));
  if (!group) return null;
  const at = group.rows.findIndex((row) => row.id === id);
  const other = group.rows[at + step];
  if (!other) return null;
  const beyond = group.rows[at + 2 * step]?.place.treat ?? null;
  return step < 0 ? [beyond, other.place.treat] : [other.place.treat, beyond];
}

/** Known places that can be put on the list: by what is typed, or all of a territoire, by name. */
export function offered(session, { typed = "", territoire = "" }, most) {
  const taken = new Set(session.book.list("places").flatMap((place) => (place.treat && place.ref ? [place.ref] : [])));
  const found = typed.trim()
    ? session.register.search("places", typed, session.register.list("places").length)
    : session.register.list("places");
  const near = found.filter((row) => !taken.has(row.ref) && (!territoire || fold(row.territoire ?? "") === fold(territoire)));
  return { rows: near.slice(0, most), more: Math.max(0, near.length - most) };
}

/** Places of the workbook that a typed name means, by any of their names. */
export function meantHere(session, typed) {
  const folded = fold(typed);
  if (!folded) return [];
  const refs = new Set(session.register.search("places", typed, session.register.list("places").length).map(({ ref }) => ref));
  return session.book.list("places").filter((place) => refs.has(place.ref) || fold(placeName(session, place)).includes(folded));
}

/** Territoires that known places name, in the order of the language. */
export const territoiresOf = (session) =>
  [...new Set(session.register.list("places").flatMap((row) => (row.territoire ? [row.territoire] : [])))].sort((a, b) =>
    a.localeCompare(b),
  );

/** "7KQ3M2 · Nyunzu · 3 informations de la dernière fois" */
export function hintOf(session, row) {
  const told = session.lastRound[row.ref]?.length ?? 0;
  return [codeOf(row), row.territoire, told ? session.words("sites.told", { n: told }) : ""].filter(Boolean).join(" · ");
}
