import assert from "node:assert/strict";
import { test } from "node:test";
import { generateKeyBetween } from "fractional-indexing";
import { drawnOf } from "../../../static/js/tree/drawn.js";
import { DESK, layOut } from "../../../static/js/tree/layout.js";
import { spread } from "../../../static/js/tree/spread.js";
import { cardsOf, grown, random, written } from "./grown.js";

const WIDTH = 872;
const SEEDS = Array.from({ length: 40 }, (_, at) => at + 1);

function overlapping(at) {
  const boxes = [...at].sort((a, b) => a[1].y - b[1].y);
  const found = [];
  boxes.forEach(([id, box], first) => {
    for (let next = first + 1; next < boxes.length && boxes[next][1].y < box.y + box.height; next += 1) {
      const other = boxes[next][1];
      if (box.x < other.x + other.width && other.x < box.x + box.width) found.push([id, boxes[next][0]]);
    }
  });
  return found;
}

test("no card lies over another and none stands outside the width", () => {
  for (const seed of SEEDS) {
    const { at } = layOut(cardsOf(grown(10 + seed * 3, seed), seed), WIDTH);
    assert.deepEqual(overlapping(at), [], `seed ${seed}`);
    for (const [id, box] of at) assert.ok(box.x >= 0 && box.x + box.width <= WIDTH, `seed ${seed} ${id} ${box.x}`);
  }
});

test("effects stand above the core, causes below it, each layer further away", () => {
  for (const seed of SEEDS) {
    const cards = cardsOf(grown(60, seed), seed);
    const { at } = layOut(cards, WIDTH);
    assert.equal(at.get("core").y, 0);
    for (const card of cards.filter((one) => one.parent)) {
      const own = at.get(card.id);
      const above = at.get(card.parent);
      assert.ok(card.level < 0 ? own.y + own.height < above.y : own.y > above.y + above.height, card.id);
    }
  }
});

test("the same tree gives the same picture", () => {
  const cards = cardsOf(grown(120, 5), 5);
  assert.deepEqual(layOut(cards, WIDTH), layOut(structuredClone(cards), WIDTH));
});

test("siblings stay in their order in every row", () => {
  const { at, rows } = layOut(cardsOf(grown(80, 9), 9), WIDTH);
  for (const row of rows) {
    const across = row.ids.map((id) => at.get(id).x);
    assert.deepEqual(
      across,
      [...across].sort((a, b) => a - b),
    );
  }
});

/** How far cards move across when one is appended to some node, as long as its layer keeps its number of rows. */
function moved(seed) {
  const entries = grown(30, seed);
  const draw = random(seed + 1000);
  const above = entries[Math.floor(draw() * entries.length)];
  const side = above.side === "core" ? "cause" : above.side;
  const more = [...entries, { id: "new", side, parent: above.id, order: generateKeyBetween(entries.at(-1).order, null), text: "x" }];
  const [before, after] = [entries, more].map((list) => layOut(cardsOf(list, seed), WIDTH));
  const count = (layout) => layout.rows.map((row) => row.level).join();
  if (count(before) !== count(after)) return null;
  const level = after.rows[after.at.get("new").row].level;
  return [...before.at].map(([id, box]) => ({
    id,
    nearer: Math.abs(before.rows[box.row].level) < Math.abs(level) || Math.sign(before.rows[box.row].level) === -Math.sign(level),
    across: Math.abs(after.at.get(id).x - box.x),
  }));
}

test("a new card moves others by a card's width at most, and nothing nearer to the core", () => {
  let tried = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const cards = moved(seed);
    if (!cards) continue;
    tried += 1;
    for (const card of cards) {
      assert.ok(card.across <= (card.nearer ? 0 : 204 + DESK.brick), `seed ${seed} ${card.id} moved by ${card.across}`);
    }
  }
  assert.ok(tried > 100, `${tried}`);
});

test("cards of a row keep their distance and moving one wish moves no other further", () => {
  for (const seed of SEEDS) {
    const draw = random(seed);
    const wanted = Array.from({ length: 12 }, () => draw() * 800);
    const apart = wanted.map(() => 40 + draw() * 30);
    const before = spread(wanted, apart, 0, 1000);
    for (let at = 1; at < before.length; at += 1) assert.ok(before[at] - before[at - 1] >= apart[at] - 1e-6);
    const nudged = [...wanted];
    nudged[4] += 25;
    spread(nudged, apart, 0, 1000).forEach((x, at) => {
      assert.ok(Math.abs(x - before[at]) <= 25 + 1e-6);
    });
  }
});

test("a layer that is too wide stands in rows, and lines reach the upper cards through the gaps", () => {
  const entries = written(Array.from({ length: 9 }, (_, at) => `c${at}\n  d${at}`).join("\n"));
  const cards = cardsOf(entries).map((card) => (card.level ? { ...card, width: 134, height: 60 } : card));
  const drawn = drawnOf({ cards, links: [], width: WIDTH, measures: DESK });
  assert.equal(drawn.rows.filter((row) => row.level === 1).length, 2);
  const boxes = new Map(drawn.at);
  for (const tie of drawn.ties) {
    for (const [, x, top, bottom] of straight(tie.d)) {
      const hit = [...boxes].filter(([id, box]) => id !== tie.from && id !== tie.to && inside(box, x, top, bottom));
      assert.deepEqual(hit, [], tie.d);
    }
  }
});

/** Upright pieces of a path, as [, x, top, bottom]. */
function straight(d) {
  const found = [];
  const numbers = [...d.matchAll(/([MCV])([^MCV]*)/g)];
  let x = 0;
  let y = 0;
  for (const [, command, rest] of numbers) {
    const values = rest.trim().split(/\s+/).map(Number);
    if (command === "V") {
      found.push([d, x, Math.min(y, values[0]), Math.max(y, values[0])]);
      y = values[0];
    } else [x, y] = values.slice(-2);
  }
  return found;
}

function inside(box, x, top, bottom) {
  return x > box.x && x < box.x + box.width && top < box.y + box.height && bottom > box.y;
}

test("a loop goes around the side, a cross-link is dashed, one without an end is not drawn", () => {
  const cards = cardsOf(written("^e\n  ^f\nc\n  d\nk"));
  const links = [
    { id: "l1", from: "f", to: "d", loop: true },
    { id: "l2", from: "d", to: "k" },
    { id: "l3", from: "d", to: "gone" },
  ];
  const { ties } = drawnOf({ cards, links, width: WIDTH, measures: DESK });
  const kinds = Object.fromEntries(ties.map((tie) => [tie.id, tie.kind]));
  assert.equal(kinds.l1, "loop");
  assert.equal(kinds.l2, "cross");
  assert.equal(kinds.l3, undefined);
  assert.equal(kinds["core>e"], "tie");
  assert.equal(kinds["c>core"], "tie");
  assert.match(ties.find((tie) => tie.id === "l1").d, /H/);
});

test("five hundred cards are laid out within a few frames", () => {
  const cards = cardsOf(grown(500, 3), 3);
  const links = Array.from({ length: 60 }, (_, at) => ({
    id: `l${at}`,
    from: cards[at + 1].id,
    to: cards[499 - at].id,
    loop: at % 3 === 0,
  }));
  const times = [];
  for (let round = 0; round < 20; round += 1) {
    const before = performance.now();
    drawnOf({ cards, links, width: WIDTH, measures: DESK });
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  console.log(`layout of 500: median ${times[10].toFixed(1)} ms, most ${times[19].toFixed(1)} ms`);
  assert.ok(times[10] < 50, `${times[10]} ms`);
});

test("an empty tree and a core alone are drawn", () => {
  assert.equal(drawnOf({ cards: [], links: [], width: WIDTH, measures: DESK }).at.length, 0);
  assert.equal(drawnOf({ cards: cardsOf(written("")), links: [], width: WIDTH, measures: DESK }).at.length, 1);
  assert.equal(
    drawnOf({ cards: [{ id: "e", level: -1, parent: null, width: 134, height: 60 }], links: [], width: WIDTH, measures: DESK }).at.length,
    1,
  );
});
