// The column "Site", and the line in which a new one is typed.

import { fold } from "../map/search.js";
import { codeOf } from "./registers.js";
import { placeName } from "./wording.js";

const MOST = 7;
const LIKELY = 2; // of a name, this many first letters or more make a beginning

/** Whether a typed name is the beginning of a known one, or all of it. */
const begins = (row, folded) =>
  folded.length >= LIKELY && [row.name, ...(row.aliases ?? []), codeOf(row)].some((name) => fold(name).startsWith(folded));

/**
 * What a typed name may mean: sites already in the table, places of the register, a new site. The likely one is
 * first: a known one when the text is the beginning of its name, a new one otherwise.
 */
export function siteOptions(model, typed) {
  const name = typed.trim().replace(/\s+/g, " ");
  if (!name) return [];
  const { session, words } = model;
  const folded = fold(name);
  const here = session.book
    .list("places")
    .filter((place) => fold(placeName(session, place)).includes(folded) || place.label === name.toUpperCase());
  const refs = new Set(here.map((place) => place.ref));
  const known = session.register.search("places", name, MOST).filter((row) => !refs.has(row.ref));
  const groups = [
    {
      title: words("table.in_workbook"),
      options: here.slice(0, MOST).map((place) => ({ label: model.name(place), hint: model.where(place), value: { place: place.id } })),
    },
    {
      title: words("table.known_places"),
      options: known.map((row) => ({ label: row.name, hint: hintOf(row, words), value: { ref: row.ref } })),
    },
  ];
  const fresh = { title: words("table.new_site"), options: [{ label: words("table.add_site", { name }), value: { name } }] };
  const likely = here.length > 0 || known.some((row) => begins(row, folded));
  return (likely ? [...groups, fresh] : [fresh, ...groups]).filter((group) => group.options.length);
}

const hintOf = (row, words) =>
  [codeOf(row), row.territoire, row.kind && row.kind !== "MINE_SITE" ? words.label("place_kind", row.kind) : ""]
    .filter(Boolean)
    .join(" · ");

/** The row that a choice leads to, made when it is new. */
export function chooseSite(model, value) {
  if (value.place) {
    const place = model.book.get("places", value.place);
    if (!place.order) model.book.set("places", place.id, { order: model.writer.after("places") });
    return place.id;
  }
  return model.writer.addSite(value);
}

export const siteColumn = {
  name: "site",
  text: (_model, row) => (row.place.ref ? "" : (row.place.name ?? "")),
  lines: () => [],

  /** A known place keeps its name in sight while its cell is open. */
  head: (table, row) => (row.place.ref ? nameLines(table.model, row.place) : []),

  /** Another name that the room has for it, or the known place that was meant. */
  options(model, _row, typed) {
    const name = typed.trim();
    if (!name) return [];
    const known = model.session.register.search("places", name, MOST);
    return [
      { options: [{ label: model.words("table.rename_site", { name }), value: { name } }] },
      {
        title: model.words("table.known_places"),
        options: known.map((one) => ({ label: one.name, hint: hintOf(one, model.words), value: { ref: one.ref } })),
      },
    ].filter((group) => group.options.length);
  },

  choose(model, row, value) {
    model.book.set("places", row.id, value.ref ? { ref: value.ref, name: null } : { name: value.name });
    return {};
  },
};

/** The name of a place and where it is, as elements. */
export function nameLines(model, place) {
  const name = document.createElement("span");
  name.className = "row__name";
  name.textContent = model.name(place);
  const where = document.createElement("small");
  where.textContent = model.where(place);
  return [name, where];
}
