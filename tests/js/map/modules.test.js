import assert from "node:assert/strict";
import { test } from "node:test";
import { codeText, codeValue } from "../../../static/js/map/codes.js";
import { dayOf, dayOfIso, dayText, dayTyped, endOfStep, histogram, isoOf, NO_DAY, stopAt, stopsOf } from "../../../static/js/map/dates.js";
import { bitsOf, decodePlaces, degrees } from "../../../static/js/map/layers.js";
import { EMPTY, readView, writeView } from "../../../static/js/map/permalink.js";
import { ageClass } from "../../../static/js/map/presence.js";
import { fold, found, wordsOf } from "../../../static/js/map/search.js";
import { layers, random } from "./synthetic.js";
import { catalogue } from "./synthetic_catalogue.js";

test("a code is its integer and back, and reads O as 0", () => {
  for (const value of [0, 1, 31, 32, 2 ** 30 - 1, 252149666]) assert.equal(codeValue(codeText(value)), value);
  assert.equal(codeValue("o00001"), 1);
  assert.equal(codeValue("7KQ3U2"), -1);
  assert.equal(codeValue("7KQ3"), -1);
});

test("delta-coded positions come back in degrees, absent ones as none", () => {
  assert.deepEqual(Array.from(degrees([2_754_000, null, -1000, 5])), [27.54, Number.NaN, 27.53, 27.53005]);
});

test("masks of more than 32 bits keep their high bits", () => {
  assert.deepEqual(bitsOf(2 ** 40 + 2 ** 31 + 1), [0, 31, 40]);
  assert.deepEqual(bitsOf(null), []);
});

test("places above the base are appended, with their own dictionaries", () => {
  const { base } = layers(3, 1, 1);
  const extra = {
    code: [5],
    lon: [2_700_000],
    lat: [-500_000],
    name: ["Dernier"],
    kind: [0],
    minerals: [2],
    province: [0],
    territoire: [0],
    dict: { province: [["CD63", "Maniema"]] },
  };
  const places = decodePlaces(base, extra);
  assert.equal(places.count, 4);
  assert.equal(places.provinceName[3], "Maniema");
  assert.deepEqual(places.mineralNames[3], ["Cassitérite"]);
  assert.equal(places.lat[3], -5);
  const news = {
    ...extra,
    territoire: [1],
    dict: {
      territoire: [
        ["T0", "Territoire 0", 0],
        ["NEW", "Nouveau", 0],
      ],
    },
  };
  const extended = decodePlaces(base, news, [1, 2, 4, 3]);
  assert.equal(extended.territoireName[3], "Nouveau");
  assert.equal(extended.raw.territoire[3], base.dict.territoire.length, "after those of the base, as the catalogue counts them");
  assert.deepEqual(extended.mineralNames[3], ["Or", "Cassitérite"]);
});

test("accents, spelling and signs do not hide a name", () => {
  assert.equal(fold("Mouâmba-7"), fold("mwamba 7"));
  assert.equal(fold("Kalémie"), fold("CALEMIE"));
  assert.equal(fold("Djyubbo"), fold("jiubo"));
  assert.ok(found(wordsOf("mouamba 7"), fold("Site fictif Mwamba-7"), "7KQ3M2"));
  assert.ok(found(wordsOf("7kq"), fold("Autre"), "7KQ3M2"));
  assert.ok(!found(wordsOf("7"), fold("Autre"), "7KQ3M2"));
  assert.ok(!found(wordsOf("mwamba 8"), fold("Site fictif Mwamba-7"), "7KQ3M2"));
  assert.deepEqual(wordsOf("  "), []);
});

test("days are read as French readers type them", () => {
  const september = dayOf(2024, 9, 30);
  for (const text of ["30/09/2024", "30.9.2024", "30 09 2024", "2024-09-30", "09/2024"]) assert.equal(dayTyped(text), september, text);
  assert.equal(dayTyped("2024"), dayOf(2024, 12, 31));
  for (const text of ["", "31/02/2024", "13/2024", "abc", "1/2/3/4"]) assert.equal(dayTyped(text), null, text);
  assert.equal(dayText(september), "30/09/2024");
  assert.equal(isoOf(september), "2024-09-30");
  assert.equal(dayOfIso("2024-02-30"), null);
});

test("the handle stands at ends of steps and last at the day of the data", () => {
  const stops = stopsOf(dayOf(2023, 11, 5), dayOf(2024, 8, 20), "quarter");
  assert.deepEqual(stops.map(isoOf), ["2023-12-31", "2024-03-31", "2024-06-30", "2024-08-20"]);
  assert.equal(stopAt(stops, dayOf(2024, 4, 1)), 2);
  assert.equal(stopAt(stops, dayOf(2030, 1, 1)), 3);
  assert.deepEqual(stopsOf(dayOf(2024, 6, 2), dayOf(2024, 8, 31), "month").map(isoOf), ["2024-06-30", "2024-07-31", "2024-08-31"]);
  assert.equal(isoOf(endOfStep(dayOf(2024, 2, 3), "quarter")), "2024-03-31");
  assert.equal(endOfStep(19_000, "day"), 19_000);
  assert.deepEqual(Array.from(histogram([[dayOf(2024, 1, 1), NO_DAY, dayOf(2030, 1, 1)], [dayOf(2024, 5, 9)]], stops)), [0, 1, 1, 0]);
});

test("a view goes into the address and comes back the same", () => {
  const filters = catalogue();
  const draw = random(12);
  for (let round = 0; round < 200; round += 1) {
    const chosen = {};
    for (const filter of filters) {
      const values = filter.options.map((option) => option.value).filter(() => draw() < 0.2);
      if (values.length) chosen[filter.key] = values;
    }
    const view = {
      ...EMPTY,
      filters: chosen,
      q: draw() < 0.5 ? "é&=, %" : "",
      on: draw() < 0.5 ? 19_000 : null,
      from: draw() < 0.5 ? 17_000 : null,
      sel: draw() < 0.5 ? "7KQ3M2" : "",
      view: draw() < 0.5 ? "list" : "map",
      z: 7.25,
      lat: -5.2,
      lon: 27.9,
      color: "activity",
      ghosts: draw() < 0.5,
      box: draw() < 0.5 ? [27.1, -6.2, 28, -5.1] : null,
      sort: draw() < 0.5 ? "-name" : "",
    };
    assert.deepEqual(readView(writeView(view, filters), filters), { ...view, q: view.q.trim() });
  }
});

test("an address made by hand cannot break the view", () => {
  const filters = catalogue();
  assert.deepEqual(
    readView("f.mineral=NOPE&z=99&lat=x&box=3,2,1&color=__proto__&view=x&on=2024-13-01&sort=<b>&f.__proto__=GOLD", filters),
    EMPTY,
  );
});

test("age has four classes and an unknown day none", () => {
  assert.deepEqual(
    [0, 400, 800, 1900].map((age) => ageClass(20_000 - age, 20_000)),
    [0, 1, 2, 3],
  );
  assert.equal(ageClass(NO_DAY, 20_000), 0);
});
