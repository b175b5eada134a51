// What each command does at the station: choosing, typing, moving, linking, folding, looking.

import { branchOf } from "./forest.js";
import { outlineStep } from "./keys.js";
import { abovePlace, childPlace, movePlace, nextCard, pastePlace, siblingPlace } from "./steps.js";

const ZOOM = 1.2;

export const COMMANDS = {
  sibling: (station) => station.writing.grow(siblingPlace),
  child: (station) => station.writing.grow(childPlace),
  above: (station) => station.writing.grow(abovePlace),
  edit: (station) => station.writing.edit(),
  type: (station, event) => station.writing.edit(event.key),
  done: (station) => station.writing.finish(),
  drop: (station) => station.writing.finish(),
  leave: (station) => {
    if (station.linking || station.cut || station.lit.size) station.calm();
    else station.leaving = true;
  },

  remove: (station) => station.writing.removeBranch(),
  told: (station) => station.writing.tell(!station.acts.isPlenary(station.item.entry)),
  details: (station) => station.details.theme.focus(),

  cut: (station) => {
    if (station.selected === station.forest.core) return;
    station.cut = station.selected;
    station.announce("tree.cut", { name: station.wordsOf(station.cut) });
  },
  paste: (station) => {
    const place = station.cut && pastePlace(station.forest, station.cut, station.selected);
    if (place) station.writing.hang(station.cut, place);
    else if (station.cut) station.announce("tree.not-there");
  },
  link: (station) => {
    station.linking = station.selected;
    station.announce("tree.linking", { name: station.wordsOf(station.linking) });
  },

  fold: (station) => {
    const { folded, selected, forest } = station;
    if (selected === forest.core || !station.item.children.length) return;
    if (!folded.delete(selected)) folded.add(selected);
  },
  focus: (station) => {
    station.focus = station.focus === station.selected || station.selected === station.forest.core ? null : station.selected;
  },
  larger: (station) => station.zoom(station.drawing.zoom * ZOOM),
  smaller: (station) => station.zoom(station.drawing.zoom / ZOOM),
  fit: (station) => station.zoom("fit"),
};

for (const name of ["earlier", "later", "indent", "outdent", "move-up", "move-down"]) {
  COMMANDS[name] = (station) => {
    const place = movePlace(station.forest, station.selected, name);
    if (place) station.writing.hang(station.selected, place);
    else station.announce("tree.not-there");
  };
}

for (const direction of ["left", "right", "up", "down"]) {
  COMMANDS[direction] = (station) => {
    if (station.where === "drawing") {
      station.select(nextCard(station.forest, station.drawing.at, station.selected, direction));
      return;
    }
    const step = outlineStep(direction, station.selected, station.forest, [...station.picture.lines.keys()], station.folded);
    if (step.fold !== undefined) COMMANDS.fold(station);
    else if (step.to) station.select(step.to);
  };
}

for (const [name, at] of [
  ["first", 0],
  ["last", -1],
]) {
  COMMANDS[name] = (station) => station.select([...station.picture[station.where === "drawing" ? "cards" : "lines"].keys()].at(at));
}

/** While a link is being made, Enter takes the chosen card; L again would make it a loop. Returns whether the command was taken. */
export function whileLinking(station, command, event) {
  if (!station.linking) return false;
  const loop = command === "sibling" && event.shiftKey;
  if (command !== "sibling") return command === "type" || command === "child" || command === "above";
  const { linking, selected } = station;
  station.linking = null;
  if (linking === selected) return true;
  const made = station.acts.link(station.forest, linking, selected, loop || feedsBack(station.forest, linking, selected));
  const names = { from: station.wordsOf(linking), to: station.wordsOf(selected) };
  station.announce(made ? `tree.linked-${made}` : "tree.unlinked", names);
  station.select(linking);
  return true;
}

/** An effect that feeds a cause, or whatever leads to what it hangs on, goes round in a loop. */
export function feedsBack(forest, from, to) {
  const source = forest.items.get(from);
  const target = forest.items.get(to);
  if (source.side === "effect" && target.side !== "effect") return true;
  if (source.side === "core" && target.side === "cause") return true;
  if (source.side !== target.side) return false;
  return source.side === "cause" ? branchOf(forest, from).includes(to) : branchOf(forest, to).includes(from);
}
