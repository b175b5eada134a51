import assert from "node:assert/strict";
import { test } from "node:test";
import { Rested } from "../../../static/js/workbook/pauses.js";

/** A clock that stands still until it is told to go on. */
function clocked(context) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let now = 0;
  context.mock.method(performance, "now", () => now);
  return (ms) => {
    now += ms;
    context.mock.timers.tick(ms);
  };
}

test("something is done once, when nobody has asked for a while", (context) => {
  const pass = clocked(context);
  let done = 0;
  const rested = new Rested(() => (done += 1), 300, 5_000);
  for (let key = 0; key < 5; key += 1) {
    rested.ask();
    pass(200);
  }
  assert.equal(done, 0);
  pass(100);
  assert.equal(done, 1);
  pass(10_000);
  assert.equal(done, 1);
});

test("who asks without rest is served all the same, and then waited for again", (context) => {
  const pass = clocked(context);
  let done = 0;
  const rested = new Rested(() => (done += 1), 300, 1_000);
  for (let key = 0; key < 20; key += 1) {
    rested.ask();
    pass(100);
  }
  assert.equal(done, 2);
});

test("what is ended is not done", (context) => {
  const pass = clocked(context);
  let done = 0;
  const rested = new Rested(() => (done += 1), 300, 1_000);
  rested.ask();
  rested.end();
  pass(5_000);
  assert.equal(done, 0);
});

test("who waits for the rest alone is not served before, unless somebody else has asked", (context) => {
  const pass = clocked(context);
  let done = 0;
  const rested = new Rested(() => (done += 1), 300, 1_000);
  const type = (keys) => {
    for (let key = 0; key < keys; key += 1) {
      rested.ask({ restAlone: true });
      pass(100);
    }
  };
  type(50);
  assert.equal(done, 0);
  rested.ask();
  type(12);
  assert.equal(done, 1);
  pass(300);
  assert.equal(done, 2);
});
