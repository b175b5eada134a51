import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadedWith, overBudget } from "../../../ops/front/budget.mjs";

const GRAPH = {
  "static/dist/map.js": { imports: [{ path: "static/dist/chunk-1.js", kind: "import-statement" }] },
  "static/dist/chunk-1.js": { imports: [{ path: "static/dist/chunk-2.js", kind: "dynamic-import" }] },
  "static/dist/chunk-2.js": { imports: [] },
};
const MAP = { map: { files: ["map.js", "map.css"], bytes: 100 } };

describe("weight of a first screen", () => {
  it("counts what a script brings with it, not what it asks for later", () => {
    assert.deepEqual(loadedWith("map.js", GRAPH), ["map.js", "chunk-1.js"]);
  });

  it("is silent within the budget", () => {
    assert.deepEqual(overBudget({ "map.js": 40, "map.css": 10, "chunk-1.js": 50, "chunk-2.js": 900 }, GRAPH, MAP), []);
  });

  it("names the screen that is too heavy", () => {
    assert.deepEqual(overBudget({ "map.js": 40, "map.css": 11, "chunk-1.js": 50 }, GRAPH, MAP), ["map: 101 bytes gzip, allowed are 100"]);
  });
});
