import assert from "node:assert/strict";
import { test } from "node:test";
import { neighbour } from "../../../static/js/lib/neighbour.js";

test("the arrows stop at both ends and know only what is in the queue", () => {
  const entries = ["a", "b", "c"];
  assert.equal(neighbour(entries, "b", 1), "c");
  assert.equal(neighbour(entries, "b", -1), "a");
  assert.equal(neighbour(entries, "c", 1), undefined);
  assert.equal(neighbour(entries, "a", -1), undefined);
  assert.equal(neighbour(entries, "x", 1), undefined);
});
