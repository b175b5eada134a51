import assert from "node:assert/strict";
import { test } from "node:test";
import { between, meets, Near, windowOf } from "../../../static/js/tree/near.js";

const PANE = { scrollTop: 1000, clientHeight: 500, addEventListener() {}, removeEventListener() {} };

class Part {
  attributes = new Set();
  hasAttribute = (name) => this.attributes.has(name);
  toggleAttribute = (name, on) => (on ? this.attributes.add(name) : this.attributes.delete(name));
}

/** `n` cards below each other, 100 apart, each joined to the one above. */
function column(n) {
  const ids = Array.from({ length: n }, (_, nth) => `n${nth}`);
  const at = new Map(ids.map((id, nth) => [id, { y: nth * 100, height: 60 }]));
  const cards = new Map(ids.map((id) => [id, new Part()]));
  const lines = new Map(ids.slice(1).map((id, nth) => [`${id}>`, { from: id, to: ids[nth] }]));
  const paths = new Map([...lines.keys()].map((id) => [id, new Part()]));
  return { at, cards, paths, ties: { lines, get: (id) => paths.get(id) }, extent: { top: 0 }, zoom: 1, kept: "n199" };
}

const far = (parts) => [...parts].filter(([, part]) => part.hasAttribute("data-far")).map(([id]) => id);

test("what is seen and half a window around it stays; the rest of a large tree, and its lines, is taken out", () => {
  const drawn = column(200);
  new Near(PANE, () => drawn).show();
  const gone = far(drawn.cards);
  for (const id of ["n7", "n10", "n15", "n17", "n199"]) assert.ok(!gone.includes(id), id);
  for (const id of ["n0", "n6", "n18", "n198"]) assert.ok(gone.includes(id), id);
  assert.ok(!far(drawn.paths).includes("n15>") && far(drawn.paths).includes("n150>"));
});

test("it comes back when it is scrolled to", () => {
  const drawn = column(200);
  const pane = { ...PANE };
  const near = new Near(pane, () => drawn);
  near.show();
  pane.scrollTop = 0;
  near.show();
  assert.ok(!far(drawn.cards).includes("n0") && far(drawn.cards).includes("n15"));
});

test("a tree of a usual size stays whole", () => {
  const drawn = column(100);
  new Near({ ...PANE, scrollTop: 0 }, () => drawn).show();
  assert.deepEqual([far(drawn.cards), far(drawn.paths)], [[], []]);
});

test("the window follows the zoom; a line whose ends are not known is never far", () => {
  assert.deepEqual(windowOf(PANE, { top: -200 }, 0.5), { low: 1300, high: 3300 });
  assert.ok(meets(between(undefined, { y: 5, height: 1 }), { low: 1e6, high: 2e6 }));
});
