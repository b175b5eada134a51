// Values of the document in words, for its history and its versions.
import { titleOf } from "./naming.js";

const REGISTERS = { "@places": "places", "@actors": "actors", "@areas": "areas" };
const SHORT_DAY = { dateStyle: "short", timeStyle: "short" };

/** The name of a key: `place:<id>` says which place. */
export function keyText(session, root, key) {
  const [name, value] = key.split(/:(.*)/s);
  const word = session.words(key ? `key.${name}` : "key.number");
  return value === undefined ? word : `${word} – ${valueText(session, root, name, value)}`;
}

/** A value as the room reads it; nothing has a word of its own. */
export function valueText(session, root, key, value) {
  const { words, register } = session;
  if (value === null || value === undefined || value === "") return words("past.nothing");
  if (value === true) return words("past.yes");
  const { kind, list, of } = session.book.roots[root]?.keys[key] ?? {};
  if (list) return words.label(list, value);
  if (kind === "time" || key === "removed_at") return momentText(value, words.language);
  if (of && REGISTERS[of]) return register.get(REGISTERS[of], value)?.name ?? words("past.known");
  if (of && session.book.roots[of]) return titleOf(session, of, value);
  if (kind === "order") return words("past.order");
  return typeof value === "number" ? words("figure", { n: value }) : String(value);
}

export function momentText(at, language) {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? "" : new Intl.DateTimeFormat(language, SHORT_DAY).format(moment);
}
