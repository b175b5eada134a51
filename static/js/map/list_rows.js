// The rows of the list: the same places as the map, in an order, with the words of each cell.

import { dayText, NO_DAY } from "./dates.js";
import { collator, figure, joined } from "./format.js";
import { presenceLabel } from "./part.js";
import { shapeOf } from "./symbols.js";

const GRAVITY = ["seen", "undetermined", "unhindered", "absent", "unknown", "withheld"];

/** How each column sorts: by text, or by a figure (none last). */
export function keysOf(model) {
  const { places, state, drawn } = model.engine;
  const gravity = state.dict.presence.map(([code]) => GRAVITY.indexOf(shapeOf(code)));
  const qualification = state.raw.qualification ?? [];
  return {
    name: (row) => places.name[row],
    code: (row) => places.code[row],
    territoire: (row) => places.territoireName[row],
    mineral: (row) => joined(places.mineralNames[row]),
    presence: (row) => gravity[drawn.presence[row]],
    workers: (row) => (Number.isNaN(state.workers[row]) ? -1 : state.workers[row]),
    qualification: (row) => qualification[row] ?? -1,
    day: (row) => drawn.day[row],
    sources: (row) => state.sources[row],
  };
}

/** Visible rows in the order of a column; "-name" turns it round, no name keeps the order of the names. */
export function sortedRows(model, sort) {
  const { engine } = model;
  const rows = [];
  for (let row = 0; row < engine.count; row += 1) if (engine.visible[row]) rows.push(row);
  const key = keysOf(model)[sort.replace(/^-/, "")] ?? keysOf(model).name;
  const turn = sort.startsWith("-") ? -1 : 1;
  const words = collator();
  const values = new Map(rows.map((row) => [row, key(row)]));
  const compare = (a, b) => {
    const [left, right] = [values.get(a), values.get(b)];
    return typeof left === "string" ? words.compare(left, right) : left - right;
  };
  return rows.sort((a, b) => turn * compare(a, b) || a - b);
}

/** Words of the cells of a row; what is not known says so. */
export function cellsOf(model, row, texts) {
  const { places, state, drawn } = model.engine;
  const qualification = state.raw.qualification?.[row];
  return {
    code: places.code[row],
    name: places.name[row],
    territoire: places.territoireName[row] || places.provinceName[row] || texts.unknown,
    mineral: joined(places.mineralNames[row]) || texts.unknown,
    shape: shapeOf(state.dict.presence[drawn.presence[row]][0]),
    presence: presenceLabel(model, drawn.presence[row]),
    contradicted: drawn.contradicted[row] === 1,
    workers: Number.isNaN(state.workers[row]) ? texts.unknown : figure(state.workers[row]),
    qualification: state.dict.qualification?.[qualification]?.[1] ?? texts.unknown,
    day: drawn.day[row] === NO_DAY ? texts.unknown : dayText(drawn.day[row]),
    sources: figure(state.sources[row]),
    nowhere: Number.isNaN(places.lon[row]),
  };
}
