import assert from "node:assert/strict";
import { test } from "node:test";
import { watchTwice } from "../../../static/js/workbook/concurrent.js";
import { Findings, findingName } from "../../../static/js/workbook/findings.js";
import { pass, room } from "./rooms.js";

/** Two laptops that hold the same card. */
function twoRooms() {
  const [a, b] = [room(), room()];
  const id = a.book.make("nodes", { theme: "OTHER", text: "x" });
  pass(a, b);
  return { a, b, id };
}

const both = (a, b) => {
  pass(a, b);
  pass(b, a);
};

test("a field that two have changed at the same time is found by both, until somebody writes it again", () => {
  const { a, b, id } = twoRooms();
  const found = [a, b].map(({ book }) => {
    const findings = new Findings();
    watchTwice(book, findings);
    return findings;
  });
  a.book.set("nodes", id, { theme: "LAND" });
  b.book.set("nodes", id, { theme: "POVERTY" });
  both(a, b);
  for (const { frames } of [a, b]) frames.run();
  for (const findings of found) assert.deepEqual(findings.of("nodes", id).map(findingName), [`CHANGED_BY_TWO|nodes|${id}|theme|`]);
  a.book.set("nodes", id, { theme: "OTHER" });
  both(a, b);
  for (const { frames } of [a, b]) frames.run();
  for (const findings of found) assert.deepEqual(findings.all, []);
});

test("one after the other, and different fields, are no finding; a page that opens later finds the same", () => {
  const { a, b, id } = twoRooms();
  a.book.set("nodes", id, { theme: "LAND" });
  both(a, b);
  b.book.set("nodes", id, { theme: "POVERTY" });
  both(a, b);
  a.book.set("nodes", id, { side: "cause" });
  b.book.flag("nodes", id, "place", "p", true);
  a.book.flag("nodes", id, "place", "p", true);
  both(a, b);
  const late = room();
  pass(a, late);
  const findings = new Findings();
  watchTwice(late.book, findings);
  assert.deepEqual(findings.all, []);
  a.book.set("nodes", id, { theme: "LAND" });
  b.book.set("nodes", id, { theme: "OTHER" });
  both(a, b);
  const later = room();
  pass(b, later);
  const opened = new Findings();
  watchTwice(later.book, opened);
  assert.equal(opened.of("nodes", id).length, 1);
});

test("what the server tells and what the page finds stand together", () => {
  const findings = new Findings();
  let told = 0;
  findings.addEventListener("change", () => {
    told += 1;
  });
  findings.set([{ code: "NO_TEXT", root: "nodes", id: "n", key: "text" }]);
  findings.setOwn([{ code: "CHANGED_BY_TWO", root: "nodes", id: "n", key: "theme" }]);
  assert.deepEqual(
    findings.of("nodes", "n").map((it) => it.code),
    ["NO_TEXT", "CHANGED_BY_TWO"],
  );
  assert.equal(findings.in("places").length, 0);
  assert.equal(told, 2);
  assert.equal(findings.checked, true);
});
