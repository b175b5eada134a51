// Keys of the read-back, bound to the physical key; a script of keys reads a whole workshop back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { agreementKeys, pressed } from "../../../static/js/adoption/adoption_keys.js";

function station(site = "") {
  const done = [];
  const note = (name) => (value) => done.push([name, value]);
  return { tab: "read", site, shown: [], done, openSite: note("open"), except: note("except"), do: note("do") };
}

const target = { closest: () => null };
const key = (code, more = {}) => ({ code, key: code, target, preventDefault() {}, ...more });

test("figures open a site by the physical key, whatever is printed on it", () => {
  const at = station();
  pressed(at, key("Digit3", { key: '"' }));
  pressed(at, key("Numpad1", { key: "1" }));
  assert.deepEqual(at.done, [["open", 2], ["open", 0]]);
});

test("in an open site figures are the agreement", () => {
  const at = station("p");
  for (const n of [1, 2, 3, 4, 5]) pressed(at, key(`Digit${n}`));
  assert.deepEqual(at.done.map(([, level]) => level), agreementKeys);
});

test("Enter adopts, R notes a réserve, and nothing happens while somebody types or elsewhere", () => {
  const at = station();
  pressed(at, key("Enter", { key: "Enter" }));
  pressed(at, key("KeyR", { key: "r" }));
  pressed(at, key("Digit1", { target: { closest: (list) => (list.includes("input") ? {} : null) } }));
  pressed(at, key("Digit1", { ctrlKey: true }));
  at.tab = "close";
  pressed(at, key("Enter", { key: "Enter" }));
  assert.deepEqual(at.done, [["do", "adopt"], ["do", "reserve"]]);
});
