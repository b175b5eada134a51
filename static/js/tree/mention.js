// "@" and "#" while typing: what is looked for at the caret, and what can be chosen.

const MARK = /(^|[\s(«])([@#])([^@#\n]{0,40})$/;
const MOST_WORDS = 4;
const MOST = 7;

/** What stands before the caret after the last @ or #: {mark, typed, from, to}, or null. */
export function mentionAt(text, caret) {
  const found = MARK.exec(text.slice(0, caret));
  if (!found) return null;
  const [, , mark, typed] = found;
  if (/^\s/.test(typed) || typed.trim().split(/\s+/).length > MOST_WORDS) return null;
  return { mark, typed, from: caret - typed.length - 1, to: caret };
}

/** The text without what was looked for, and where the caret then stands: behind a blank at the end, ready for a next mark. */
export function withoutMention(text, { from, to }) {
  const before = text.slice(0, from).replace(/\s+$/, "");
  const after = text.slice(to).replace(/^\s+/, "");
  const joined = before ? `${before} ${after}` : after;
  return { text: joined, caret: before.length + (before && !after ? 1 : 0) };
}

/** Rows to choose from: {kind: "place" | "actor" | "area", id, name, more, known}. Places of the workbook come before those of the register. */
export function suggestionsOf({ mark, typed }, { places, register, fold, label }) {
  if (mark === "#") return rows(register, "areas", typed, "area");
  const wanted = fold(typed);
  const own = places
    .map((entry) => ({ entry, name: entry.name || register.get("places", entry.ref)?.name || "" }))
    .filter(({ entry, name }) => wanted && (fold(name).includes(wanted) || fold(entry.label ?? "").includes(wanted)))
    .map(({ entry, name }) => ({ kind: "place", id: entry.id, name, more: entry.label ?? "", known: false }));
  const there = new Set(places.map((entry) => entry.ref));
  const known = rows(register, "places", typed, "place").filter((row) => !there.has(row.id));
  const actors = rows(register, "actors", typed, "actor").map((row) => ({ ...row, more: label(row) }));
  return [...own.slice(0, 4), ...known.slice(0, 4), ...actors].slice(0, MOST);
}

/** Known places are named by their `ref`, areas by their P-code, actors by their id. */
function rows(register, kind, typed, as) {
  return register.search(kind, typed, MOST).map(({ id, ref, pcode, name, category }) => {
    return { kind: as, id: ref ?? pcode ?? id, name, category, more: ref ?? "", known: true };
  });
}

/** Words as they are compared here: no accents, no signs, but every letter ("armée" is not "armé"). */
export function plainOf(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether words name a body of the State: whole words, whatever the accents. `names` are plain. */
export function namesState(text, names) {
  const words = ` ${plainOf(text)} `;
  return names.some((name) => name && words.includes(` ${name} `));
}
