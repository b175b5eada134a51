// Where a new or a moved node goes, and which card is next: pure steps over a forest.
//
// A place is {parent, side, before, after}: between two siblings (ids, or null at an end).

import { branchesOf, branchOf, pathOf } from "./forest.js";

function beside(forest, parent, side, at) {
  const siblings = branchesOf(forest, parent, side);
  return { parent, side, before: siblings[at - 1] ?? null, after: siblings[at] ?? null };
}

function indexOf(forest, id) {
  const { parent, side } = forest.items.get(id);
  return branchesOf(forest, parent, side).indexOf(id);
}

/** At the end of a node's branches; `side` decides under the core. */
export function childPlace(forest, id, side = "cause") {
  const own = id === forest.core ? side : (forest.items.get(id)?.side ?? side);
  return beside(forest, id, own, branchesOf(forest, id, own).length);
}

/** Right after a node, on the same level; the core has no siblings and gets a cause. */
export function siblingPlace(forest, id) {
  const item = forest.items.get(id);
  if (!item?.parent) return childPlace(forest, id);
  return beside(forest, item.parent, item.side, indexOf(forest, id) + 1);
}

/** One level nearer to the core, right after the node's parent; on the first level the same as a sibling. */
export function abovePlace(forest, id) {
  const parent = forest.items.get(id)?.parent;
  return parent && parent !== forest.core ? siblingPlace(forest, parent) : siblingPlace(forest, id);
}

const PLACES = {
  indent: (forest, id) => {
    const { parent, side } = forest.items.get(id);
    const before = branchesOf(forest, parent, side)[indexOf(forest, id) - 1];
    return before ? childPlace(forest, before) : null;
  },
  outdent: (forest, id) => {
    const { parent } = forest.items.get(id);
    return parent === forest.core ? null : siblingPlace(forest, parent);
  },
  earlier: (forest, id) => {
    const at = indexOf(forest, id);
    const { parent, side } = forest.items.get(id);
    return at > 0 ? beside(forest, parent, side, at - 1) : null;
  },
  later: (forest, id) => {
    const at = indexOf(forest, id);
    const { parent, side } = forest.items.get(id);
    return at < branchesOf(forest, parent, side).length - 1 ? beside(forest, parent, side, at + 2) : null;
  },
};

/** Where a command moves a branch: indent, outdent, earlier, later, or up and down as the card goes; null where it cannot. */
export function movePlace(forest, id, command) {
  const item = forest.items.get(id);
  if (!item?.parent) return null;
  const inwards = item.side === "cause" ? "move-up" : "move-down";
  const meant = command.startsWith("move-") ? (command === inwards ? "outdent" : "indent") : command;
  return PLACES[meant](forest, id);
}

/** Where a cut branch is hung: under `target`, never under itself. */
export function pastePlace(forest, id, target) {
  if (!forest.items.has(id) || !forest.items.has(target) || branchOf(forest, id).includes(target)) return null;
  return childPlace(forest, target, forest.items.get(id).side);
}

/** What is chosen when a branch goes: the next sibling, the one before, the parent. */
export function afterRemoval(forest, id) {
  const item = forest.items.get(id);
  if (!item?.parent) return id;
  const siblings = branchesOf(forest, item.parent, item.side);
  const at = siblings.indexOf(id);
  return siblings[at + 1] ?? siblings[at - 1] ?? item.parent;
}

/** A node that a colleague took away: the nearest one that is still there. */
export function nearestLeft(was, forest, id) {
  return [afterRemoval(was, id), ...pathOf(was, id)].find((one) => forest.items.has(one)) ?? forest.core;
}

/** The card that an arrow leads to: `at` are the boxes of a layout; the card itself where there is nothing. */
export function nextCard(forest, at, id, direction) {
  const box = at.get(id);
  const item = forest.items.get(id);
  if (!box || !item) return id;
  if (direction === "left" || direction === "right") return across(forest, at, item, direction === "right" ? 1 : -1);
  const kin = direction === "up" ? above(forest, item) : below(forest, item);
  return nearest(at, kin, box, direction) ?? nearest(at, [...at.keys()], box, direction) ?? id;
}

function across(forest, at, item, step) {
  const layer = forest.order.filter((id) => forest.items.get(id).level === item.level && at.has(id));
  return layer[layer.indexOf(item.id) + step] ?? item.id;
}

const above = (forest, item) => (item.side === "cause" ? [item.parent] : branchesOf(forest, item.id, "effect"));
const below = (forest, item) => (item.side === "effect" ? [item.parent] : branchesOf(forest, item.id, "cause"));

function nearest(at, ids, box, direction) {
  let best = null;
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const other = at.get(id);
    if (!other || (direction === "up" ? other.y + other.height > box.y : other.y < box.y + box.height)) continue;
    const down = Math.abs(other.y - box.y);
    const away = Math.abs(other.x + other.width / 2 - box.x - box.width / 2) + 3 * down;
    if (away < least) {
      least = away;
      best = id;
    }
  }
  return best;
}
