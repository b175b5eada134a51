// A window of days in words.

import { dayOf, dayText, partsOf } from "./dates.js";
import { fill } from "./format.js";

/** A whole year at its edge is told as the year: "since 2014". */
function edgeText(day, first) {
  if (day === null) return "";
  const { year } = partsOf(day);
  return day === (first ? dayOf(year, 1, 1) : dayOf(year, 12, 31)) ? String(year) : dayText(day);
}

/** "since …", "until …" or both, with the page's sentences {since, until, between}. */
export function windowText(texts, from, to) {
  if (from === null && to === null) return "";
  const values = { from: edgeText(from, true), to: edgeText(to, false) };
  return fill(to === null ? texts.since : from === null ? texts.until : texts.between, values);
}
