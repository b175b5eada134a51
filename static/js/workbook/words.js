// What scripts say, as the page brought it: texts from <template id="words">, labels of codes from the vocabulary.
import { fold } from "../map/search.js";

/** `words("sync.here", {n: 3})` fills {n}; a text with data-one is for 1, and where it names {n} for whatever the language counts so (French: 0). */
export function makeWords(texts, codes, language = "fr") {
  const plural = new Intl.PluralRules(language);
  const figure = new Intl.NumberFormat(language);
  const shown = (value) => (typeof value === "number" ? figure.format(value) : String(value ?? ""));
  const words = (key, values = {}) => {
    const single = "n" in values && plural.select(values.n) === "one" ? texts.get(`${key}#one`) : undefined;
    const text = (values.n === 1 || single?.includes("{n}") ? single : undefined) ?? texts.get(key) ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? shown(values[name]) : whole));
  };
  words.has = (key) => texts.has(key);
  words.language = language;
  words.codes = (list) => codes.lists[list] ?? [];
  words.label = (list, code) => words.codes(list).find(([it]) => it === code)?.[1] ?? code ?? "";
  words.severity = (code) => codes.severities?.[code] ?? "";
  words.family = (mode) => codes.families?.[mode] ?? "";
  words.fold = fold;
  return words;
}

/** Read the texts of a page. */
export function textsOf(template) {
  const texts = new Map();
  for (const element of template.content.querySelectorAll("[data-word]")) {
    const key = element.dataset.word + (element.hasAttribute("data-one") ? "#one" : "");
    texts.set(key, element.textContent.trim().replace(/[ \t\n\r]+/g, " "));
  }
  return texts;
}
