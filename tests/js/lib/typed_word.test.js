import assert from "node:assert/strict";
import { it } from "node:test";
import { confirms } from "../../../static/js/lib/typed_word.js";

it("the typed word confirms whatever its case, accents and outer blanks", () => {
  assert.equal(confirms(" annuler ", "ANNULER"), true);
  assert.equal(confirms("ECARTER", "Écarter"), true);
});

it("nothing, or another word, does not confirm", () => {
  assert.equal(confirms("", "ANNULER"), false);
  assert.equal(confirms(" ", ""), false);
  assert.equal(confirms("annule", "ANNULER"), false);
});
