// The read-back in screens, and what of a site is read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { leastOf, markOf, readingOrder, screensOf, screenWith, territoiresOf } from "../../../static/js/adoption/pages.js";
import { sitesOf } from "../../../static/js/adoption/reading.js";

const sites = (n, territoire = "Nyunzu") => Array.from({ length: n }, (_none, at) => ({ id: `${territoire}${at}`, territoire, adopted: "" }));

test("screens hold five sites at most and are as even as may be", () => {
  const sizes = (n) => screensOf(sites(n)).map((screen) => screen.length);
  assert.deepEqual([sizes(0), sizes(1), sizes(5), sizes(6), sizes(9), sizes(11)], [[], [1], [5], [3, 3], [5, 4], [4, 4, 3]]);
  for (let n = 0; n < 60; n += 1) assert.deepEqual(screensOf(sites(n)).flat(), sites(n));
});

test("territoires follow each other, each with what is adopted", () => {
  const all = [...sites(6), ...sites(2, "Manono")];
  all[7].adopted = "x";
  const told = territoiresOf(all);
  assert.deepEqual(told.map(({ name, done }) => [name, done]), [["Nyunzu", 0], ["Manono", 1]]);
  const screens = readingOrder(told);
  assert.deepEqual(screens.map(({ from, sites: own }) => [from, own.length]), [[1, 3], [4, 3], [1, 2]]);
  assert.equal(screenWith(screens, "Manono1"), 2);
  assert.equal(screenWith(screens, "gone"), 0);
});

test("of several agreements the least one stands; silence is consensus", () => {
  assert.equal(leastOf([]), "CONSENSUS");
  assert.equal(leastOf(["MAJORITY", "CONTESTED", "CONSENSUS"]), "CONTESTED");
});

const ROW = {
  id: "p",
  name: "Mwamba-7",
  territoire: "Nyunzu",
  observations: [{ id: "o", armed_presence: "PRESENT_INT", minerals: ["GOLD"], agreement: "" }],
  involvements: [{ id: "i", actor: "Groupe armé A", modes: ["TAX_ENTRY"], levy_low: "500", agreement: "MAJORITY" }],
};

test("a site is read with its presence, its lines and its réserves; adopting changes nothing of its mark", () => {
  const [site] = sitesOf([ROW], ["involvements/i", "places/p", "places/q"]);
  assert.deepEqual([site.presence, site.agreement, site.reserves], [["PRESENT_INT"], "MAJORITY", 2]);
  assert.equal(site.lines[0].levy.low, 500);
  const agreed = { ...ROW, observations: [{ ...ROW.observations[0], agreement: "CONSENSUS" }] };
  assert.equal(markOf(sitesOf([agreed])[0]), markOf(site));
  const otherwise = { ...ROW, observations: [{ ...ROW.observations[0], armed_presence: "ABSENT" }] };
  assert.notEqual(markOf(sitesOf([otherwise])[0]), markOf(site));
});

test("a site of which the plenary hears nothing has no row, and what is past is not read", () => {
  assert.deepEqual(sitesOf([{ id: "p", name: "Wingu", observations: [{ id: "o", armed_presence: "" }] }]), []);
  assert.deepEqual(sitesOf([{ ...ROW, involvements: [], observations: [{ ...ROW.observations[0], since_last_round: "ENDED" }] }]), []);
});
