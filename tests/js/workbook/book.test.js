import assert from "node:assert/strict";
import { test } from "node:test";
import { difference } from "../../../static/js/workbook/shared_text.js";
import { pass, room } from "./rooms.js";

test("an entry is read as a plain frozen object, the same one until it changes", () => {
  const { book } = room();
  const id = book.make("nodes", { side: "cause", text: "Routes coupées", order: "a1" });
  const entry = book.get("nodes", id);
  assert.deepEqual({ ...entry }, { id, side: "cause", order: "a1", text: "Routes coupées", said: "" });
  assert.ok(Object.isFrozen(entry));
  assert.equal(book.get("nodes", id), entry);
  assert.equal(book.list("nodes"), book.list("nodes"));
  book.set("nodes", id, { theme: "ROADS" });
  assert.notEqual(book.get("nodes", id), entry);
  assert.equal(book.get("nodes", id).theme, "ROADS");
  book.set("nodes", id, { theme: "" });
  assert.ok(!("theme" in book.get("nodes", id)));
  assert.throws(() => book.set("nodes", id, { colour: "red" }), /no key/);
  assert.throws(() => book.set("nodes", id, { place: "x" }), /no key/);
});

test("a removed entry is left out of everything and comes back whole", () => {
  const { book } = room();
  const id = book.make("nodes", { text: "a" });
  book.remove("nodes", id);
  assert.equal(book.get("nodes", id), null);
  assert.deepEqual(book.ids("nodes"), []);
  assert.equal(book.removed("nodes")[0].text, "a");
  book.restore("nodes", id);
  assert.equal(book.get("nodes", id).text, "a");
});

test("flags, ranks and votes are flat keys, so that two hands at once lose nothing", () => {
  const [a, b] = [room(), room()];
  const id = a.book.make("nodes", {});
  const place = a.book.make("places", {});
  pass(a, b);
  a.book.flag("nodes", id, "place", "p1", true);
  b.book.flag("nodes", id, "place", "p2", true);
  a.book.rank("places", place, "mineral", "GOLD", 2);
  b.book.rank("places", place, "mineral", "COLTAN", 1);
  a.book.vote(id, "g1", 3);
  b.book.vote(id, "g2", 5);
  pass(a, b);
  pass(b, a);
  for (const { book } of [a, b]) {
    assert.deepEqual(book.flags(book.get("nodes", id), "place"), ["p1", "p2"]);
    assert.deepEqual(book.flags(book.get("places", place), "mineral"), ["COLTAN", "GOLD"]);
    assert.deepEqual(book.votes(id), { g1: 3, g2: 5 });
  }
  a.book.flag("nodes", id, "place", "p1", false);
  assert.deepEqual(a.book.flags(a.book.get("nodes", id), "place"), ["p2"]);
});

test("two people type in one text and both are read", () => {
  const [a, b] = [room(), room()];
  const id = a.book.make("nodes", { text: "Barrières sur les axes" });
  pass(a, b);
  a.book.text("nodes", id, "text").replace("Barrières tenues sur les axes");
  b.book.text("nodes", id, "text").replace("Barrières sur les axes routiers");
  pass(a, b);
  pass(b, a);
  assert.equal(a.book.get("nodes", id).text, "Barrières tenues sur les axes routiers");
  assert.equal(b.book.get("nodes", id).text, "Barrières tenues sur les axes routiers");
});

test("the smallest change is found and pairs of surrogates are not torn", () => {
  assert.deepEqual(difference("abc", "abXc"), { at: 2, gone: 0, come: "X" });
  assert.deepEqual(difference("aaa", "aa"), { at: 2, gone: 1, come: "" });
  for (const [was, text] of [
    ["x😀y", "x😁y"],
    ["😀", ""],
    ["", "😀"],
    ["a😀😀b", "a😀b"],
    ["🏳️a", "🏴a"],
  ]) {
    const { at, gone, come } = difference(was, text);
    assert.equal(was.slice(0, at) + come + was.slice(at + gone), text);
    assert.ok(come.isWellFormed?.() ?? true);
    assert.ok(was.slice(at, at + gone).isWellFormed?.() ?? true);
  }
});

test("undo takes back one's own change and never a colleague's", () => {
  const [a, b] = [room(), room()];
  const id = a.book.make("nodes", { text: "un", theme: "OTHER" });
  pass(a, b);
  a.book.set("nodes", id, { theme: "ROADS" });
  b.book.set("nodes", id, { side: "effect" });
  pass(b, a);
  a.book.undo();
  assert.equal(a.book.get("nodes", id).theme, "OTHER");
  assert.equal(a.book.get("nodes", id).side, "effect");
  a.book.redo();
  assert.equal(a.book.get("nodes", id).theme, "ROADS");
  pass(a, b);
  b.book.set("nodes", id, { theme: "LAND" });
  pass(b, a);
  assert.equal(a.book.undo(), false);
  assert.equal(a.book.get("nodes", id).theme, "LAND", "a colleague has written over it since");
});

test("undoing an entry hides it whole, and it comes back whole", () => {
  const { book } = room();
  const id = book.make("nodes", { text: "Impunité", theme: "OTHER" });
  assert.equal(book.undo(), true);
  assert.equal(book.get("nodes", id), null);
  assert.equal(book.removed("nodes")[0].theme, "OTHER");
  assert.equal(book.redo(), true);
  assert.equal(book.get("nodes", id).text, "Impunité");
  assert.equal(book.undo(), true);
  assert.equal(book.undo(), false);
});

test("an entry in which a colleague has written is not hidden by undo, not even after a redo", () => {
  const [a, b] = [room(), room()];
  const id = a.book.make("nodes", { text: "Impunité" });
  a.book.undo();
  a.book.redo();
  pass(a, b);
  b.book.text("nodes", id, "text").replace("Impunité ancienne");
  pass(b, a);
  assert.equal(a.book.undo(), false);
  assert.equal(a.book.get("nodes", id).text, "Impunité ancienne");
});

test("one change is one undo step and one item to send", () => {
  const { book, outbox } = room();
  let id;
  book.change(() => {
    id = book.make("nodes", { text: "a" });
    book.set("nodes", id, { theme: "ROADS" });
    book.flag("nodes", id, "place", "p", true);
  });
  assert.equal(outbox.items.size, 1);
  assert.deepEqual([...outbox.items.values()][0].entries, [`nodes/${id}`]);
  book.undo();
  assert.equal(book.get("nodes", id), null);
  assert.equal(book.undo(), false);
});

test("keystrokes in one text are one undo step until a pause", () => {
  let time = 0;
  const { book } = room({ now: () => time });
  const id = book.make("nodes", {});
  const text = book.text("nodes", id, "text");
  for (const typed of ["o", "or"]) text.replace(typed);
  time = 5000;
  text.replace("or noir");
  book.undo();
  assert.equal(text.value, "or");
  book.undo();
  assert.equal(text.value, "");
  assert.notEqual(book.get("nodes", id), null);
});

test("subscribers are told once a frame, of their roots alone", () => {
  const { book, frames } = room();
  const told = [];
  const stop = book.subscribe("nodes", (names) => told.push([...names]));
  const all = [];
  book.subscribe("*", (names) => all.push(...names));
  const id = book.make("nodes", { text: "a" });
  book.set("nodes", id, { theme: "ROADS" });
  const place = book.make("places", {});
  assert.equal(frames.count, 1);
  frames.run();
  assert.deepEqual(told, [[`nodes/${id}`]]);
  assert.deepEqual(all, [`nodes/${id}`, `places/${place}`]);
  stop();
  book.remove("nodes", id);
  frames.run();
  assert.equal(told.length, 1);
});
