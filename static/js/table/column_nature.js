// The column "Nature": everything typed in one line, read as one types, written back in short words.

import { findCodes } from "./code_search.js";
import { parseNature } from "./nature.js";
import { missingOf } from "./rows.js";
import { natureOf, natureWords, shortOf } from "./wording.js";

const LISTS = ["mineral", "exploitation_mode", "extraction_type", "title_status", "place_kind", "activity_status", "armed_presence"];
const MOST_PER_LIST = 3;
const LAST_WORD = /[^·,;|\s][^·,;|]*$/;

export const natureColumn = {
  name: "nature",
  whole: true, // the cell is one text, not a row of pills
  text: (model, row) => natureWords(model.words, natureOf(model.book, row.place, row.observation)),

  lines(model, row) {
    const nature = natureOf(model.book, row.place, row.observation);
    const read = natureWords(model.words, { ...nature, unread: [] });
    const lines = read ? [{ text: read }] : [];
    if (nature.unread.length) lines.push({ text: model.words("table.unread", { words: nature.unread.join(" · ") }), missing: true });
    else if (missingOf(row).has("nature")) lines.push({ text: model.words("table.to_complete"), missing: true });
    const others = row.observations.length - 1;
    return others > 0 ? [...lines, { text: model.words("table.other_observations", { n: others }) }] : lines;
  },

  options(model, _row, typed) {
    if (!typed.trim()) return [];
    const read = parseNature(typed, model.phrases);
    const preview = natureWords(model.words, { ...read, unread: [] });
    const unread = read.unread.length ? model.words("table.unread", { words: read.unread.join(" · ") }) : "";
    return [{ options: [{ label: preview || unread, hint: preview ? unread : "", value: { read } }] }, ...completions(model, typed, read)];
  },

  /** The whole text is read; a completion replaces its last words and the cell stays open. */
  choose(model, row, value) {
    if (value.text) return { text: value.text };
    model.writer.setNature(row, value.read);
    return {};
  },

  /** An emptied cell says nothing any more. */
  cleared(model, row) {
    if (row.observation) model.writer.setNature(row, parseNature("", model.phrases));
  },
};

/** Codes whose label goes on from the last words, when these are not understood yet. */
function completions(model, typed, read) {
  const last = LAST_WORD.exec(typed)?.[0].trim() ?? "";
  const word = last.split(/\s+/).at(-1) ?? "";
  if (!read.unread.length || word.length < 2) return [];
  return LISTS.map((list) => ({
    title: model.words(`table.list.${list}`),
    options: findCodes(model.words.codes(list), word)
      .slice(0, MOST_PER_LIST)
      .map(({ code, label }) => ({
        label,
        value: { text: `${typed.slice(0, typed.length - (typed.length - typed.lastIndexOf(word)))}${shortOf(model.words, list, code)} · ` },
      })),
  })).filter((group) => group.options.length);
}
