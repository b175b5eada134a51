import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, sizeOf } from "../../../static/js/tree/wrap.js";

test("typing words of the same number of lines moves nothing", () => {
  const measure = (word) => word.length * 7;
  const kind = { widths: [134, 164], pad: [22, 16], line: 16, lines: 3, least: 60 };
  assert.deepEqual(sizeOf("Impunité", kind, measure), sizeOf("Impunité ancienne", kind, measure));
});

test("a card grows in width first, then in height, and breaks a word that is too long", () => {
  const measure = (word) => word.length * 10;
  const kind = { widths: [120, 200], pad: [20, 10], line: 16, lines: 2, least: 40 };
  assert.equal(linesOf("un deux trois", 100, measure), 2);
  assert.equal(linesOf("anticonstitutionnellement", 100, measure), 3);
  assert.equal(linesOf("", 100, measure), 1);
  assert.deepEqual(sizeOf("un deux", kind, measure), { width: 120, height: 40 });
  assert.equal(sizeOf("un deux trois quatre cinq", kind, measure).width, 200);
  assert.deepEqual(sizeOf("mot ".repeat(20), kind, measure), { width: 200, height: Math.ceil(5 * 16 + 10) });
});
