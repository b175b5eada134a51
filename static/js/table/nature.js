// The nature of a site as it is typed in one cell: "artisanal · or, cassitérite · alluvionnaire · hors titre".

import { Phrases, soundsOf } from "./phrases.js";
import { JOINTS } from "./spoken.js";

/** Lists in the order in which a word is looked up. */
const LISTS = ["mineral", "exploitation_mode", "extraction_type", "title_status", "place_kind", "activity_status", "armed_presence"];
const SINGLE = {
  title_status: "title_status",
  place_kind: "kind",
  activity_status: "activity_status",
  armed_presence: "armed_presence",
};
const SEVERAL = { mineral: "minerals", exploitation_mode: "exploitation", extraction_type: "extraction" };

/** The phrases of a nature, in the language of the page. */
export const naturePhrases = (codesOf) => new Phrases(LISTS, codesOf);

const nothing = () => ({
  kind: null,
  title_status: null,
  activity_status: null,
  armed_presence: null,
  minerals: [],
  exploitation: [],
  extraction: [],
  unread: [],
});

/**
 * What a typed nature means. Minerals are ranked as they stand; of a single thing said twice the last counts.
 * `unread` holds every word that no list has, as it was typed.
 */
export function parseNature(text, phrases) {
  const nature = nothing();
  for (const piece of text.split(/[·,;|+\n]|\s[/–-]\s/)) readPiece(piece.trim().split(/\s+/).filter(Boolean), phrases, nature);
  return nature;
}

function readPiece(words, phrases, nature) {
  let unread = [];
  const flush = () => {
    if (unread.length) nature.unread.push(unread.join(" "));
    unread = [];
  };
  for (let at = 0; at < words.length; ) {
    const [meaning, length] = longestAt(words, at, phrases);
    if (meaning) {
      flush();
      note(nature, meaning);
    } else if (unread.length || !isJoint(words[at])) unread.push(words[at]);
    at += length;
  }
  flush();
}

const isJoint = (word) => soundsOf(word).every((sound) => JOINTS.has(sound));

/** The longest run of words from `at` that means something, and how many words it takes. */
function longestAt(words, at, phrases) {
  const furthest = Math.min(phrases.longest, words.length - at);
  for (let length = furthest; length > 0; length -= 1) {
    const sounds = words.slice(at, at + length).flatMap(soundsOf);
    const meaning = sounds.length ? phrases.meaning(sounds) : null;
    if (meaning) return [meaning, length];
  }
  return [null, 1];
}

function note(nature, { list, code }) {
  if (SINGLE[list]) {
    nature[SINGLE[list]] = code;
    return;
  }
  const codes = nature[SEVERAL[list]];
  if (!codes.includes(code)) codes.push(code);
}

/** The same in short words, in the order of the mapping; `short(list, code)` gives a word. Empty when nothing was said. */
export function natureText(nature, short) {
  const one = (list, code) => (code ? [short(list, code)] : []);
  const many = (list, codes) => codes.map((code) => short(list, code)).join(", ");
  return [
    ...(nature.kind && nature.kind !== "MINE_SITE" ? one("place_kind", nature.kind) : []),
    ...one("armed_presence", nature.armed_presence),
    many("exploitation_mode", nature.exploitation),
    many("mineral", nature.minerals),
    many("extraction_type", nature.extraction),
    ...one("title_status", nature.title_status),
    ...one("activity_status", nature.activity_status),
    ...nature.unread,
  ]
    .filter(Boolean)
    .join(" · ");
}
