// What the rail says of the stations of the sites: how much is there, what is missing.

import { isTreated, missingOf, rowsOf } from "./rows.js";

const part = (done, all) => (all ? done / all : null);

/** Table of sites: the rows that hold something, and how many lack something. */
export function summaryOf(session) {
  const { words } = session;
  const rows = rowsOf(session.book);
  const treated = rows.filter(isTreated);
  const missing = treated.filter((row) => missingOf(row).size).length;
  return {
    text: treated.length ? words("table.rail", { n: treated.length }) : "",
    missing,
    part: part(treated.length - missing, treated.length),
  };
}

/** Sites to treat: how many of the list are treated. */
export function toTreatSummary(session) {
  const { words } = session;
  const listed = rowsOf(session.book).filter((row) => row.place.treat);
  const done = listed.filter(isTreated).length;
  return { text: listed.length ? words("sites.rail", { done, n: listed.length }) : "", missing: 0, part: part(done, listed.length) };
}

/** Mineral chain: its legs and the sites of the table without one. */
export function chainSummary(session) {
  const { words, book } = session;
  const treated = rowsOf(book).filter(isTreated);
  const without = treated.filter((row) => !row.legs.length || !row.benefits.length).length;
  const legs = book.list("legs").length;
  return {
    text: legs ? words("chain.rail", { n: legs }) : "",
    missing: without,
    part: part(treated.length - without, treated.length),
  };
}
