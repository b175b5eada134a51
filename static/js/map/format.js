// Figures and sentences as the page's language writes them. The sentences come from the page.

const lang = () => (typeof document === "undefined" ? "fr" : document.documentElement.lang || "fr");

/** 1 234 */
export const figure = (value) => new Intl.NumberFormat(lang()).format(value);

/** "{n} sur {total}" with its values; figures are written in the page's language. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => {
    if (!(name in values)) return whole;
    return typeof values[name] === "number" ? figure(values[name]) : values[name];
  });
}

/** The sentence for one or for many: `texts` is {one, other}. */
export function counted(texts, n, values = {}) {
  const form = new Intl.PluralRules(lang()).select(n) === "one" ? "one" : "other";
  return fill(texts[form] ?? texts.other, { n, ...values });
}

/** "a, b ou c" */
export const either = (words) => new Intl.ListFormat(lang(), { type: "disjunction" }).format(words);

/** "a, b, c": an enumeration in a cell. */
export const joined = (words) => words.filter(Boolean).join(", ");

/** Names in the order of the language, figures by their value: Site-2 before Site-10. */
export const collator = () => new Intl.Collator(lang(), { numeric: true, sensitivity: "base" });
