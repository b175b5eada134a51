// What cards and lines show of a tree: plain values, so that only what differs is written.

import { branchesOf, flagged, hiddenBelow, shownOf } from "./forest.js";

const GROUP_ONLY = "GROUP_ONLY";

/**
 * `view`: {forest, folded, focus, selected, lit, cut, linking, editing}, `tell`: {votes(id), people(id) → names, warning(id) → text, words}.
 *
 * Returns {cards, lines}: id → value. Cards leave out what is folded; lines too, but keep what is only out of focus.
 */
export function pictureOf(view, tell) {
  const { forest } = view;
  const shown = new Set(shownOf(forest, view.folded, view.focus));
  const looped = new Set(forest.links.filter((link) => link.loop).flatMap((link) => [link.from, link.to]));
  const values = new Map();
  for (const id of shownOf(forest, view.folded)) values.set(id, shownAs(view, tell, forest.items.get(id), shown, looped));
  const cards = new Map([...values].filter(([id]) => shown.has(id)));
  return { cards, lines: values };
}

function shownAs(view, tell, item, shown, looped) {
  const { forest, folded } = view;
  const { entry, id } = item;
  const votes = tell.votes(id);
  const people = tell.people(id);
  const more = hiddenBelow(forest, id, shown);
  const sites = flagged(entry, "place").length;
  const siblings = item.parent ? branchesOf(forest, item.parent, item.side) : [id];
  return {
    id,
    text: entry.text ?? "",
    side: item.side,
    level: item.level,
    parent: item.parent,
    depth: item.depth,
    position: siblings.indexOf(id),
    siblings: siblings.length,
    open: item.children.length && item.parent ? !folded.has(id) : null,
    selected: view.selected === id,
    marks: marksOf(view, id, people),
    who: people.length ? tell.words(view.editing === id ? "tree.also-here" : "tree.is-here", { name: people.join(", ") }) : "",
    warning: tell.warning(id),
    loop: looped.has(id),
    figure: votes ? tell.words("tree.votes", { n: votes }) : "",
    badges: {
      votes: votes ? String(votes) : "",
      sites: sites ? String(sites) : "",
      kept: entry.disclosure === GROUP_ONLY ? tell.words("tree.kept") : "",
      more: more ? tell.words("tree.more", { n: more }) : "",
    },
  };
}

function marksOf(view, id, people) {
  const marks = [];
  if (view.selected === id) marks.push("is-selected");
  if (view.lit.has(id)) marks.push("is-lit");
  if (view.cut === id) marks.push("is-cut");
  if (view.linking === id) marks.push("is-linking");
  if (view.editing === id) marks.push("is-editing");
  if (people.length) marks.push("node--other");
  return marks;
}
