import assert from "node:assert/strict";
import { test } from "node:test";
import { recommendationCells, siteCells } from "../../../static/js/wall/rows_view.js";
import { toldOf } from "../../../static/js/wall/told.js";
import { forestOnWall, plansOf, treeOnWall } from "../../../static/js/wall/wall_tree.js";
import { grown, written } from "./grown.js";

const SIZE = { width: 1920, height: 960 };
const measures = (size) => (word) => word.length * size * 0.52;

/** A message's tree of entries: in the order in which the server gives nodes. */
function told(entries, links = []) {
  const nodes = entries.map(({ id, side, parent, text }) => ({ id, side, parent: parent ?? "", text, votes: 3, sites: 1 }));
  return { nodes, links };
}

const SMALL = told(written("^e1\n  ^e2\n^e3\n^e4\nc1\n  d1\n    f1\n  d2\nc2\n  g1\n  g2\nc3\nc4\n  h1"));

test("the core, the first levels and one open branch; the rest is a number on the card above it", () => {
  const { cards, hidden } = treeOnWall(SMALL, "c1", SIZE, measures);
  assert.deepEqual(cards.map((card) => card.id).sort(), ["c1", "c2", "c3", "c4", "core", "d1", "d2", "e1", "e3", "e4", "f1"]);
  const more = Object.fromEntries(cards.filter((card) => card.more).map((card) => [card.id, card.more]));
  assert.deepEqual(more, { e1: 1, c2: 2, c4: 1 });
  assert.equal(hidden, 4);
  assert.deepEqual(
    cards.filter((card) => card.lit).map((card) => card.id),
    ["c1", "d1", "f1", "d2"],
  );
});

test("without a branch the first levels stand alone, and a branch that is not there opens none", () => {
  const ids = (branch) => treeOnWall(SMALL, branch, SIZE, measures).cards.map((card) => card.id);
  assert.deepEqual(ids(""), ["e1", "e3", "e4", "core", "c1", "c2", "c3", "c4"]);
  assert.deepEqual(ids("gone"), ids(""));
});

test("however large the tree, the words stay at 24 px, nothing overlaps and every node is shown or counted", () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const tree = told(grown(60 + seed * 10, seed));
    const forest = forestOnWall(tree);
    const branch = tree.nodes[1 + (seed % 40)].id;
    const { cards, font, hidden } = treeOnWall(tree, branch, SIZE, measures);
    assert.ok(font.size >= 24);
    assert.equal(cards.length + hidden, forest.order.length);
    assert.ok(
      cards.some((card) => card.id === branch),
      "the open one is always there",
    );
    for (const one of cards) {
      for (const other of cards) {
        if (one.id >= other.id) continue;
        const [a, b] = [one.box, other.box];
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        assert.ok(apart, `seed ${seed}: ${one.id} over ${other.id}`);
      }
    }
  }
});

test("cards of five hundred letters are cut, and take neither side from the wall", () => {
  const tree = told(written("^e1\n^e2\nc1\nc2\n  d1"));
  for (const node of tree.nodes) if (["c1", "e1"].includes(node.id)) node.text = "une cause longue ".repeat(30);
  const { cards } = treeOnWall(tree, "", SIZE, measures);
  assert.deepEqual(cards.map((card) => card.id).sort(), ["c1", "c2", "core", "e1", "e2"]);
});

test("a tree of 25 fills a projector and no more", () => {
  for (const branch of ["", "c1", "d1", "e1"]) {
    const { top, bottom } = treeOnWall(SMALL, branch, SIZE, measures);
    assert.ok(bottom - top <= SIZE.height, `${branch}: ${bottom - top}`);
  }
});

test("what does not fit goes in a fixed order: depth, then the other side, then the neighbours", () => {
  const forest = forestOnWall(SMALL);
  const sizes = plansOf(forest, "c1").map((plan) => plan.size);
  assert.deepEqual(sizes, [11, 10, 8, 7, 4, 2]);
});

test("cells of a site say what was said and have no slot for what was not", () => {
  const words = Object.assign((key) => key, { label: (_list, code) => code.toLowerCase() });
  const cells = siteCells(
    { name: "Site fictif", label: "S-1", minerals: ["GOLD"], actors: [{ name: "", category: "ARMED" }], modes: [] },
    words,
  );
  assert.equal(cells.nature, "gold");
  assert.equal(cells.where, "S-1");
  assert.equal(cells.actors, "armed");
  assert.equal(cells.modes + cells.beneficiaries + cells.presence + cells.reserve, "");
  assert.equal(recommendationCells({ text: "x", reserve: true }, words).reserve, "wall.reserve");
});

test("a message becomes a tree, rows with something said, recommendations with their causes", () => {
  const told = toldOf({
    shown: { station: "sites", branch: "" },
    nodes: [
      { id: "core", side: "core", parent: "", text: "x", points: 0, places: [] },
      { id: "c", side: "cause", parent: "core", text: "Cause", points: 4, places: ["p1"] },
    ],
    links: [{ id: "l", source: "c", target: "core", loop: true }],
    rows: [
      {
        id: "p1",
        name: "Mwamba",
        involvements: [{ id: "i", actor: "", actor_category: "AG_LOCAL", modes: ["TAX_MINERAL"], agreement: "CONSENSUS" }],
        legs: [{ id: "l", to: "p2", to_text: "" }],
      },
      { id: "p3", name: "No longer so", involvements: [{ id: "k", actor: "A", modes: ["TAX_ENTRY"], since_last_round: "ENDED" }] },
      { id: "p2", name: "Nothing said", observations: [], involvements: [], legs: [], benefits: [] },
    ],
    recommendations: [{ id: "r", text: "y", causes: ["c", "kept back"] }],
    reserves: ["involvements/i"],
  });
  assert.deepEqual(told.tree.nodes[1], { id: "c", side: "cause", parent: "core", text: "Cause", votes: 4, sites: 1 });
  assert.deepEqual(told.tree.links, [{ id: "l", from: "c", to: "core", loop: true }]);
  assert.deepEqual(
    told.sites.map(({ id, actors, modes, ends, reserve }) => ({ id, actors, modes, ends, reserve })),
    [{ id: "p1", actors: [{ name: "", category: "AG_LOCAL" }], modes: ["TAX_MINERAL"], ends: ["Nothing said"], reserve: true }],
  );
  assert.deepEqual(told.recommendations[0].causes, ["Cause"]);
  assert.equal(toldOf({}).show.station, "");
});
