// Seeded layers in the shape the server sends, of any size: for tests, benches and for looking.

import { ACTIVITY, catalogue, MINERAL, PRESENCE, QUALIFICATION } from "./synthetic_catalogue.js";

/** Mulberry32: the same numbers for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = ["mwa", "mba", "ki", "fu", "ngo", "sa", "ru", "ta", "lu", "ka", "nzi", "bo", "ye", "ma"];
const AS_OF = 20_000;

function place(draw, index) {
  const name = Array.from({ length: 2 + Math.floor(draw() * 2) }, () => SYLLABLES[Math.floor(draw() * SYLLABLES.length)]).join("");
  const tanganyika = draw() < 0.6;
  const lat = tanganyika ? -7.6 + draw() * 2.4 : -4.9 + draw() * 2.8;
  return {
    name: `Site fictif ${name[0].toUpperCase()}${name.slice(1)}-${1 + (index % 9)}`,
    lon: Math.round(((tanganyika ? 26.7 : 25.4) + draw() * (tanganyika ? 2.6 : 2.4)) * 1e5),
    lat: Math.round(lat * 1e5),
    province: tanganyika ? 0 : 1,
    territoire: (tanganyika ? 0 : 6) + Math.floor(draw() * 6),
    without: draw() < 0.02,
  };
}

function delta(values) {
  let before = 0;
  return values.map((value) => {
    if (value === null) return null;
    const step = value - before;
    before = value;
    return step;
  });
}

function presenceDrawn(draw) {
  const at = draw();
  return [0.13, 0.19, 0.22, 0.88, 1].findIndex((edge) => at <= edge);
}

function observations(draw, count, each) {
  const rows = { place: [], day: [], source: [], round: [], mineral: [], activity: [] };
  for (let at = 0; at < count * each; at += 1) {
    rows.place.push(Math.floor(draw() * count));
    rows.day.push(draw() < 0.01 ? null : AS_OF - Math.floor(draw() * draw() * 5500));
    rows.source.push(Math.floor(draw() * 5));
    rows.round.push(Math.floor(draw() * 4) - 1);
    rows.mineral.push(Math.floor(draw() * 64) & Math.floor(draw() * 64));
    rows.activity.push(Math.floor(draw() * 4) - 1);
  }
  return rows;
}

function involvements(draw, count, each) {
  const rows = { place: [], day: [], actor: [], mode: [] };
  for (let at = 0; at < count * each; at += 1) {
    rows.place.push(Math.floor(draw() * count));
    rows.day.push(AS_OF - Math.floor(draw() * 5500));
    rows.actor.push(Math.floor(draw() * draw() * 40));
    rows.mode.push(Array.from({ length: Math.floor(draw() * 4) }, () => Math.floor(draw() * 40)));
  }
  return rows;
}

function legs(draw, count) {
  const rows = { place: [], day: [], to: [], to_name: [], formal: [], volume: [] };
  for (let at = 0; at < count; at += 1) {
    rows.place.push(Math.floor(draw() * count));
    rows.day.push(AS_OF - Math.floor(draw() * 3000));
    const known = draw() < 0.7;
    rows.to.push(-1);
    rows.to_name.push(known ? "Point de vente" : "Non identifié");
    rows.formal.push(Math.floor(draw() * 3));
    rows.volume.push(draw() < 0.5 ? null : Math.floor(draw() * 4));
  }
  return rows;
}

/** {base, state, claims, filters} of `count` places with `each` observations. */
export function layers(count, each, seed) {
  const draw = random(seed);
  const places = Array.from({ length: count }, (_, index) => place(draw, index));
  const base = {
    hash: `synthetic${seed}`,
    count,
    code: places.map((_, index) => (Math.floor(draw() * 2 ** 15) * 2 ** 15 + index) % 2 ** 30),
    lon: delta(places.map((one) => (one.without ? null : one.lon))),
    lat: delta(places.map((one) => (one.without ? null : one.lat))),
    name: places.map((one) => one.name),
    kind: places.map(() => 0),
    minerals: places.map(() => 1 << Math.floor(draw() * draw() * 6)),
    province: places.map((one) => one.province),
    territoire: places.map((one) => one.territoire),
    dict: {
      kind: [["MINE_SITE", "Site minier"]],
      mineral: MINERAL,
      province: [
        ["CD74", "Tanganyika"],
        ["CD63", "Maniema"],
      ],
      territoire: Array.from({ length: 13 }, (_, index) => [`T${index}`, `Territoire ${index}`, index < 6 ? 0 : 1]),
    },
  };
  const changes = { place: [], day: [], presence: [], contradicted: [] };
  const last = [];
  for (let row = 0; row < count; row += 1) {
    const points = Array.from({ length: Math.floor(draw() * 5) }, () => AS_OF - Math.floor(draw() * draw() * 4000)).sort((a, b) => a - b);
    let drawn = [4, 0, null];
    for (const day of points) {
      drawn = [presenceDrawn(draw), draw() < 0.05 ? 1 : 0, day];
      changes.place.push(row);
      changes.day.push(day);
      changes.presence.push(drawn[0]);
      changes.contradicted.push(drawn[1]);
    }
    last.push(drawn);
  }
  const state = {
    base: base.hash,
    as_of: new Date(AS_OF * 86_400_000).toISOString().slice(0, 10),
    extra: null,
    presence: last.map((one) => one[0]),
    contradicted: last.map((one) => one[1]),
    day: last.map((one) => one[2]),
    workers: places.map(() => (draw() < 0.4 ? null : Math.floor(draw() ** 5 * 900))),
    activity: places.map(() => Math.floor(draw() * 3)),
    qualification: places.map(() => Math.floor(draw() * 4)),
    sources: places.map(() => Math.floor(draw() * 4)),
    changes,
    dict: { presence: PRESENCE, activity: ACTIVITY, qualification: QUALIFICATION },
  };
  const claims = {
    base: base.hash,
    kinds: { observation: observations(draw, count, each), involvement: involvements(draw, count, 2), leg: legs(draw, count) },
    dict: {
      formal: [
        ["YES", "Formel"],
        ["NO", "Informel"],
        ["UNKNOWN", "Inconnu"],
      ],
    },
  };
  return { base, state, claims, filters: catalogue() };
}
