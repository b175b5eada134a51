import assert from "node:assert/strict";
import { test } from "node:test";
import { readAddress, writeAddress } from "../../../static/js/workbook/address.js";
import { clockText, hoursText, leftOf, progress } from "../../../static/js/workbook/agenda_time.js";
import { Register } from "../../../static/js/workbook/register_search.js";
import { wholeOf } from "../../../static/js/workbook/rows.js";
import { makeWords } from "../../../static/js/workbook/words.js";

const TEXTS = new Map([
  ["sync.here", "{n} seulement ici"],
  ["sync.received", "{n} reçus"],
  ["sync.received#one", "{n} reçu"],
  ["days", "dans {n} jours"],
  ["days#one", "demain"],
  ["agenda.hours-minutes", "{h} h {m}"],
  ["agenda.hours", "{h} h"],
  ["agenda.minutes", "{n} min"],
]);
const CODES = { lists: { mode: [["TAX", "Taxation"]] }, families: { TAX: "LEVY" }, severities: { NO_TEXT: "BLOCKS" } };
const words = makeWords(TEXTS, CODES, "fr");

test("one thing has a text of its own, and nothing is one in French where the text has a figure", () => {
  assert.equal(words("sync.received", { n: 1 }), "1 reçu");
  assert.equal(words("sync.received", { n: 0 }), "0 reçu");
  assert.equal(words("sync.received", { n: 2 }), "2 reçus");
  assert.equal(words("days", { n: 1 }), "demain");
  assert.equal(words("days", { n: 0 }), "dans 0 jours");
  assert.equal(words("sync.here", { n: 1234 }), `${new Intl.NumberFormat("fr").format(1234)} seulement ici`);
  assert.equal(words("not.there"), "not.there");
});

test("codes have labels, modes a family, findings a severity; an unknown one says itself", () => {
  assert.equal(words.label("mode", "TAX"), "Taxation");
  assert.equal(words.label("mode", "NEW"), "NEW");
  assert.equal(words.label("mode", undefined), "");
  assert.equal(words.family("TAX"), "LEVY");
  assert.equal(words.severity("NO_TEXT"), "BLOCKS");
  assert.deepEqual(words.codes("nothing"), []);
});

test("an address holds workshop, station and entry; another text opens nothing", () => {
  const workshop = "b06b4bdc-2535-4420-a5fe-1ae3c09757b6";
  const address = { workshop, station: "tree", entry: "nodes/core" };
  assert.deepEqual(readAddress(writeAddress(address)), address);
  assert.deepEqual(readAddress(`#${workshop}`), { workshop, station: "", entry: "" });
  for (const hash of ["", "#", "#javascript:alert(1)", "#../../x", "#%", `#${workshop}/tree/%E0%A4%A`]) assert.equal(readAddress(hash).workshop, "");
});

test("a place is found by name, alias or code, whatever the spelling, the likeliest first", () => {
  const register = new Register({
    places: [
      { id: "1", ref: "7KQ3M2", name: "Site fictif Mwamba-7", aliases: ["Chez Kalonji"] },
      { id: "2", ref: "AB12CD", name: "Mwamba", aliases: [] },
    ],
    actors: [{ id: "a", name: "Forces armées", acronym: "FARDC" }],
    areas: [{ pcode: "CD7401", name: "Kalemie" }],
  });
  const found = (typed, kind = "places") => register.search(kind, typed).map((row) => row.id ?? row.pcode);
  assert.deepEqual(found("mouamba"), ["2", "1"]);
  assert.deepEqual(found("Mwamba 7"), ["1"]);
  assert.deepEqual(found("kalondji"), ["1"]);
  assert.deepEqual(found("7kq3"), ["1"]);
  assert.deepEqual(found("fardc", "actors"), ["a"]);
  assert.deepEqual(found("CALEMIE", "areas"), ["CD7401"]);
  assert.deepEqual(found(" "), []);
  assert.equal(register.get("places", "7KQ3M2").id, "1");
  assert.equal(register.get("areas", "CD7401").name, "Kalemie");
  assert.equal(register.get("places", "nothing"), null);
});

test("the clock counts down, over the end it says so, and the day adds up", () => {
  const start = Date.parse("2024-09-24T09:00:00Z");
  const running = { minutes: 30, state: "running", started_at: "2024-09-24T09:00:00Z" };
  assert.equal(clockText(leftOf(running, start + 61_000)), "28:59");
  assert.equal(clockText(leftOf(running, start + 31 * 60_000)), "−1:00");
  assert.deepEqual(progress([{ minutes: 60, state: "done" }, running, { minutes: 45 }], start + 10 * 60_000), { done: 70, all: 135 });
  assert.deepEqual(progress([running], start + 90 * 60_000), { done: 30, all: 30 });
  assert.deepEqual(
    [130, 120, 45].map((minutes) => hoursText(minutes, words)),
    ["2 h 10", "2 h", "45 min"],
  );
});

test("a count is a whole number or nothing", () => {
  assert.deepEqual(["12", " 1 234 ", "0", "", "-1", "1.5", "drei"].map(wholeOf), [12, 1234, 0, null, null, null, null]);
});
