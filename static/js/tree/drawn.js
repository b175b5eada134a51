// What the worker is asked: a tree's cards and links become positions and lines, as plain data.

import { layOut } from "./layout.js";
import { tiesOf } from "./ties.js";

/** `ask`: {cards, links, width, measures}; the answer can cross to another thread. */
export function drawnOf({ cards, links, width, measures }) {
  const layout = layOut(cards, width, measures);
  const pairs = [];
  for (const card of cards) {
    if (!card.parent) continue;
    pairs.push(card.level < 0 ? [card.parent, card.id] : [card.id, card.parent]);
  }
  const { at, rows, top, bottom } = layout;
  return { at: [...at], rows, top, bottom, width, ties: tiesOf(layout, pairs, links) };
}
