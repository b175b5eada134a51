// Figures as they are said: "350 à 400", "1 500", "2,5", "environ 40", "plus de 200".

const FIGURE = "\\d{1,3}(?:[ \\u00a0\\u202f.]\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?";
const RANGE = new RegExp(`(${FIGURE})(?:\\s*(?:à|a|to|et|-|–|—|/)\\s*(${FIGURE}))?`, "i");

/** The number of "1 500" or "2,5". */
export function figureOf(text) {
  const plain = text.replace(/[ \u00a0\u202f]/g, "");
  const grouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) ? plain.replace(/\./g, "") : plain;
  return Number(grouped.replace(",", "."));
}

/** {low, high, rest} of the first range in a text: one figure is both ends; null where no figure stands. */
export function rangeIn(text) {
  const found = RANGE.exec(text);
  if (!found) return null;
  const ends = [found[1], found[2] ?? found[1]].map(figureOf);
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, " ").trim();
  return { low: Math.min(...ends), high: Math.max(...ends), rest };
}

/** Both ends of a field that holds nothing but a range; null for other words than "about" or "more than". */
export function readRange(text, whole = true) {
  const found = rangeIn(text);
  if (!found || !/^(?:environ|env\.?|à peu près|about|~|entre|between|de)?$/i.test(found.rest)) return null;
  if (whole && !(Number.isInteger(found.low) && Number.isInteger(found.high))) return null;
  return { low: found.low, high: found.high };
}

/** "350 à 400", "40"; empty where nothing is known. `to` is the word between. */
export function rangeText(low, high, to, lang = "fr") {
  const write = (value) => new Intl.NumberFormat(lang).format(value);
  const [first, last] = [low ?? high, high ?? low];
  if (first == null) return "";
  return first === last ? write(first) : `${write(first)} ${to} ${write(last)}`;
}
