// The whole view as a query string and back. Exports and SQL read the same names.

import { dayOfIso, isoOf } from "./dates.js";

/** A view nobody has touched. */
export const EMPTY = Object.freeze({
  filters: Object.freeze({}),
  q: "",
  from: null,
  to: null,
  on: null,
  box: null,
  only: "",
  sel: "",
  tab: "",
  view: "map",
  color: "presence",
  ghosts: true,
  sort: "",
  z: null,
  lat: null,
  lon: null,
});

const COLOURS = ["presence", "mineral", "qualification", "activity"];

function numberIn(params, name, low, high) {
  const value = params.has(name) ? Number(params.get(name)) : Number.NaN;
  return Number.isFinite(value) && value >= low && value <= high ? value : null;
}

function boxIn(params) {
  const box = (params.get("box") ?? "").split(",").map(Number);
  const sound = box.length === 4 && box.every(Number.isFinite) && box[0] < box[2] && box[1] < box[3];
  return sound ? box : null;
}

/** The view that an address holds. What it does not know or cannot read is left at its rest. */
export function readView(query, catalogue) {
  const params = new URLSearchParams(query);
  const filters = {};
  for (const filter of catalogue) {
    const codes = (params.get(`f.${filter.key}`) ?? "").split(",");
    const values = (filter.options ?? []).filter((option) => codes.includes(option.code)).map((option) => option.value);
    if (values.length) filters[filter.key] = values;
  }
  return {
    ...EMPTY,
    filters,
    q: params.get("q") ?? "",
    from: dayOfIso(params.get("from")),
    to: dayOfIso(params.get("to")),
    on: dayOfIso(params.get("on")),
    box: boxIn(params),
    only: params.get("only") === "since" ? "since" : "",
    sel: (params.get("sel") ?? "").slice(0, 6),
    tab: (params.get("tab") ?? "").slice(0, 40),
    view: params.get("view") === "list" ? "list" : "map",
    color: COLOURS.includes(params.get("color")) ? params.get("color") : "presence",
    ghosts: params.get("ghosts") !== "0",
    sort: /^-?[a-z]{1,20}$/.test(params.get("sort") ?? "") ? params.get("sort") : "",
    z: numberIn(params, "z", 0, 22),
    lat: numberIn(params, "lat", -90, 90),
    lon: numberIn(params, "lon", -180, 180),
  };
}

function filterPairs(view, catalogue) {
  const pairs = [];
  for (const filter of catalogue) {
    const chosen = new Set(view.filters[filter.key] ?? []);
    const codes = (filter.options ?? []).filter((option) => chosen.has(option.value)).map((option) => option.code);
    if (codes.length) pairs.push([`f.${filter.key}`, codes.join(",")]);
  }
  return pairs;
}

/** The part of the address that says which rows: what exports take. */
export function rowsQuery(view, catalogue) {
  const pairs = filterPairs(view, catalogue);
  if (view.q.trim()) pairs.push(["q", view.q.trim()]);
  if (view.from !== null) pairs.push(["from", isoOf(view.from)]);
  if (view.to !== null) pairs.push(["to", isoOf(view.to)]);
  if (view.on !== null) pairs.push(["on", isoOf(view.on)]);
  if (view.box) pairs.push(["box", view.box.map((edge) => edge.toFixed(4)).join(",")]);
  if (view.only) pairs.push(["only", view.only]);
  return pairs;
}

/** Pairs as text; commas and colons stay readable. */
export function queryText(pairs) {
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
}

/** The whole view as a query string without "?". What is at rest is not said. */
export function writeView(view, catalogue) {
  const pairs = rowsQuery(view, catalogue);
  for (const name of ["sel", "tab", "sort"]) if (view[name]) pairs.push([name, view[name]]);
  if (view.view !== "map") pairs.push(["view", view.view]);
  if (view.color !== "presence") pairs.push(["color", view.color]);
  if (!view.ghosts) pairs.push(["ghosts", "0"]);
  if (view.z !== null) pairs.push(["z", String(Math.round(view.z * 100) / 100)]);
  if (view.lat !== null) pairs.push(["lat", view.lat.toFixed(4)]);
  if (view.lon !== null) pairs.push(["lon", view.lon.toFixed(4)]);
  return queryText(pairs);
}
