// Free text: accents and spelling are folded, so that "Mouamba 7" finds "Mwamba-7". The server folds alike.

import { tidyCode } from "./codes.js";

const SHORTEST_CODE = 3; // characters: a lone figure belongs to a name

const SPELLING = [
  [/ph/g, "f"],
  [/ou/g, "u"],
  [/w/g, "u"],
  [/y/g, "i"],
  [/ck/g, "k"],
  [/qu/g, "k"],
  [/q/g, "k"],
  [/c/g, "k"],
  [/x/g, "ks"],
  [/z/g, "s"],
  [/th/g, "t"],
  [/dj/g, "j"],
  [/(.)\1+/g, "$1"],
];

/** Letters without accents, letters that sound alike as one, everything else as one blank. */
export function fold(text) {
  let folded = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  for (const [sound, letter] of SPELLING) folded = folded.replace(sound, letter);
  return folded;
}

/** The words of a search: each as it is folded, and as a piece of a code. */
export function wordsOf(text) {
  return text
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ sound: fold(word), code: word.length >= SHORTEST_CODE ? tidyCode(word) : null }))
    .filter((word) => word.sound || word.code);
}

/** True when every word is in the folded names or in the code. */
export function found(words, folded, code) {
  return words.every(({ sound, code: piece }) => (sound && folded.includes(sound)) || (piece && code.includes(piece)));
}
