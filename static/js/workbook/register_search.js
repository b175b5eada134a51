// Finds known places, actors, areas and towns by name, alias or code, whatever the accents and the spelling (as the map does).
import { tidyCode } from "../map/codes.js";
import { fold, found, wordsOf } from "../map/search.js";

const MOST = 12;
const KEYS = ["id", "ref", "pcode"];
const namesOf = (row) => [row.name, row.acronym, ...(row.aliases ?? [])].filter(Boolean);

export class Register {
  /** `rows`: {places: [{id, ref, name, aliases, …}], actors: [{id, …}], areas: [{pcode, …}], towns: […]}; get() takes any of these keys. */
  constructor(rows = {}) {
    this.rows = rows;
    this.folded = {};
    this.byId = {};
    for (const [kind, list] of Object.entries(rows)) {
      if (!Array.isArray(list)) continue;
      this.byId[kind] = new Map(list.flatMap((row) => KEYS.map((key) => [row[key], row]).filter(([key]) => key)));
      this.folded[kind] = list.map((row) => ({ row, names: namesOf(row).map(fold), code: tidyCode(row.ref ?? row.pcode ?? "") }));
    }
  }

  get(kind, id) {
    return this.byId[kind]?.get(id) ?? null;
  }

  list(kind) {
    return this.rows[kind] ?? [];
  }

  /** Rows that hold every typed word, the likeliest first: the whole name, then its beginning, then a word's beginning. */
  search(kind, typed, limit = MOST) {
    const words = wordsOf(typed);
    if (!words.length) return [];
    const whole = fold(typed);
    const hits = [];
    for (const { row, names, code } of this.folded[kind] ?? []) {
      if (!found(words, names.join("\n"), code)) continue;
      hits.push({ row, rank: Math.min(...names.map((name) => rankOf(name, whole))) });
    }
    hits.sort((a, b) => a.rank - b.rank || a.row.name.length - b.row.name.length || (a.row.name < b.row.name ? -1 : 1));
    return hits.slice(0, limit).map(({ row }) => row);
  }
}

function rankOf(name, whole) {
  if (name === whole) return 0;
  if (name.startsWith(whole)) return 1;
  return name.includes(` ${whole}`) ? 2 : 3;
}
