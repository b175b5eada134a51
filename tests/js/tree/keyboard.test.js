import assert from "node:assert/strict";
import { test } from "node:test";
import { feedsBack } from "../../../static/js/tree/commands.js";
import { branchOf, forestOf, hiddenBelow, pathOf, shownOf } from "../../../static/js/tree/forest.js";
import { commandOf, outlineStep } from "../../../static/js/tree/keys.js";
import { layOut } from "../../../static/js/tree/layout.js";
import { mentionAt, namesState, plainOf, suggestionsOf, withoutMention } from "../../../static/js/tree/mention.js";
import { abovePlace, afterRemoval, childPlace, movePlace, nextCard, pastePlace, siblingPlace } from "../../../static/js/tree/steps.js";
import { cardsOf, written } from "./grown.js";

const ENTRIES = written("^e1\n  ^e2\n^e3\nc1\n  d1\n    f1\n  d2\nc2\nc3");
const forest = forestOf(ENTRIES);
const key = (name, more = {}) => ({
  key: name,
  code: more.code ?? name,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
});

test("a tree is read effects first, each branch in its order, levels by side", () => {
  assert.deepEqual(forest.order, ["e1", "e2", "e3", "core", "c1", "d1", "f1", "d2", "c2", "c3"]);
  assert.equal(forest.items.get("e2").level, -2);
  assert.equal(forest.items.get("f1").level, 3);
});

test("who lost a parent hangs on the core, a ring is opened at its smallest id, a second core stands among causes", () => {
  const ring = [
    { id: "core", side: "core", order: "a0" },
    { id: "other", side: "core", order: "a1" },
    { id: "b", side: "cause", parent: "d", order: "a1" },
    { id: "c", side: "cause", parent: "b", order: "a1" },
    { id: "d", side: "cause", parent: "c", order: "a1" },
    { id: "z", side: "effect", parent: "gone", order: "a1" },
    { id: "self", side: "cause", parent: "self", order: "a2" },
  ];
  const told = forestOf(ring, [{ id: "l", from: "b", to: "gone" }]);
  assert.deepEqual([...told.opened], ["b"]);
  assert.deepEqual(branchOf(told, "b"), ["b", "c", "d"]);
  assert.equal(told.items.get("z").level, -1);
  assert.equal(told.items.get("self").parent, "core");
  assert.equal(told.items.get("other").side, "cause");
  assert.deepEqual(told.cores, ["core", "other"]);
  assert.deepEqual(told.links, []);
  assert.equal(told.order.length, ring.length);
});

test("a chain of ten thousand is no trouble, an empty document neither", () => {
  const chain = [{ id: "core", side: "core" }];
  for (let at = 0; at < 10_000; at += 1) chain.push({ id: `n${at}`, side: "cause", parent: at ? `n${at - 1}` : "core" });
  assert.equal(forestOf(chain).items.get("n9999").depth, 10_000);
  assert.equal(forestOf([]).core, null);
});

test("folding and looking at one branch leave the first level and count what is hidden", () => {
  const folded = new Set(shownOf(forest, new Set(["c1"])));
  assert.ok(folded.has("c1") && !folded.has("d1") && !folded.has("f1"));
  assert.equal(hiddenBelow(forest, "c1", folded), 3);
  assert.deepEqual(shownOf(forest, new Set(), "d1"), ["e1", "e3", "core", "c1", "d1", "f1", "c2", "c3"]);
  assert.deepEqual(pathOf(forest, "f1"), ["d1", "c1", "core"]);
});

test("writing: Enter beside, Tab deeper, Shift+Tab nearer; an empty card moves instead", () => {
  const at = { editing: true, empty: false };
  assert.equal(commandOf(key("Enter"), at), "sibling");
  assert.equal(commandOf(key("Tab"), at), "child");
  assert.equal(commandOf(key("Tab", { shiftKey: true }), at), "above");
  assert.equal(commandOf(key("Tab"), { editing: true, empty: true }), "indent");
  assert.equal(commandOf(key("Tab", { shiftKey: true }), { editing: true, empty: true }), "outdent");
  assert.equal(commandOf(key("Enter"), { editing: true, empty: true }), "drop");
  assert.equal(commandOf(key("a"), at), null);
  assert.equal(commandOf(key("Delete"), at), null);
  assert.equal(commandOf(key("v", { ctrlKey: true }), at), null, "pasting words is the browser's");
  assert.equal(commandOf(key("Enter", { isComposing: true }), at), null);
});

test("a chosen card: arrows, F2, typing, removal; Tab leaves the outline, and the drawing after Escape", () => {
  assert.equal(commandOf(key("ArrowUp")), "up");
  assert.equal(commandOf(key("F2")), "edit");
  assert.equal(commandOf(key("é")), "type");
  assert.equal(commandOf(key("Delete")), "remove");
  assert.equal(commandOf(key("Tab")), "child");
  assert.equal(commandOf(key("Tab"), { leaving: true }), null);
  assert.equal(commandOf(key("Tab"), { where: "outline" }), null);
  assert.equal(commandOf(key("z", { ctrlKey: true })), null, "undo is the workbook's own");
  assert.equal(commandOf(key("@", { ctrlKey: true, altKey: true })), null, "AltGr types");
});

test("moving follows the card in the drawing and the line in the outline", () => {
  assert.equal(commandOf(key("ArrowUp", { altKey: true })), "move-up");
  assert.equal(commandOf(key("ArrowUp", { altKey: true }), { where: "outline" }), "earlier");
  assert.equal(commandOf(key("ArrowRight", { altKey: true }), { where: "outline" }), "indent");
  assert.deepEqual(movePlace(forest, "d1", "move-up"), { parent: "core", side: "cause", before: "c1", after: "c2" });
  assert.deepEqual(movePlace(forest, "c2", "move-down"), { parent: "c1", side: "cause", before: "d2", after: null });
  assert.deepEqual(movePlace(forest, "e2", "move-down"), { parent: "core", side: "effect", before: "e1", after: "e3" });
  assert.deepEqual(movePlace(forest, "e3", "move-up"), { parent: "e1", side: "effect", before: "e2", after: null });
  assert.equal(movePlace(forest, "c1", "move-up"), null);
  assert.equal(movePlace(forest, "c1", "indent"), null);
  assert.deepEqual(movePlace(forest, "c2", "earlier"), { parent: "core", side: "cause", before: null, after: "c1" });
  assert.deepEqual(movePlace(forest, "c2", "later"), { parent: "core", side: "cause", before: "c3", after: null });
  assert.equal(movePlace(forest, "core", "later"), null);
});

test("new cards: beside, deeper, nearer; the core grows causes", () => {
  assert.deepEqual(siblingPlace(forest, "c1"), { parent: "core", side: "cause", before: "c1", after: "c2" });
  assert.deepEqual(siblingPlace(forest, "core"), { parent: "core", side: "cause", before: "c3", after: null });
  assert.deepEqual(childPlace(forest, "c1"), { parent: "c1", side: "cause", before: "d2", after: null });
  assert.deepEqual(childPlace(forest, "core", "effect"), { parent: "core", side: "effect", before: "e3", after: null });
  assert.deepEqual(abovePlace(forest, "f1"), { parent: "c1", side: "cause", before: "d1", after: "d2" });
  assert.deepEqual(abovePlace(forest, "c1"), siblingPlace(forest, "c1"));
});

test("a cut branch hangs anywhere but under itself; a removed one hands on to its neighbour", () => {
  assert.equal(pastePlace(forest, "c1", "f1"), null);
  assert.equal(pastePlace(forest, "c1", "c1"), null);
  assert.deepEqual(pastePlace(forest, "d2", "e1"), { parent: "e1", side: "effect", before: "e2", after: null });
  assert.deepEqual(pastePlace(forest, "e2", "core"), { parent: "core", side: "effect", before: "e3", after: null });
  assert.deepEqual(
    ["d1", "d2", "f1", "c3"].map((id) => afterRemoval(forest, id)),
    ["d2", "d1", "d1", "c2"],
  );
});

test("arrows reach every card of the drawing", () => {
  const { at } = layOut(cardsOf(ENTRIES), 872);
  assert.equal(nextCard(forest, at, "core", "down"), "c2");
  assert.equal(nextCard(forest, at, "d1", "up"), "c1");
  assert.equal(nextCard(forest, at, "e2", "down"), "e1");
  assert.equal(nextCard(forest, at, "c1", "right"), "c2");
  assert.equal(nextCard(forest, at, "c3", "right"), "c3");
  const reached = new Set(["core"]);
  for (const id of reached) for (const way of ["up", "down", "left", "right"]) reached.add(nextCard(forest, at, id, way));
  assert.equal(reached.size, forest.order.length);
});

test("the outline's arrows are those of every tree", () => {
  const lines = forest.order;
  assert.deepEqual(outlineStep("down", "c1", forest, lines, new Set()), { to: "d1" });
  assert.deepEqual(outlineStep("right", "c1", forest, lines, new Set(["c1"])), { fold: false });
  assert.deepEqual(outlineStep("right", "c1", forest, lines, new Set()), { to: "d1" });
  assert.deepEqual(outlineStep("left", "c1", forest, lines, new Set()), { fold: true });
  assert.deepEqual(outlineStep("left", "f1", forest, lines, new Set()), { to: "d1" });
});

test("what feeds back goes round in a loop", () => {
  assert.ok(feedsBack(forest, "e2", "f1"));
  assert.ok(feedsBack(forest, "c1", "f1"));
  assert.ok(!feedsBack(forest, "f1", "c3"));
  assert.ok(!feedsBack(forest, "c1", "e2"));
  assert.ok(feedsBack(forest, "e2", "e1"));
});

test("@ and # are found at the caret and leave no trace when chosen", () => {
  assert.deepEqual(mentionAt("Barrières @mwa", 14), { mark: "@", typed: "mwa", from: 10, to: 14 });
  assert.equal(mentionAt("a@b", 3), null, "inside a word it is no mention");
  assert.equal(mentionAt("@ puis des mots", 15), null);
  assert.deepEqual(withoutMention("Barrières @mwa sur les axes", { from: 10, to: 14 }), { text: "Barrières sur les axes", caret: 9 });
  assert.deepEqual(withoutMention("Barrières @mwa", { from: 10, to: 14 }), { text: "Barrières ", caret: 10 });
  assert.equal(mentionAt("Barrières #Man", 14).typed, "Man");
});

test("places of the workbook come first, known ones that are in it only once", () => {
  const register = {
    rows: {
      places: [{ id: "r1", ref: "7KQ3M2", name: "Mwamba-7" }],
      actors: [{ id: "a1", name: "Mwamba coop", category: "COOPERATIVE" }],
    },
    get(kind, id) {
      return this.rows[kind].find((row) => row.ref === id);
    },
    search(kind) {
      return this.rows[kind] ?? [];
    },
  };
  const places = [{ id: "p1", ref: "7KQ3M2", label: "S-12" }];
  const found = suggestionsOf({ mark: "@", typed: "mwam" }, { places, register, fold: plainOf, label: () => "coopérative" });
  assert.deepEqual(
    found.map(({ kind, id, known }) => [kind, id, known]),
    [
      ["place", "p1", false],
      ["actor", "a1", true],
    ],
  );
});

test("bodies of the State are known by whole words: an armed group is none", () => {
  const names = ["armee", "police", "fardc", "services de l etat"];
  for (const text of ["L’armée taxe", "La POLICE des mines", "FARDC, 2e brigade", "des services de l’État"])
    assert.ok(namesState(text, names), text);
  for (const text of ["Un groupe armé taxe", "Groupes armés", "policer le site", "l’état des routes"])
    assert.ok(!namesState(text, names), text);
});
