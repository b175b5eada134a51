import assert from "node:assert/strict";
import { test } from "node:test";
import { colouring, tintOf } from "../../../static/js/map/colours.js";
import { dayOf } from "../../../static/js/map/dates.js";
import { Engine } from "../../../static/js/map/engine.js";
import { counted, either, figure, fill } from "../../../static/js/map/format.js";
import { centreOf, partsOf } from "../../../static/js/map/geometry.js";
import { HitGrid } from "../../../static/js/map/hit_grid.js";
import { legsOf } from "../../../static/js/map/legs.js";
import { Model } from "../../../static/js/map/model.js";
import { EMPTY } from "../../../static/js/map/permalink.js";
import { extentOf, mercatorX, mercatorY } from "../../../static/js/map/projection.js";
import { shapeOf, sizeOf } from "../../../static/js/map/symbols.js";
import { windowText } from "../../../static/js/map/window_text.js";
import { layers } from "./synthetic.js";

function modelOf(data, view = EMPTY) {
  const model = new Model(data.filters, view);
  model.load(data.base, data.state);
  return model;
}

test("a view that changes is filtered at once and announced once", () => {
  const data = layers(60, 3, 4);
  const model = modelOf(data);
  model.setClaims(data.claims);
  const heard = [];
  for (const name of ["filtered", "view"]) model.addEventListener(name, () => heard.push(name));
  model.choose("presence", 0, true);
  assert.deepEqual(heard, ["filtered", "view"]);
  assert.ok(model.filtered);
  assert.equal(model.result.visible, Array.from(model.engine.drawn.presence).filter((one) => one === 0).length);
  model.change({ sel: "7KQ3M2" });
  assert.deepEqual(heard, ["filtered", "view", "view"], "choosing a place filters nothing");
  model.change({ sel: "7KQ3M2" });
  assert.equal(heard.length, 3, "what stays the same is not announced");
  model.choose("presence", 0, false);
  assert.deepEqual(model.view.filters, {});
});

test("clearing takes every filter away and leaves the handle where it is", () => {
  const data = layers(40, 3, 4);
  const model = modelOf(data, { ...EMPTY, q: "x", on: 19_000, box: [1, 2, 3, 4], filters: { presence: [1] } });
  model.clear();
  assert.equal(model.result.visible, 40);
  assert.equal(model.view.on, 19_000);
});

test("claims that come before the map wait for it", () => {
  const data = layers(40, 3, 4);
  const model = new Model(data.filters);
  model.setClaims(data.claims);
  model.load(data.base, data.state);
  assert.ok(model.result.counts.mineral);
});

test("places that changed since the last visit can be shown alone", () => {
  const data = layers(40, 3, 4);
  const model = new Model(data.filters);
  const codes = new Engine(data.base, data.state, data.filters).places.code;
  model.load(data.base, data.state, [codes[3], codes[7], "ZZZZZZ"], [codes[7]]);
  model.change({ only: "since" });
  assert.equal(model.result.visible, 2);
  assert.deepEqual([...model.improved], [7]);
});

test("the nearest mark under the finger is hit, across cells, and none beyond reach", () => {
  const grid = new HitGrid();
  grid.add(1, 31, 31, 5);
  grid.add(2, 40, 31, 5);
  assert.equal(grid.at(33, 31, 3), 1);
  assert.equal(grid.at(38, 31, 3), 2);
  assert.equal(grid.at(60, 31, 3), -1);
  grid.clear();
  assert.equal(grid.at(33, 31, 3), -1);
});

test("legs say volume by width and formality by pattern; one stop is drawn once", () => {
  const kinds = {
    leg: {
      place: [0, 0, 0, 1],
      day: [10, 11, 99, 10],
      to: [-1, -1, 2, 2],
      to_name: ["Dépôt", "Dépôt", "", ""],
      formal: [1, 1, 0, 0],
      volume: [0, 3, null, null],
    },
  };
  const data = layers(3, 1, 1);
  data.base.lon = [2_700_000, 1000, 1000];
  data.base.lat = [-500_000, 1000, 1000];
  const engine = new Engine(data.base, data.state, data.filters);
  engine.setClaims({ kinds, dict: data.claims.dict });
  const early = legsOf(engine.claims, engine.places, 0, 50);
  assert.equal(early.length, 1);
  assert.deepEqual([early[0].name, early[0].lon, early[0].width, early[0].dash], ["Dépôt", null, 8, [9, 4]]);
  const later = legsOf(engine.claims, engine.places, 0, 100);
  assert.equal(later.length, 2);
  assert.deepEqual([later[1].lon, later[1].dash], [engine.places.lon[2], []]);
  assert.deepEqual(legsOf(null, engine.places, 0, 100), []);
});

test("a mark's area grows with its workers between 8 and 28 pixels, and is 10 when they are not known", () => {
  assert.deepEqual([0, 1000, 50_000, Number.NaN].map(sizeOf), [8, 28, 28, 10]);
  assert.ok(sizeOf(500) > sizeOf(100));
  assert.deepEqual(["PRESENT_INT", "NOT_ASKED", "SOMETHING"].map(shapeOf), ["seen", "unknown", "unknown"]);
});

test("colourings name every place's tint: several minerals are a tint of their own", () => {
  const data = layers(4, 1, 1);
  data.base.minerals = [1, 3, 0, 2 ** 20];
  const engine = new Engine(data.base, data.state, data.filters);
  const { tokenOf } = colouring(engine, "mineral");
  assert.deepEqual([0, 1, 2, 3].map(tokenOf), ["--tint-1", "--tint-mixed", "--tint-none", "--tint-other"]);
  assert.equal(tintOf(-1, 8), "--tint-none");
  const qualification = colouring(engine, "qualification");
  assert.deepEqual(
    qualification.lines.map((line) => line.token),
    ["--tint-none", "--tint-green", "--tint-yellow", "--tint-red"],
  );
});

test("positions become the units of the map and the extent of places leaves out those without", () => {
  assert.equal(mercatorX(0), 128);
  assert.ok(Math.abs(mercatorY(0) - 128) < 1e-9);
  assert.ok(mercatorY(-5) > 128);
  assert.deepEqual(extentOf([27, Number.NaN, 29], [-5, Number.NaN, -4]), { west: 27, south: -5, east: 29, north: -4 });
  assert.equal(extentOf([Number.NaN], [Number.NaN]), null);
});

test("a name stands in the middle of the largest part", () => {
  const square = (x, y, side) => [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
  const geometry = { type: "MultiPolygon", coordinates: [[square(0, 0, 1)], [square(10, 10, 4)]] };
  assert.deepEqual(centreOf(geometry), [12, 12]);
  assert.equal(
    partsOf({
      type: "LineString",
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    }).closed,
    false,
  );
  assert.equal(centreOf(null), null);
});

test("sentences take figures and forms from the language", () => {
  assert.equal(figure(1234).replace(/\s/g, " "), "1 234");
  assert.equal(fill("{n} sur {total} : {what}", { n: 3, total: 1000 }).replace(/\s/g, " "), "3 sur 1 000 : {what}");
  assert.equal(counted({ one: "{n} lieu", other: "{n} lieux" }, 1), "1 lieu");
  assert.equal(counted({ one: "{n} lieu", other: "{n} lieux" }, 2), "2 lieux");
  assert.equal(either(["or", "coltan"]), "or ou coltan");
});

test("a window of whole years is told in years, any other in days", () => {
  const texts = { since: "depuis {from}", until: "jusqu’au {to}", between: "{from} – {to}" };
  assert.equal(windowText(texts, dayOf(2014, 1, 1), null), "depuis 2014");
  assert.equal(windowText(texts, dayOf(2014, 3, 1), dayOf(2015, 12, 31)), "01/03/2014 – 2015");
  assert.equal(windowText(texts, null, dayOf(2015, 6, 30)), "jusqu’au 30/06/2015");
  assert.equal(windowText(texts, null, null), "");
});
