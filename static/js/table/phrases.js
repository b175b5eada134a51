// A book of phrases: which code a run of words means. Compared as they sound, singular and plural alike.

import { fold } from "../map/search.js";
import { SPOKEN } from "./spoken.js";

const SHORTEST_START = 4; // letters: a shorter beginning may mean anything
const SHORTEST_SLIP = 6; // letters: a shorter word with one wrong letter is another word

/** The words of a text as they sound, without the mark of the plural. */
export function soundsOf(text) {
  return fold(text.replace(/[’']/g, " "))
    .split(" ")
    .filter(Boolean)
    .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word));
}

/** Parts of a label under which a code is known too: without its brackets, and what stands between the strokes. */
function partsOfLabel(label) {
  const bare = label.replace(/\s*\([^)]*\)/g, "");
  return [label, bare, ...bare.split(/\s*[/,]\s*/)];
}

/** Phrases of some lists: `codesOf(list)` gives [[code, label]…] in the language of the page. */
export class Phrases {
  constructor(lists, codesOf) {
    this.meanings = new Map(); // sounds joined by blanks → {list, code}
    this.longest = 1;
    for (const list of lists) {
      for (const [code, spoken] of Object.entries(SPOKEN[list] ?? {}))
        for (const phrase of spoken.split("|")) this.learn(phrase, list, code);
    }
    for (const list of lists)
      for (const [code, label] of codesOf(list)) for (const part of partsOfLabel(label)) this.learn(part, list, code);
    this.words = [...this.meanings.keys()].filter((phrase) => !phrase.includes(" "));
  }

  /** What was learned first stays: spoken words before labels, earlier lists before later ones. */
  learn(phrase, list, code) {
    const sounds = soundsOf(phrase);
    const key = sounds.join(" ");
    if (!key || this.meanings.has(key)) return;
    this.meanings.set(key, { list, code });
    this.longest = Math.max(this.longest, sounds.length);
  }

  /** The meaning of a whole run of sounds; a single word is also known by its beginning and with one slip. */
  meaning(sounds) {
    const key = sounds.join(" ");
    const exact = this.meanings.get(key);
    if (exact || sounds.length > 1) return exact ?? null;
    const starts = key.length >= SHORTEST_START ? this.only((word) => word.startsWith(key)) : null;
    return starts ?? (key.length >= SHORTEST_SLIP ? this.only((word) => oneSlip(word, key)) : null);
  }

  /** The one meaning of the words that fit; null when there are several. */
  only(fits) {
    const found = this.words.filter(fits).map((word) => this.meanings.get(word));
    const [first] = found;
    return first && found.every((one) => one.code === first.code && one.list === first.list) ? first : null;
  }
}

/** True when one letter more, less, other or two exchanged ones make `a` out of `b`. */
export function oneSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
