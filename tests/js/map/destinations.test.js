import assert from "node:assert/strict";
import { test } from "node:test";
import { Destinations } from "../../../static/js/map/destinations.js";
import { Engine } from "../../../static/js/map/engine.js";
import { legsOf } from "../../../static/js/map/legs.js";
import { layers } from "./synthetic.js";

const PLACES = {
  name: ["Mwamba-7", "Lwela", "Lwela", "Port du lac", "Sans point"],
  alias: ["", "", "", "Kituku\nQuai des pêcheurs", ""],
  lon: [28.1, 27.0, 28.5, 29.19, Number.NaN],
  lat: [-6.2, -5.0, -6.0, -5.93, Number.NaN],
};
const TOWNS = [
  ["Kalemie", 29.19, -5.94, 1],
  ["Bukavu", 28.86, -2.5, 1],
  ["Port-du-Lac", 29.2, -5.94, 4],
  ["Mwamba", 25.0, -3.0, 4],
];

function known() {
  const destinations = new Destinations();
  destinations.setTowns(TOWNS);
  destinations.setPlaces(PLACES);
  return destinations;
}

test("a stop is found by the name of a place, by another name of it, and by a town, whatever the spelling", () => {
  const at = known();
  assert.deepEqual(at.find("Mouamba 7"), { lon: 28.1, lat: -6.2 });
  assert.deepEqual(at.find("quai des Pecheurs"), { lon: 29.19, lat: -5.93 });
  assert.deepEqual(at.find("KALEMIE"), { lon: 29.19, lat: -5.94 });
  assert.deepEqual(at.find("Boukavou"), { lon: 28.86, lat: -2.5 });
});

test("what may be two places stays text, and so does a part of a name, a place without position, or nothing", () => {
  const at = known();
  assert.equal(at.find("Lwela"), null);
  for (const name of ["Port", "Sans point", "Je ne sais pas", "", "–"]) assert.equal(at.find(name), null);
});

test("a selling point in the middle of its town is one answer", () => {
  assert.deepEqual(known().find("Port du lac"), { lon: 29.19, lat: -5.93 });
});

test("before anything is loaded nothing is known, and newer layers replace what was known", () => {
  const at = new Destinations();
  assert.equal(at.find("Kalemie"), null);
  at.setPlaces(PLACES);
  assert.equal(at.find("Kalemie"), null);
  at.setTowns(TOWNS);
  assert.ok(at.find("Kalemie"));
  at.setPlaces({ name: ["Kalemie"], alias: [""], lon: [26], lat: [-2] });
  assert.equal(at.find("Kalemie"), null);
});

test("a leg is drawn to the position of its name; the name stays as it was said", () => {
  const data = layers(2, 1, 1);
  const engine = new Engine(data.base, data.state, data.filters);
  const leg = { place: [0, 0], day: [1, 1], to: [-1, -1], to_name: ["boukavu", "Ailleurs"], formal: [2, 2], volume: [null, null] };
  engine.setClaims({ kinds: { leg }, dict: data.claims.dict });
  const [first, second] = legsOf(engine.claims, engine.places, 0, 9, (name) => known().find(name));
  assert.deepEqual([first.name, first.lon, first.lat], ["boukavu", 28.86, -2.5]);
  assert.deepEqual([second.name, second.lon, second.lat], ["Ailleurs", null, null]);
});
