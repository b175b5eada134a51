// The three layers that the server sends (base, state, claims), decoded into typed arrays.

import { codeText } from "./codes.js";
import { dayOfIso, NO_DAY } from "./dates.js";
import { lazily } from "./lazily.js";

const NOWHERE = Number.NaN;

/** Degrees from delta-coded hundred-thousandths; a place without position is NaN. */
export function degrees(deltas) {
  const out = new Float64Array(deltas.length);
  let sum = 0;
  for (let row = 0; row < deltas.length; row += 1) {
    if (deltas[row] === null) out[row] = NOWHERE;
    else {
      sum += deltas[row];
      out[row] = sum / 1e5;
    }
  }
  return out;
}

/** One value a row: -1 stands for none. */
export function single(values) {
  return { offsets: null, values: Int32Array.from(values, (value) => value ?? -1) };
}

/** Several values a row, packed: row r owns values[offsets[r]] to values[offsets[r + 1] - 1]. */
export function packed(lists) {
  const offsets = new Uint32Array(lists.length + 1);
  for (let row = 0; row < lists.length; row += 1) offsets[row + 1] = offsets[row] + (lists[row]?.length ?? 0);
  const values = new Int32Array(offsets[lists.length]);
  for (let row = 0; row < lists.length; row += 1) values.set(lists[row] ?? [], offsets[row]);
  return { offsets, values };
}

/** The set bits of a mask of up to 53 bits. */
export function bitsOf(mask) {
  const bits = [];
  let bit = 0;
  for (let rest = mask ?? 0; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) bits.push(bit);
    bit += 1;
  }
  return bits;
}

/** A column as its filter reads it. */
export function column(values, type) {
  if (type === "bitmask") return packed(values.map(bitsOf));
  return type === "list" ? packed(values) : single(values);
}

/** The dictionary with the entries that only the rows above C1 have, after the others. */
function extended(entries, more) {
  const known = new Set(entries.map(([code]) => code));
  return entries.concat((more ?? []).filter(([code]) => !known.has(code)));
}

function remapped(values, from, to) {
  if (!from) return values;
  const index = new Map(to.map(([code], value) => [code, value]));
  return values.map((value) => index.get(from[value]?.[0]) ?? -1);
}

function wordsIn(dict, indices) {
  return indices.map((index) => dict?.[index]?.[1] ?? "");
}

const NOTHING = { code: [], lon: [], lat: [], name: [], kind: [], minerals: [], province: [], territoire: [] };

/** The places: base rows, then the rows above C1 that came with the state; `known` are the minerals that this reader knows. */
export function decodePlaces(base, extra, known = null) {
  const more = extra ?? NOTHING;
  const dict = { ...base.dict };
  for (const name of ["kind", "province", "territoire"]) dict[name] = extended(base.dict[name], more.dict?.[name]);
  const joined = (name) => base[name].concat(remapped(more[name], more.dict?.[name], dict[name]));
  const [kind, province, territoire] = ["kind", "province", "territoire"].map(joined);
  const codes = base.code.concat(more.code);
  const both = (first, second) => Float64Array.from([...degrees(first), ...degrees(second)]);
  const minerals = known ?? base.minerals.concat(more.minerals ?? []);
  const places = {
    count: codes.length,
    lon: both(base.lon, more.lon),
    lat: both(base.lat, more.lat),
    name: base.name.concat(more.name),
    alias: (base.alias ?? base.name.map(() => "")).concat(more.alias ?? more.name.map(() => "")),
    dict,
    raw: { kind, province, territoire, minerals },
  };
  lazily(places, "code", () => codes.map(codeText));
  lazily(places, "kindName", () => wordsIn(dict.kind, kind));
  lazily(places, "provinceName", () => wordsIn(dict.province, province));
  lazily(places, "territoireName", () => wordsIn(dict.territoire, territoire));
  lazily(places, "mineralNames", () => minerals.map((mask) => bitsOf(mask).map((bit) => dict.mineral[bit]?.[1] ?? "")));
  return places;
}

const daysOf = (values) => Int32Array.from(values, (value) => value ?? NO_DAY);

/** The change points of presence, packed by place in order of time. */
export function decodeChanges(changes, count) {
  const rows = changes?.place ?? [];
  const order = Array.from(rows.keys());
  const compare = (a, b) => rows[a] - rows[b] || (changes.day[a] ?? NO_DAY) - (changes.day[b] ?? NO_DAY) || a - b;
  if (order.some((at) => at > 0 && compare(at - 1, at) > 0)) order.sort(compare); // the server sends them in order
  const offsets = new Uint32Array(count + 1);
  for (const row of rows) offsets[row + 1] += 1;
  for (let row = 0; row < count; row += 1) offsets[row + 1] += offsets[row];
  return {
    offsets,
    day: Int32Array.from(order, (at) => changes.day[at] ?? NO_DAY),
    presence: Int32Array.from(order, (at) => changes.presence[at]),
    contradicted: Uint8Array.from(order, (at) => changes.contradicted?.[at] ?? 0),
  };
}

/** What is drawn of each place today, and the change points for other days. */
export function decodeState(state, count) {
  const presence = state.dict.presence;
  const none = presence.findIndex(([code]) => code === "NO_DATA");
  const decoded = {
    asOf: dayOfIso(state.as_of),
    dict: state.dict,
    none: none < 0 ? presence.length - 1 : none,
    presence: Int32Array.from(state.presence),
    contradicted: Uint8Array.from(state.contradicted ?? new Uint8Array(count)),
    day: daysOf(state.day ?? new Array(count).fill(null)),
    workers: Float64Array.from(state.workers ?? new Array(count).fill(null), (value) => value ?? Number.NaN),
    sources: Int32Array.from(state.sources ?? new Array(count).fill(0)),
    raw: state,
  };
  lazily(decoded, "changes", () => decodeChanges(state.changes, count));
  return decoded;
}

/** Figures of a list that came with the claims, as those of the filter that came with the page. */
function chosenFrom(values, filter, dict) {
  const told = dict?.[filter.key];
  return told ? remapped(values, told, orderedCodes(filter.options)) : values;
}

function orderedCodes(options) {
  const codes = [];
  for (const { value, code } of options) codes[value] = [code];
  return Array.from(codes, (entry) => entry ?? [null]);
}

/** One kind of claims as a table whose rows are in order of their place; `dict` holds the lists that change. */
export function decodeKind(rows, filters, dict = {}) {
  const order = Array.from(rows.place.keys());
  order.sort((a, b) => rows.place[a] - rows.place[b]);
  const sorted = (values) => order.map((at) => values[at]);
  const columns = {};
  for (const filter of filters) {
    if (rows[filter.column]) columns[filter.column] = column(chosenFrom(sorted(rows[filter.column]), filter, dict), filter.type);
  }
  return {
    count: order.length,
    place: Int32Array.from(order, (at) => rows.place[at]),
    day: Int32Array.from(order, (at) => rows.day?.[at] ?? NO_DAY),
    columns,
    sorted: (name) => (rows[name] ? sorted(rows[name]) : null),
  };
}
