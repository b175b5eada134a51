// Trees for tests: a drawn one by hand, and seeded ones of any size.

import { generateKeyBetween } from "fractional-indexing";
import { forestOf } from "../../../static/js/tree/forest.js";

/** A small generator of numbers from 0 to 1, the same for a seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Entries of a tree written as lines: two blanks a level, `^` before effects. */
export function written(lines) {
  const entries = [{ id: "core", side: "core", parent: null, order: "a0", text: "core" }];
  const path = [];
  let order = null;
  for (const line of lines.split("\n").filter((one) => one.trim())) {
    const depth = (line.length - line.trimStart().length) / 2;
    const words = line.trim();
    const effect = words.startsWith("^");
    const id = words.replace("^", "");
    order = generateKeyBetween(order, null);
    const side = depth === 0 ? (effect ? "effect" : "cause") : entries.find((one) => one.id === path[depth - 1]).side;
    entries.push({ id, side, parent: depth === 0 ? "core" : path[depth - 1], order, text: id });
    path[depth] = id;
  }
  return entries;
}

/** A tree of `count` nodes; deep and broad by chance. */
export function grown(count, seed, texts = () => "Routes coupées, sites enclavés") {
  const draw = random(seed);
  const entries = [{ id: "core", side: "core", parent: null, order: "a0", text: "Des groupes armés vivent des sites" }];
  let order = null;
  for (let at = 1; at < count; at += 1) {
    order = generateKeyBetween(order, null);
    const above = draw() < 0.25 ? entries[0] : entries[Math.floor(draw() * entries.length)];
    const side = above.side === "core" ? (draw() < 0.4 ? "effect" : "cause") : above.side;
    entries.push({ id: `n${String(at).padStart(4, "0")}`, side, parent: above.id, order, text: texts(draw) });
  }
  return entries;
}

/** Cards for the layout, of three widths and two heights by chance. */
export function cardsOf(entries, seed = 1) {
  const forest = forestOf(entries);
  const size = new Map(entries.map((one, at) => [one.id, random(seed * 7919 + at)()]));
  return forest.order.map((id) => {
    const { level, parent } = forest.items.get(id);
    if (level === 0) return { id, level, parent: null, width: 330, height: 54 };
    return { id, level, parent, width: [134, 164, 204][Math.floor(size.get(id) * 3)], height: size.get(id) < 0.8 ? 60 : 93 };
  });
}
