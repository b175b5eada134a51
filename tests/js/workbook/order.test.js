import assert from "node:assert/strict";
import { test } from "node:test";
import { byOrder, orderBetween } from "../../../static/js/workbook/order.js";
import { moved } from "../../../static/js/workbook/text_binding.js";
import { room } from "./rooms.js";

test("an index stands between its neighbours, also where two hands made the same", () => {
  for (const random of [() => 0, () => 0.999]) {
    let before = null;
    for (let n = 0; n < 200; n += 1) {
      const made = orderBetween(before, null, random);
      assert.ok(before === null || made > before);
      before = made;
    }
    assert.ok(orderBetween("a0", "a1", random) > "a0" && orderBetween("a0", "a1", random) < "a1");
  }
  assert.ok(orderBetween("a1", "a1") > "a1");
  assert.ok(orderBetween("not an index", null) > "not an index");
  assert.deepEqual(
    [{ id: "b" }, { id: "a" }, { id: "c", order: "a1" }].sort(byOrder).map((it) => it.id),
    ["c", "a", "b"],
  );
});

test("the caret stays at its letter when a colleague types before it", () => {
  assert.equal(moved(5, [{ retain: 2 }, { insert: "xyz" }]), 8);
  assert.equal(moved(2, [{ retain: 2 }, { insert: "xyz" }]), 2);
  assert.equal(moved(5, [{ retain: 1 }, { delete: 3 }]), 2);
  assert.equal(moved(2, [{ retain: 1 }, { delete: 3 }]), 1);
});

test("whatever is pasted, no item is too large for the server, and no letter is torn", () => {
  const { book, outbox } = room();
  const pasted = "é😀".repeat(60_000);
  const id = book.make("nodes", { text: pasted });
  book.set("nodes", id, { said: pasted });
  outbox.flush();
  assert.equal(book.get("nodes", id).text, pasted);
  assert.equal(book.get("nodes", id).said, pasted);
  const sizes = [...outbox.items.values()].map((item) => item.update.length);
  assert.ok(sizes.length > 4 && Math.max(...sizes) < 200 * 1024, String(sizes));
  const other = room();
  for (const { update } of outbox.items.values()) other.book.apply(update);
  assert.equal(other.book.get("nodes", id).said, pasted);
});
