import assert from "node:assert/strict";
import { test } from "node:test";
import { connectedTo, graphOf } from "../../../static/js/table/chain_graph.js";
import { layersOf, NODE, placed, thicknessOf } from "../../../static/js/table/chain_layout.js";
import { atPixel, clampedView, framed, pixelOf, zoomed } from "../../../static/js/table/position_view.js";
import { chainSummary, summaryOf, toTreatSummary } from "../../../static/js/table/summary.js";
import { listed, meantHere, offered, ranksFor, stateOf } from "../../../static/js/table/treating.js";
import { oneOf, random } from "./drawn.js";
import { hall } from "./hall.js";

function treated(it, names) {
  return names.map((name) => {
    const { id } = it.site(name);
    it.book.set("places", id, { treat: it.model.writer.after("places", "treat") });
    return id;
  });
}

const order = (it) => listed(it.session).flatMap(({ rows }) => rows.map((row) => row.place.name));

test("the list of sites is ranked by the room: up, down, to the ends and no further", () => {
  const it = hall();
  const ids = treated(it, ["A", "B", "C", "D"]);
  const move = (id, step) => {
    const ranks = ranksFor(listed(it.session), id, step);
    if (ranks) it.book.set("places", id, { treat: it.book.between("places", ...ranks) });
    return Boolean(ranks);
  };
  assert.deepEqual(order(it), ["A", "B", "C", "D"]);
  assert.ok(move(ids[3], -1));
  assert.deepEqual(order(it), ["A", "B", "D", "C"]);
  move(ids[3], -1);
  move(ids[3], -1);
  assert.deepEqual(order(it), ["D", "A", "B", "C"]);
  assert.ok(!move(ids[3], -1), "the first one is first");
  move(ids[0], 1);
  assert.deepEqual(order(it), ["D", "B", "A", "C"]);
  assert.ok(!move(ids[2], 1), "the last one is last");
});

test("any walk of moves keeps every site once", () => {
  const it = hall();
  const ids = treated(it, ["A", "B", "C", "D", "E", "F"]);
  const draw = random(8);
  for (let round = 0; round < 200; round += 1) {
    const id = oneOf(draw, ids);
    const before = order(it);
    const step = draw() < 0.5 ? -1 : 1;
    const ranks = ranksFor(listed(it.session), id, step);
    if (!ranks) continue;
    it.book.set("places", id, { treat: it.book.between("places", ...ranks) });
    const name = it.book.get("places", id).name;
    assert.equal(order(it).indexOf(name), before.indexOf(name) + step);
    assert.deepEqual([...order(it)].sort(), ["A", "B", "C", "D", "E", "F"]);
  }
});

test("what the day did not reach is a question that was not asked, and is not treated", () => {
  const it = hall();
  const [first, second] = treated(it, ["A", "B"]);
  it.model.writer.addActor(it.row(first), { actor: "a1" });
  it.model.writer.markNotReached([it.row(second)]);
  assert.deepEqual([stateOf(it.row(first)), stateOf(it.row(second))], ["treated", "not-reached"]);
  assert.equal(it.row(second).observation.armed_presence, "NOT_ASKED");
  assert.equal(toTreatSummary(it.session).part, 0.5);
});

test("a site that stands in the workbook is found by any of its names, whatever the spelling", () => {
  const it = hall();
  const known = it.site({ ref: "7KQ3M2" });
  const typed = it.site("Kazanga-Nord");
  const names = (text) => meantHere(it.session, text).map(({ id }) => id);
  assert.deepEqual(names("mouamba"), [known.id], "by an alias");
  assert.deepEqual(names("kasanga"), [typed.id]);
  assert.deepEqual(names("Lunguza"), []);
  assert.deepEqual(names(" "), []);
});

test("a known place is offered until it is on the list", () => {
  const it = hall();
  assert.deepEqual(
    offered(it.session, { typed: "mouamba" }, 10).rows.map((row) => row.ref),
    ["7KQ3M2"],
  );
  assert.equal(offered(it.session, { territoire: "nyunzu" }, 10).rows.length, 1);
  const { id } = it.site({ ref: "7KQ3M2" });
  it.book.set("places", id, { treat: "a1" });
  assert.equal(offered(it.session, { typed: "mouamba" }, 10).rows.length, 0);
  assert.deepEqual(offered(it.session, {}, 0), { rows: [], more: 1 });
});

function circuit() {
  const it = hall();
  const [a, b, c] = ["Alpha", "Beta", "Gamma"].map((name) => it.site(name).id);
  const leg = (id, more) => it.model.writer.addLeg(it.row(id), { unread: [], ...more });
  leg(a, { to_text: "Kalemie", formal: "YES", low: 900, high: 1000 });
  leg(b, { to_text: "kalémie", formal: "NO" });
  leg(b, { to_id: a });
  it.model.writer.addBenefit(it.row(a), { beneficiary_type: "FOREIGN_NETWORK" });
  it.model.writer.addMode(it.row(c), null, { mode: "BUYING" });
  return { ...it, a, b, c };
}

test("the circuit joins stops that are spelled alike, and shows what is missing where it is missing", () => {
  const { session, a, b, c } = circuit();
  const { nodes, edges } = graphOf(session);
  assert.equal(nodes.filter((node) => node.kind === "stop").length, 1, "one Kalemie");
  const gaps = nodes.filter((node) => node.kind === "gap").map((node) => `${node.place}:${node.column}`);
  assert.deepEqual(gaps.sort(), [`${b}:benefits`, `${c}:modes`, `${c}:benefits`].sort());
  assert.deepEqual(edges.find((edge) => edge.from === a && edge.kind === "leg").formal, "YES");
  const lit = connectedTo(edges, a);
  assert.ok(lit.has(b) && !lit.has(c));
});

test("layers run from left to right, nothing overlaps, a ring is not unrolled", () => {
  const { session, book, a, b, row, model } = circuit();
  model.writer.addLeg(row(a), { to_id: b, unread: [] });
  assert.equal(book.list("legs").length, 4);
  const graph = graphOf(session);
  const layer = layersOf(graph);
  for (const edge of graph.edges) if (edge.kind !== "leg") assert.ok(layer.get(edge.from) < layer.get(edge.to));
  const { nodes, width, height } = placed(graph);
  for (const one of nodes) {
    assert.ok(one.x >= 0 && one.x + NODE.width <= width && one.y + NODE.height <= height);
    for (const other of nodes) assert.ok(one === other || one.x !== other.x || Math.abs(one.y - other.y) >= NODE.height);
  }
});

test("thickness grows with the volume and stays within bounds", () => {
  const widths = [null, 1, 50, 1000, 1e9].map(thicknessOf);
  assert.deepEqual(
    widths,
    [...widths].sort((x, y) => x - y),
  );
  assert.ok(widths[0] > 1 && widths.at(-1) <= 9);
});

test("the rail tells how much is there and what is missing", () => {
  const { session } = circuit();
  assert.equal(summaryOf(session).missing, 3);
  assert.deepEqual([chainSummary(session).missing, chainSummary(session).part], [2, 1 / 3]);
});

test("on the small map a pixel and its position lead to each other, however near", () => {
  const draw = random(31);
  const size = { width: 334, height: 220 };
  let view = framed(
    [
      { lon: 27.9, lat: -5.9 },
      { lon: 29.2, lat: -5.9 },
    ],
    size,
  );
  for (let round = 0; round < 300; round += 1) {
    const cross = { x: draw() * size.width, y: draw() * size.height };
    const held = atPixel(view, cross);
    const back = pixelOf(view, held);
    assert.ok(Math.hypot(back.x - cross.x, back.y - cross.y) < 1e-4);
    const nearer = zoomed(view, cross, draw() < 0.5 ? 1 : -1, size);
    const there = pixelOf(nearer, held);
    assert.ok(Math.hypot(there.x - cross.x, there.y - cross.y) < 1e-3, "the point under the cross stays");
    view = nearer;
  }
  const { view: pushed, cross } = clampedView(view, { x: -20, y: 10 }, size);
  assert.deepEqual(cross, { x: 0, y: 10 });
  assert.equal(pushed.left, view.left - 20);
});
