import assert from "node:assert/strict";
import { test } from "node:test";
import { struck } from "../../../static/js/lib/struck.js";

test("struck words leave neither themselves nor a gap", () => {
  assert.equal(struck("They are at the old man's, behind the chapel. He pays.", "at the old man's, behind the chapel"), "They are. He pays.");
  assert.equal(struck("Group A levies on Saturday", "on Saturday"), "Group A levies");
  assert.equal(struck("On Saturday Group A levies", "On Saturday"), "Group A levies");
  assert.equal(struck("Group A levies weekly here", "weekly"), "Group A levies here");
});

test("words that do not stand in the text take nothing away", () => {
  assert.equal(struck("Group A levies", "Group B"), "Group A levies");
});
