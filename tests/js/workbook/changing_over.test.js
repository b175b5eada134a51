// After something was erased a page takes the new document with what only it has, and never what was struck.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring, ownWords } from "../../../static/js/workbook/changing_over.js";
import { pass, room } from "./rooms.js";

function both() {
  const [old, fresh] = [room(), room()];
  const known = old.book.make("nodes", { text: "Barrières", theme: "TAXATION" });
  const struck = old.book.make("nodes", { text: "Quelqu’un en danger" });
  old.outbox.flush();
  old.outbox.received([...old.outbox.items.keys()]);
  fresh.book.make("nodes", { text: "Barrières", theme: "TAXATION" }, known);
  return { old, fresh, known, struck };
}

test("what only this page has is made anew, new entries whole, others where they differ", () => {
  const { old, fresh, known, struck } = both();
  old.book.set("nodes", known, { text: "Barrières et péages", "place:p": true });
  const made = old.book.make("nodes", { text: "Impunité", parent: known });
  old.book.vote(made, "g", 3);
  old.book.set("nodes", struck, { text: "Quelqu’un en danger, ici" });
  bring(fresh.book, ownWords(old, new Set([`nodes/${struck}`])));
  assert.equal(fresh.book.get("nodes", known).text, "Barrières et péages");
  assert.equal(fresh.book.get("nodes", known)["place:p"], true);
  assert.equal(fresh.book.get("nodes", made).parent, known);
  assert.deepEqual(fresh.book.votes(made), { g: 3 });
  assert.equal(fresh.book.get("nodes", struck), null);
  const other = room();
  pass(fresh, other);
  assert.ok(!JSON.stringify(other.book.list("nodes")).includes("danger"));
});

test("what the server answered for an erased document is brought too; what it has received is not", () => {
  const { old, fresh, known } = both();
  const made = old.book.make("nodes", { text: "Impunité" });
  old.outbox.flush();
  old.outbox.held([...old.outbox.items.keys()], "ERASED");
  const own = ownWords(old, new Set());
  assert.deepEqual(own.map(({ id }) => id), [made]);
  fresh.book.set("nodes", known, { theme: "LAND" });
  bring(fresh.book, own);
  assert.equal(fresh.book.get("nodes", known).theme, "LAND");
});

test("a removed entry stays removed", () => {
  const { old, fresh, known } = both();
  old.book.remove("nodes", known);
  bring(fresh.book, ownWords(old, new Set()));
  assert.equal(fresh.book.get("nodes", known), null);
});
