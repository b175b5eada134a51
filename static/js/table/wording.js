// What is said of a site, in short words. The words come from the page; figures are written as its language does.

import { rangeText } from "./figures.js";
import { natureText } from "./nature.js";
import { periodText } from "./periods.js";
import { knownPlace } from "./registers.js";

/** A code in the few letters that a cell has room for: "artisanal", "or", "hors titre". */
export function shortOf(words, list, code) {
  const key = `short.${list}.${code}`;
  if (words.has(key)) return words(key);
  return lowered(
    words
      .label(list, code)
      .replace(/\s*\([^)]*\)/g, "")
      .split(" / ")[0],
  );
}

/** "Or" → "or", but "ZEA" stays. */
export const lowered = (text) => (/^\p{Lu}(?:\p{Ll}|['’ ]|$)/u.test(text) ? text.charAt(0).toLocaleLowerCase() + text.slice(1) : text);

/** The nature of a row as parseNature gives it, from its place and its observation. */
export function natureOf(book, place, observation) {
  const flags = (name) => (observation ? book.flags(observation, name) : []);
  const minerals = flags("mineral");
  return {
    kind: place.kind ?? null,
    title_status: observation?.title_status ?? null,
    activity_status: observation?.activity_status ?? null,
    armed_presence: observation?.armed_presence ?? null,
    minerals: minerals.length ? minerals : book.flags(place, "mineral"),
    exploitation: flags("exploitation"),
    extraction: flags("extraction"),
    unread: observation?.said && !observation.language ? [observation.said] : [],
  };
}

/** "artisanal · or, cassitérite · alluvionnaire · hors titre" */
export const natureWords = (words, nature) => natureText(nature, (list, code) => shortOf(words, list, code));

export const periodWords = (words) => ({ since: words("period.since"), until: words("period.until"), to: words("range.to") });

/** "présence avec ingérence · or · 08/2024 · Groupe 1": one of several observations of a site, in a line. */
export function observationText(session, entry) {
  const { words, book } = session;
  const seen = natureWords(words, natureOf(book, {}, entry)) || words("table.to_complete");
  const group = entry.group ? book.get("groups", entry.group)?.name : "";
  return [seen, periodText(entry.from, entry.until, periodWords(words)), group].filter(Boolean).join(" · ");
}

/** "500 FC par creuseur, par semaine"; empty where no levy was said. */
export function levyText(words, entry) {
  const amount = rangeText(entry.levy_low, entry.levy_high, words("range.to"), words.language);
  if (!amount) return "";
  const unit = entry.levy_unit === "PERCENT" ? "%" : entry.levy_unit ? words(`levy.unit.${entry.levy_unit}`) : "";
  const per = entry.levy_per ? words(`levy.per.${entry.levy_per}`) : "";
  const base = entry.levy_base ? words(`levy.base.${entry.levy_base}`) : "";
  return [[amount, unit].filter(Boolean).join("\u00a0") + (base ? ` ${base}` : ""), per].filter(Boolean).join(", ");
}

/** The name of an actor as the room knows it; its category where it has none. */
export function actorName(session, entry) {
  const known = entry.actor ? session.register.get("actors", entry.actor) : null;
  if (known) return known.name;
  if (entry.actor_name) return entry.actor_name;
  return entry.actor_category ? session.words.label("actor_category", entry.actor_category) : session.words("table.actor_missing");
}

/** The category of an actor: the register's word goes before the room's; empty where nobody gave one. */
export const actorCategory = (session, entry) =>
  (entry.actor && session.register.get("actors", entry.actor)?.category) || entry.actor_category || "";

/** The name of a place of the workbook. */
export const placeName = (session, place) => (place ? place.name || knownPlace(session, place.ref)?.name || place.label || "" : "");

/** Where a leg ends, in words. */
export const legEnd = (session, leg) => placeName(session, leg.to ? session.book.get("places", leg.to) : null) || leg.to_text || "";

/** "→ Kalemie · or · camion" */
export function legText(session, leg) {
  const { words } = session;
  const volume = rangeText(leg.volume_low, leg.volume_high, words("range.to"), words.language);
  const parts = [
    `→\u00a0${legEnd(session, leg) || words("table.leg_end_missing")}`,
    leg.mineral ? shortOf(words, "mineral", leg.mineral) : "",
    leg.transport ? shortOf(words, "transport", leg.transport) : "",
    volume ? `${volume}\u00a0kg` : "",
    leg.formal && leg.formal !== "NOT_ASKED" ? (words.has(`leg.formal.${leg.formal}`) ? words(`leg.formal.${leg.formal}`) : "") : "",
    leg.via ? `${words("leg.via")} ${leg.via}` : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

/** Who gains, in words: a name, a type, or why it is not said. */
export function benefitText(session, benefit) {
  const { words } = session;
  const known = benefit.beneficiary ? session.register.get("actors", benefit.beneficiary)?.name : "";
  const name = known || benefit.beneficiary_name || "";
  const type = benefit.beneficiary_type ? words.label("beneficiary_type", benefit.beneficiary_type) : "";
  const reason = benefit.unspecified_reason ? words.label("unspecified_reason", benefit.unspecified_reason) : "";
  return [name, type, reason].filter(Boolean).join(" · ");
}
