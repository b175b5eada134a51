// Figures and sentences as the page's language writes them. The sentences come from the page.

const lang = () => (typeof document === "undefined" ? "fr" : document.documentElement.lang || "fr");

const made = new Map();

/** One writer per kind and language: making one costs more than using it. */
function writer(Kind, name, options) {
  const key = `${name}|${lang()}`;
  if (!made.has(key)) made.set(key, new Kind(lang(), options));
  return made.get(key);
}

/** 1 234 */
export const figure = (value) => writer(Intl.NumberFormat, "figure").format(value);

/** "{n} sur {total}" with its values; figures are written in the page's language. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => {
    if (!(name in values)) return whole;
    return typeof values[name] === "number" ? figure(values[name]) : values[name];
  });
}

/** The sentence for one or for many: `texts` is {one, other}. */
export function counted(texts, n, values = {}) {
  const form = writer(Intl.PluralRules, "plural").select(n) === "one" ? "one" : "other";
  return fill(texts[form] ?? texts.other, { n, ...values });
}

/** "a, b ou c" */
export const either = (words) => writer(Intl.ListFormat, "either", { type: "disjunction" }).format(words);

/** "a, b, c": an enumeration in a cell. */
export const joined = (words) => words.filter(Boolean).join(", ");

/** Names in the order of the language, figures by their value: Site-2 before Site-10. */
export const collator = () => writer(Intl.Collator, "names", { numeric: true, sensitivity: "base" });
