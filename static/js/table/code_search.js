// Finds codes of a list by what is typed: words of the label and words that people say for it, whatever accents and spelling.

import { fold } from "../map/search.js";

const BEGINS = 0;
const WORD_BEGINS = 1;
const SAID = 2;
const WITHIN = 3;

/** [{code, label, rank}…], the likeliest first, equal ones in the order of the list; everything when nothing is typed. */
export function findCodes(codes, typed, said = {}) {
  const words = fold(typed).split(" ").filter(Boolean);
  const found = codes.map(([code, label]) => ({ code, label, rank: rankOf(words, label, said[code]) })).filter(({ rank }) => rank !== null);
  return found.sort((a, b) => a.rank - b.rank);
}

function rankOf(words, label, said = "") {
  if (!words.length) return BEGINS;
  const folded = fold(label);
  const spoken = ` ${fold(said)}`;
  const ranks = words.map((word) => {
    if (folded.startsWith(word) || `${spoken} `.includes(` ${word} `)) return BEGINS;
    if (folded.includes(` ${word}`)) return WORD_BEGINS;
    if (spoken.includes(` ${word}`)) return SAID;
    return folded.includes(word) && word.length > 2 ? WITHIN : null;
  });
  return ranks.includes(null) ? null : Math.max(...ranks);
}

/** Where the first typed word stands in a label as it is written: [from, to], or null. */
export function markIn(label, typed) {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const word = plain(typed).trim().split(/\s+/)[0];
  const letters = [...label].map((letter) => plain(letter) || " ");
  if (!word || letters.some((letter) => letter.length !== 1)) return null;
  const text = letters.join("");
  const starts = [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map((match) => match.index);
  const at = starts.find((start) => text.startsWith(word, start));
  return at === undefined ? null : [at, at + word.length];
}
