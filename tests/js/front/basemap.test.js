import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { areaOf, clip, contains, rounded, simplifyLine, thinOutside } from "../../../ops/front/ground/geometry.mjs";
import { makeBasemap } from "../../../ops/front/basemap.mjs";

const SQUARE = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];

describe("geometry of the basemap", () => {
  it("keeps the part of a ring inside a box", () => {
    assert.equal(Math.abs(areaOf(clip(SQUARE, [1, 1, 10, 3]))), 6);
    assert.deepEqual(clip(SQUARE, [5, 5, 6, 6]), []);
  });

  it("knows what lies inside", () => {
    assert.equal(contains(SQUARE, [2, 2]), true);
    assert.equal(contains(SQUARE, [5, 2]), false);
  });

  it("thins a line but keeps its corners", () => {
    assert.deepEqual(
      simplifyLine(
        [
          [0, 0],
          [1, 0.001],
          [2, 0],
          [2, 2],
        ],
        0.01,
      ),
      [
        [0, 0],
        [2, 0],
        [2, 2],
      ],
    );
  });

  it("moves nothing inside the window", () => {
    const ring = [
      [0, 0],
      [1, 0.001],
      [2, 0],
      [9, 0],
      [10, 0.001],
      [11, 0],
      [0, 0],
    ];
    assert.deepEqual(thinOutside(ring, [-1, -1, 3, 3], 0.01), [
      [0, 0],
      [1, 0.001],
      [2, 0],
      [9, 0],
      [11, 0],
      [0, 0],
    ]);
  });

  it("drops points that rounding makes equal", () => {
    assert.deepEqual(
      rounded(
        [
          [0.0001, 0],
          [0.0002, 0],
          [1, 1],
        ],
        3,
      ),
      [
        [0, 0],
        [1, 1],
      ],
    );
  });
});

describe("the basemap that is built", () => {
  const folder = mkdtempSync(join(tmpdir(), "basemap-"));
  const content = {};
  let sizes;
  let index;

  before(() => {
    makeBasemap(folder);
    sizes = makeBasemap(folder);
    index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
    for (const [kind, name] of Object.entries(index.files)) content[kind] = JSON.parse(readFileSync(join(folder, name), "utf8"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const waterAt = (point) =>
    content.water.features.filter(({ properties, geometry }) => {
      if (properties.kind === "sea") return false;
      return geometry.coordinates.filter((ring) => contains(ring, point)).length % 2 === 1;
    });

  for (const [name, point] of Object.entries({
    "Lac Tanganyika": [29.5, -6],
    "Lac Kivu": [28.95, -2],
    "Lac Moero": [28.7, -9],
    "Lac Édouard": [29.6, -0.3],
    "Lac Upemba": [26.4, -8.6],
  }))
    it(`holds ${name}`, () => assert.equal(waterAt(point)[0]?.properties.name, name));

  it("knows the ocean from the land", () => {
    const [sea] = content.water.features.filter(({ properties }) => properties.kind === "sea");
    const rings = (point) => sea.geometry.coordinates.filter((ring) => contains(ring, point)).length;
    assert.equal(rings([11, -6]) % 2, 1);
    assert.equal(rings([27, -5]) % 2, 0);
  });

  it("leaves the towns on dry land", () => {
    for (const name of ["Kongolo", "Nyunzu", "Kasongo"]) {
      const [, lon, lat] = content.towns.find(([town]) => town === name);
      assert.deepEqual(waterAt([lon, lat]), [], name);
    }
  });

  it("marks the country itself and names its neighbours in three languages", () => {
    const home = content.land.features.filter(({ properties }) => properties.home);
    assert.deepEqual(
      home.map(({ properties }) => properties.iso),
      ["COD"],
    );
    const tanzania = content.land.features.find(({ properties }) => properties.iso === "TZA");
    assert.deepEqual([tanzania.properties.name, tanzania.properties.name_en], ["Tanzanie", "Tanzania"]);
  });

  it("lists the towns of the two provinces before the smaller ones", () => {
    const ranks = Object.fromEntries(content.towns.map(([name, , , rank]) => [name, rank]));
    assert.equal(ranks.Kalemie, 1);
    assert.ok(ranks.Moba <= 3 && ranks.Kasongo <= 3);
    const order = content.towns.map((town) => town[3]);
    assert.deepEqual(order, order.toSorted());
  });

  it("stays light, thanks its sources and keeps one version of each file", () => {
    assert.ok(Object.values(sizes).reduce((sum, size) => sum + size) < 300 * 1024);
    assert.deepEqual(index.attribution, ["© OpenStreetMap contributors (ODbL)", "GeoNames (CC BY 4.0)"]);
    assert.equal(readdirSync(folder).length, 4);
  });
});
