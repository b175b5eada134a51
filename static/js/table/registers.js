// Rows of the registers as a workbook points at them: a place by its code, an area by its P-code, an actor by its id.

const kept = new WeakMap(); // register → {places, areas}, made once

function indexOf(register) {
  if (!kept.has(register)) {
    const by = (kind, key) => new Map(register.list(kind).map((row) => [row[key], row]));
    kept.set(register, { places: by("places", "ref"), areas: by("areas", "pcode") });
  }
  return kept.get(register);
}

/** The known place behind a reference; null when there is none that this person may read. */
export const knownPlace = (session, ref) => (ref && indexOf(session.register).places.get(ref)) || null;

export const knownArea = (session, pcode) => (pcode && indexOf(session.register).areas.get(pcode)) || null;

export const areaName = (session, pcode) => knownArea(session, pcode)?.name ?? "";

/** The code of a known place; one that is still proposed has none. */
export const codeOf = (row) => (row && row.ref !== row.id ? row.ref : "");

/** Territoires of the workshop's provinces, or all that are known. */
export function territoires(session) {
  const provinces = new Set((session.context.workshop?.provinces ?? []).map(({ code }) => code));
  const all = session.register.list("areas").filter((area) => area.level === 2);
  const near = all.filter((area) => provinces.has(area.above));
  return near.length ? near : all;
}
