// Where each card stands: layers above and below one core problem, a layer that is too wide in several rows, like bricks.
//
// Pure and without memory: the same tree gives the same picture on every laptop. The core's upper edge is y = 0 and stays there; a card
// stands by its parent, so a new one moves its neighbours of the same layer and what hangs on them, and nobody else.

import { spread } from "./spread.js";

/** Measures of the station's drawing, in pixels; the wall has its own. */
export const DESK = { gap: 8, brick: 20, channel: 42, between: 36, pitch: 198, edge: 10 };

/**
 * Positions for `cards`, a list of {id, level, parent, width, height} as they are read, within `width`.
 *
 * Returns {at: id → {x, y, width, height, row}, rows: [{level, top, height, ids}] from top to bottom, width, top, bottom}.
 */
export function layOut(cards, width, measures = DESK) {
  const levels = new Map();
  for (const card of cards) {
    if (!levels.has(card.level)) levels.set(card.level, []);
    levels.get(card.level).push(card);
  }
  const centres = new Map();
  const rows = [];
  const inner = { low: measures.edge, high: width - measures.edge };
  for (const level of [...levels.keys()].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b)) {
    const layer = levels.get(level);
    rows.push(...rowsOf(layer, level, inner, measures));
    stand(layer, level, centres, inner, measures);
  }
  rows.sort((a, b) => a.level - b.level || (a.level < 0 ? b.nth - a.nth : a.nth - b.nth));
  return placed(rows, centres, cards, width, measures);
}

/** How many rows a layer needs: bricks of two rows stand half a card apart. */
function countOf(layer, inner, { gap, brick }) {
  const widest = Math.max(...layer.map((card) => card.width));
  const total = layer.reduce((sum, card) => sum + card.width + gap, -gap);
  if (total <= inner.high - inner.low) return 1;
  return Math.max(2, Math.ceil(((layer.length - 1) * (widest + brick)) / Math.max(widest, inner.high - inner.low - widest)));
}

function rowsOf(layer, level, inner, measures) {
  const count = countOf(layer, inner, measures);
  const rows = Array.from({ length: count }, (_, nth) => ({ level, nth, ids: [], height: 0 }));
  layer.forEach((card, at) => {
    rows[at % count].ids.push(card.id);
    rows[at % count].height = Math.max(rows[at % count].height, card.height);
  });
  return rows;
}

function stand(layer, level, centres, inner, measures) {
  const count = countOf(layer, inner, measures);
  const widest = Math.max(...layer.map((card) => card.width));
  const room = inner.high - inner.low;
  const middle = (inner.low + inner.high) / 2;
  const apart = layer.map((card, at) => {
    if (at === 0) return 0;
    return count > 1 ? (widest + measures.brick) / count : (card.width + layer[at - 1].width) / 2 + measures.gap;
  });
  const first = Math.abs(level) === 1;
  const step = first ? Math.min(measures.pitch, room / layer.length) : (widest + measures.brick) / count;
  const family = new Map();
  for (const card of layer) family.set(card.parent, (family.get(card.parent) ?? 0) + 1);
  const met = new Map();
  const wanted = layer.map((card) => {
    const nth = met.get(card.parent) ?? 0;
    met.set(card.parent, nth + 1);
    return (centres.get(card.parent) ?? middle) + (nth - (family.get(card.parent) - 1) / 2) * step;
  });
  const low = inner.low + (count > 1 ? widest : layer[0].width) / 2;
  const high = inner.high - (count > 1 ? widest : layer[layer.length - 1].width) / 2;
  spread(wanted, apart, low, high).forEach((centre, at) => {
    centres.set(layer[at].id, centre);
  });
}

/** Heights: rows are stacked away from the core, which stays where it is. */
function placed(rows, centres, cards, width, measures) {
  const space = (row, next) => (row.level === next.level ? measures.between : measures.channel);
  const core = rows.findIndex((row) => row.level === 0);
  const start = core < 0 ? rows.findIndex((row) => row.level > 0) : core;
  const from = start < 0 ? rows.length : start;
  for (let at = from, y = 0; at < rows.length; at += 1) {
    rows[at].top = y;
    y += rows[at].height + (rows[at + 1] ? space(rows[at], rows[at + 1]) : 0);
  }
  for (let at = from - 1, y = 0; at >= 0; at -= 1) {
    y -= rows[at].height + (rows[at + 1] ? space(rows[at], rows[at + 1]) : 0);
    rows[at].top = y;
  }
  const sizes = new Map(cards.map((card) => [card.id, card]));
  const at = new Map();
  rows.forEach((row, index) => {
    for (const id of row.ids) {
      const card = sizes.get(id);
      const x = Math.round(centres.get(id) - card.width / 2);
      const y = row.level < 0 ? row.top + row.height - card.height : row.top;
      at.set(id, { x, y, width: card.width, height: card.height, row: index });
    }
  });
  const last = rows[rows.length - 1];
  return { at, rows, width, top: rows[0]?.top ?? 0, bottom: last ? last.top + last.height : 0 };
}
