import assert from "node:assert/strict";
import { test } from "node:test";
import { naturePhrases, natureText, parseNature } from "../../../static/js/table/nature.js";
import { oneSlip, soundsOf } from "../../../static/js/table/phrases.js";
import { oneOf, random } from "./drawn.js";
import { codesOf } from "./labels.js";

const PHRASES = naturePhrases(codesOf);
const LISTS = ["exploitation_mode", "mineral", "extraction_type", "title_status", "activity_status", "armed_presence", "place_kind"];
const KEYS = {
  exploitation_mode: "exploitation",
  mineral: "minerals",
  extraction_type: "extraction",
  title_status: "title_status",
  place_kind: "kind",
};
const read = (text) => parseNature(text, PHRASES);
const label = (list, code) => codesOf(list).find(([one]) => one === code)[1];

const said = (nature, list) => [nature[KEYS[list] ?? (list === "activity_status" ? "activity_status" : "armed_presence")]].flat();

test("a nature typed in one cell becomes codes, minerals by rank", () => {
  for (const text of [
    "artisanal · or · alluvionnaire · hors titre",
    "artisanal or alluvionnaire hors titre",
    "ARTISANAL, Or, alluvionaire; hors titre",
    "exploitation artisanale d'or, alluv, ht",
    "artis or alluv ht",
  ]) {
    const nature = read(text);
    assert.deepEqual(nature.exploitation, ["ARTISANAL"], text);
    assert.deepEqual(nature.minerals, ["GOLD"], text);
    assert.deepEqual(nature.extraction, ["ALLUVIAL"], text);
    assert.equal(nature.title_status, "NONE", text);
    assert.deepEqual(nature.unread, [], text);
  }
  assert.deepEqual(read("cassitérite, or et coltan").minerals, ["CASSITERITE", "GOLD", "COLTAN"]);
  assert.deepEqual(read("kasiterite zahabu").minerals, ["CASSITERITE", "GOLD"]);
  assert.deepEqual(read("or or zahabu").minerals, ["GOLD"], "said twice is said once");
});

test("the kind of place, the presence and the activity are heard too", () => {
  assert.equal(read("barrière routière · or").kind, "ROADBLOCK");
  assert.equal(read("dépôt or").kind, "DEPOT");
  assert.equal(read("abandonné").activity_status, "ABANDONED");
  assert.equal(read("avec ingérence").armed_presence, "PRESENT_INT");
  assert.equal(read("sans ingerence, or").armed_presence, "PRESENT_NO_INT");
  assert.equal(read("pas de présence armée").armed_presence, "ABSENT");
  assert.equal(read("zone minière, coltan").kind, "MINING_AREA");
});

test("words that no list has stay as they were typed", () => {
  assert.deepEqual(read("artisanal, or, près du vieux pont").unread, ["près du vieux pont"]);
  assert.deepEqual(read("or xyzzy coltan").unread, ["xyzzy"]);
  assert.deepEqual(read("").unread, []);
});

test("every label of every list is understood, in full and without accents", () => {
  const shared = new Set(["Inconnu", "Autre", "Puits / chantier"]); // say the same in several lists
  for (const list of LISTS) {
    for (const [code, words] of codesOf(list)) {
      if (shared.has(words)) continue;
      for (const text of [words, words.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase()]) {
        const nature = read(text.replace(/,/g, " "));
        assert.ok(said(nature, list).includes(code), `${list}.${code}: ${text} → ${JSON.stringify(nature)}`);
      }
    }
  }
});

test("what is written from codes is read back as the same codes", () => {
  const draw = random(11);
  const some = (list, most) => [...new Set(Array.from({ length: Math.floor(draw() * (most + 1)) }, () => oneOf(draw, codesOf(list))[0]))];
  const clear = (list, codes) => codes.filter((code) => !["UNKNOWN", "OTHER", "SHAFT"].includes(code) && label(list, code));
  for (let round = 0; round < 300; round += 1) {
    const nature = {
      ...read(""),
      minerals: clear("mineral", some("mineral", 3)),
      exploitation: clear("exploitation_mode", some("exploitation_mode", 2)),
      extraction: clear("extraction_type", some("extraction_type", 2)),
      title_status: clear("title_status", some("title_status", 1))[0] ?? null,
    };
    assert.deepEqual(read(natureText(nature, (list, code) => label(list, code).split(" / ")[0].replace(/,/g, " "))), nature);
  }
});

test("no word is lost, whatever is typed", () => {
  const draw = random(12);
  const pool = ["or", "coltan", "artisanal", "hors titre", "pont", "Mwamba", "camion", "12", "é", "–", "galerie", "zz"];
  for (let round = 0; round < 500; round += 1) {
    const words = Array.from({ length: 1 + Math.floor(draw() * 6) }, () => oneOf(draw, pool));
    const nature = read(words.join(oneOf(draw, [" ", ", ", " · "])));
    const unread = nature.unread.join(" ");
    for (const word of ["pont", "Mwamba", "camion", "zz"]) {
      assert.equal(unread.split(/\s+/).filter((one) => one === word).length, words.filter((one) => one === word).length, words.join("|"));
    }
  }
});

test("one slip is forgiven, two are not", () => {
  assert.ok(oneSlip("coltan", "colltan"));
  assert.ok(oneSlip("alluvionaire", "alluvoinaire"));
  assert.ok(!oneSlip("coltan", "cobalt"));
  assert.deepEqual(soundsOf("Cassitérites  d’étain"), soundsOf("kasiterite d'etain"));
});
