// What of a tree the wall holds: the core problem, direct causes and effects, one open branch; the rest is a number on the card above it.
//
// Pure. Words stay at 24 px or more, so what does not fit is left out in a fixed order of plans, never made smaller.

import { branchesOf, branchOf, forestOf, pathOf } from "../tree/forest.js";
import { layOut } from "../tree/layout.js";
import { tiesOf } from "../tree/ties.js";
import { linesOf } from "../tree/wrap.js";

const WIDEST = 430;
const LEAST = 300;
const MOST_LINES = 6; // of a card, as the styles cut it
const FONTS = [
  { size: 28, line: 35 },
  { size: 24, line: 30 },
];
const MEASURES = { gap: 36, brick: 64, channel: 72, between: 60, pitch: 480, edge: 56 };
const LINES = { port: 180, tip: 25 };
const PAD = { width: 50, height: 46 }; // sides and edge of a card; room for the badge that hangs from it

/** The forest of a message: nodes come in their order. */
export function forestOnWall({ nodes, links }) {
  const ordered = nodes.map((node, at) => ({ ...node, order: String(at).padStart(6, "0") }));
  return forestOf(ordered, links);
}

/** From most to least: all of the branch with both sides, less depth, one side, the branch's own line of cards. */
export function plansOf(forest, branch) {
  const open = forest.items.has(branch) && branch !== forest.core ? branch : null;
  const first = forest.core ? forest.items.get(forest.core).children : [];
  const path = open ? [...pathOf(forest, open).reverse().slice(1), open] : [];
  const plan = (tops, below) => new Set([forest.core, ...tops, ...path, ...below].filter(Boolean));
  if (!open) return [plan(first, []), ...["cause", "effect"].map((side) => plan(branchesOf(forest, forest.core, side), []))];
  const { side } = forest.items.get(open);
  const all = branchOf(forest, open);
  const near = all.filter((id) => forest.items.get(id).depth - forest.items.get(open).depth <= 1);
  const own = branchesOf(forest, forest.core, side);
  return [plan(first, all), plan(first, near), plan(own, all), plan(own, near), plan([], near), plan([], [])];
}

/**
 * Cards and lines for a wall of `width` and `height`: {cards: [{id, text, votes, more, box, lit}], ties, font, top, bottom, hidden}.
 *
 * `measures` gives for a font size what tells the width of a word.
 */
export function treeOnWall(told, branch, { width, height }, measures) {
  const forest = forestOnWall(told);
  const plans = plansOf(forest, branch);
  let best = null;
  for (const shown of plans) {
    for (const font of FONTS) {
      best = drawn(forest, shown, branch, width, font, measures(font.size));
      if (best.bottom - best.top <= height) return best;
    }
  }
  return best;
}

function drawn(forest, shown, branch, width, font, measure) {
  const ids = forest.order.filter((id) => shown.has(id));
  const cards = sized(forest, ids, width, font, measure);
  const layout = layOut(cards, width, MEASURES);
  const pairs = ids.map((id) => forest.items.get(id)).filter((item) => item.parent && shown.has(item.parent));
  const ties = tiesOf(
    layout,
    pairs.map(({ id, parent, side }) => (side === "effect" ? [parent, id] : [id, parent])),
    forest.links,
    LINES,
  );
  const lit = litOf(forest, branch);
  return {
    cards: ids.map((id) => cardOf(forest, id, shown, layout.at.get(id), lit)),
    ties: ties.map((tie) => ({ ...tie, lit: tie.kind === "tie" && lit.has(tie.from) && lit.has(tie.to) })),
    font,
    top: layout.top,
    bottom: layout.bottom + 24,
    hidden: forest.order.length - ids.length,
  };
}

/** The open branch and the way from it to the core. */
function litOf(forest, branch) {
  if (!forest.items.has(branch) || branch === forest.core) return new Set();
  return new Set([...branchOf(forest, branch), ...pathOf(forest, branch)]);
}

function cardOf(forest, id, shown, box, lit) {
  const { entry, side } = forest.items.get(id);
  const more = id === forest.core ? 0 : branchOf(forest, id).filter((one) => !shown.has(one)).length;
  return { id, side, text: entry.text ?? "", votes: entry.votes ?? 0, more, box, lit: lit.has(id) && id !== forest.core };
}

/** Cards of a layer are equally wide and high. */
function sized(forest, ids, width, font, measure) {
  const layers = new Map();
  for (const id of ids) {
    const { level } = forest.items.get(id);
    layers.set(level, [...(layers.get(level) ?? []), id]);
  }
  const cards = new Map();
  for (const [level, layer] of layers) {
    const room = (width - 2 * MEASURES.edge - (layer.length - 1) * MEASURES.gap) / layer.length;
    const wide = level === 0 ? Math.min(900, width - 2 * MEASURES.edge) : Math.floor(Math.max(LEAST, Math.min(WIDEST, room)));
    const longest = Math.max(...layer.map((id) => linesOf(forest.items.get(id).entry.text ?? "", wide - PAD.width, measure)));
    const lines = Math.min(MOST_LINES, longest);
    const height = level === 0 ? Math.ceil(lines * font.line * 1.2 + 30) : Math.ceil(lines * font.line + PAD.height);
    for (const id of layer) cards.set(id, { width: wide, height });
  }
  return ids.map((id) => ({ id, level: forest.items.get(id).level, parent: forest.items.get(id).parent, ...cards.get(id) }));
}
