import assert from "node:assert/strict";
import { test } from "node:test";
import { decimalsOf, inDecimals } from "../../../static/js/map/point_text.js";

test("decimals are read with point or comma, latitude first, and written with five digits", () => {
  assert.deepEqual(decimalsOf("-5.9167 29.2"), { lat: -5.9167, lon: 29.2 });
  assert.deepEqual(decimalsOf(" -5,9167; 29,2 "), { lat: -5.9167, lon: 29.2 });
  assert.deepEqual(decimalsOf("-5.9167, 29.2"), { lat: -5.9167, lon: 29.2 });
  assert.equal(inDecimals(-5.91666666, 29.2), "-5.91667 29.20000");
  assert.deepEqual(decimalsOf(inDecimals(-5.91666666, 29.2)), { lat: -5.91667, lon: 29.2 });
});

test("any other way of writing is left to the server", () => {
  for (const text of ["", "5°55′ S 29°12′ E", "35M 740000 9340000", "-95 29", "-5 200", "-5.9", "by the river"]) {
    assert.equal(decimalsOf(text), null);
  }
});
