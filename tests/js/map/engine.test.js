import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../../static/js/map/engine.js";
import { EMPTY } from "../../../static/js/map/permalink.js";
import { Naive } from "./naive.js";
import { layers, random } from "./synthetic.js";

function engineOf(data) {
  const engine = new Engine(data.base, data.state, data.filters);
  engine.setClaims(data.claims);
  return engine;
}

function randomView(draw, filters) {
  const chosen = {};
  for (const filter of filters) {
    if (!filter.column || draw() < 0.65) continue;
    const values = filter.options.map((option) => option.value).filter(() => draw() < 0.3);
    if (values.length) chosen[filter.key] = values;
  }
  const maybe = (share, value) => (draw() < share ? value() : null);
  return {
    ...EMPTY,
    filters: chosen,
    q: draw() < 0.2 ? "site ma" : "",
    from: maybe(0.3, () => 15_000 + Math.floor(draw() * 4000)),
    to: maybe(0.2, () => 17_000 + Math.floor(draw() * 3500)),
    on: maybe(0.4, () => 15_500 + Math.floor(draw() * 5000)),
    box: maybe(0.15, () => [27, -6.5, 28.4, -4]),
  };
}

test("the engine says what the plain reference says, for any view", () => {
  const data = layers(60, 4, 7);
  const engine = engineOf(data);
  const naive = new Naive(data);
  const draw = random(99);
  for (let round = 0; round < 300; round += 1) {
    const view = randomView(draw, data.filters);
    const result = engine.run(view);
    const expected = naive.visible(view);
    assert.deepEqual(Array.from(engine.visible), expected, JSON.stringify(view));
    assert.equal(
      result.visible,
      expected.reduce((sum, one) => sum + one, 0),
    );
  }
});

test("each count is what choosing that value alone in its filter would leave", () => {
  const data = layers(40, 4, 11);
  const engine = engineOf(data);
  const naive = new Naive(data);
  const draw = random(5);
  for (let round = 0; round < 40; round += 1) {
    const view = randomView(draw, data.filters);
    const { counts } = engine.run(view);
    for (const filter of data.filters.filter((one) => one.column)) {
      const option = filter.options[Math.floor(draw() * filter.options.length)];
      assert.equal(counts[filter.key][option.value], naive.count(view, filter.key, option.value), `${filter.key} ${JSON.stringify(view)}`);
    }
  }
});

test("presence follows the handle: before the first answer there is no information", () => {
  const data = layers(50, 2, 3);
  const engine = engineOf(data);
  const naive = new Naive(data);
  for (const on of [14_000, 16_500, 18_200, 19_999, 20_000, 20_400]) {
    engine.run({ ...EMPTY, on });
    assert.deepEqual(
      Array.from(engine.drawn.presence),
      data.base.name.map((_, place) => naive.presenceAt(place, on)),
    );
  }
});

test("counts of drawn symbols leave out places without position", () => {
  const data = layers(400, 2, 21);
  const engine = engineOf(data);
  const { visible, presence } = engine.run(EMPTY);
  const without = engine.places.lon.filter(Number.isNaN).length;
  assert.ok(without > 0);
  assert.equal(
    Object.values(presence).reduce((sum, one) => sum + one, 0),
    visible - without,
  );
});

test("the map stands before the claims are there, with the filters that need none", () => {
  const data = layers(80, 3, 2);
  const engine = new Engine(data.base, data.state, data.filters);
  const { counts, visible } = engine.run({ ...EMPTY, filters: { territoire: [1] } });
  assert.equal(counts.mineral, undefined);
  assert.equal(visible, data.base.territoire.filter((one) => one === 1).length);
});

test("only the given rows are left when a list of places is asked for", () => {
  const engine = engineOf(layers(30, 2, 8));
  assert.equal(engine.run(EMPTY, new Set([3, 5])).visible, 2);
});

test("fifty filter changes on 3,000 places with ten observations stay far below a frame", () => {
  const data = layers(3000, 10, 1);
  const engine = engineOf(data);
  const draw = random(4);
  const times = [];
  for (let round = 0; round < 60; round += 1) {
    const view = randomView(draw, data.filters);
    const before = performance.now();
    engine.run(view);
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  console.log(`engine: median ${times[30].toFixed(1)} ms, p95 ${times[56].toFixed(1)} ms`);
  assert.ok(times[30] < 16, `median ${times[30]} ms`); // others use this machine meanwhile: p95 is theirs
});
