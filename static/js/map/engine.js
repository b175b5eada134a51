// Which places pass the filters, and what each filter would leave. No drawing, no page: plain arrays.

import { column, decodeKind, decodePlaces, decodeState } from "./layers.js";
import { lazily } from "./lazily.js";
import { presenceOn } from "./presence.js";
import { Rows } from "./rows.js";
import { fold, found, wordsOf } from "./search.js";

const OTHER = -1;

/** True when a view asks something of claims or columns: without it no table is looked at. */
const conditioned = (view) => view.from !== null || view.to !== null || Object.keys(view.filters).length > 0;

export class Engine {
  /** Base and state make a map; claims may come later. */
  constructor(base, state, catalogue) {
    this.catalogue = catalogue;
    this.places = decodePlaces(base, state.extra, state.minerals);
    this.count = this.places.count;
    this.state = decodeState(state, this.count);
    this.drawn = { presence: new Int32Array(this.count), contradicted: new Uint8Array(this.count), day: new Int32Array(this.count) };
    lazily(this, "folded", () => this.places.name.map((name, row) => fold(`${name} ${this.places.alias[row] ?? ""}`)));
    lazily(this, "rowOfCode", () => new Map(this.places.code.map((code, row) => [code, row])));
    lazily(this, "tables", () => this.firstTables());
    this.tabled = false;
    this.visible = new Uint8Array(this.count);
    this.claims = null;
    this.on = null;
  }

  firstTables() {
    this.tabled = true;
    return new Map([
      ["place", this.placeRows()],
      ["state", this.stateRows()],
    ]);
  }

  filtersOf(kind) {
    return this.catalogue.filter((filter) => filter.kind === kind && filter.column);
  }

  placeRows() {
    const { raw } = this.places;
    const columns = {};
    for (const filter of this.filtersOf("place")) if (raw[filter.column]) columns[filter.column] = column(raw[filter.column], filter.type);
    return new Rows(this.count, null, null, columns, this.filtersOf("place"));
  }

  stateRows() {
    const filters = this.filtersOf("state");
    const columns = { presence: { offsets: null, values: this.drawn.presence } };
    for (const filter of filters) {
      const values = this.state.raw[filter.column];
      if (filter.column !== "presence" && Array.isArray(values)) columns[filter.column] = column(values, filter.type);
    }
    return new Rows(this.count, null, null, columns, filters);
  }

  /** The claims layer: one table per kind. */
  setClaims(claims) {
    this.claims = { dict: claims.dict ?? {}, kinds: {} };
    for (const [kind, rows] of Object.entries(claims.kinds)) {
      const filters = this.filtersOf(kind);
      const table = decodeKind(rows, filters, this.claims.dict);
      this.claims.kinds[kind] = table;
      this.tables.set(kind, new Rows(table.count, table.place, table.day, table.columns, filters));
    }
  }

  /** Row of a code's six characters, -1 when nobody here may see it or it does not exist. */
  rowOf(code) {
    return this.rowOfCode.get(code.toUpperCase()) ?? OTHER;
  }

  /** Presence as it was known on a day; the last day of the data when none is chosen. */
  setDay(day) {
    const on = day ?? this.state.asOf;
    if (on === this.on) return;
    this.on = on;
    presenceOn(on, this.state, this.drawn);
    if (this.tabled) this.tables.get("state").renew("presence");
  }

  /** Places that fail free text, the box or the list of places to show. */
  beside(view, only) {
    const words = wordsOf(view.q);
    const { lon, lat, code } = this.places;
    const out = new Uint8Array(this.count);
    if (!words.length && !view.box && !only) return out;
    for (let row = 0; row < this.count; row += 1) {
      const box = view.box;
      const inside = !box || (lon[row] >= box[0] && lon[row] <= box[2] && lat[row] >= box[1] && lat[row] <= box[3]);
      const wanted = inside && (!only || only.has(row)) && (!words.length || found(words, this.folded[row], code[row]));
      if (!wanted) out[row] = 1;
    }
    return out;
  }

  /**
   * Filters: `view.filters` is {key: [values]}; `only` an optional set of rows.
   * Afterwards `visible` says per place 0 or 1. Returns {visible, counts: {key: count per value}, presence}.
   */
  run(view, only = null) {
    this.setDay(view.on);
    const failures = this.beside(view, only);
    const blame = new Int8Array(this.count).fill(OTHER);
    const conditions = this.tabled || conditioned(view) ? this.conditions(view) : [];
    conditions.forEach(({ passes }, index) => {
      for (let row = 0; row < this.count; row += 1) {
        if (passes[row] === 1) continue;
        failures[row] += 1;
        blame[row] = failures[row] === 1 ? index : OTHER;
      }
    });
    let visible = 0;
    for (let row = 0; row < this.count; row += 1) visible += this.visible[row] = failures[row] === 0 ? 1 : 0;
    const result = { visible, presence: this.presenceDrawn() };
    lazily(result, "counts", () => this.counted(view, conditions, failures, blame));
    return result;
  }

  /** Per conditioned kind, the places that pass it; a window alone asks for any claim inside it. */
  conditions(view) {
    const conditions = [];
    const claimKinds = [];
    for (const [kind, rows] of this.tables) {
      rows.choose(view.filters);
      rows.dayed(view.from, view.to, this.on);
      if (rows.day) claimKinds.push(rows);
      if (rows.conditioned) conditions.push(this.condition(kind, [rows]));
    }
    const windowed = view.from !== null || view.to !== null;
    if (windowed && claimKinds.length && !claimKinds.some((rows) => rows.conditioned)) {
      conditions.push(this.condition("any", claimKinds));
    }
    return conditions;
  }

  condition(kind, tables) {
    const passes = new Uint8Array(this.count);
    const one = new Uint8Array(this.count);
    for (const rows of tables) {
      rows.passing(one);
      for (let row = 0; row < this.count; row += 1) passes[row] |= one[row];
    }
    return { kind, passes };
  }

  /** Counts by filter, each made when it is first looked at: groups that are shut cost nothing. */
  counted(view, conditions, failures, blame) {
    const counts = {};
    if (!this.tabled) this.conditions(view);
    for (const [kind, rows] of this.tables) {
      let eligible = null;
      const tally = (facet) => {
        eligible ??= this.eligible(kind, conditions, failures, blame);
        return facet.tally(rows.fails, rows.place, eligible);
      };
      for (const facet of rows.facets) lazily(counts, facet.key, () => tally(facet));
    }
    return counts;
  }

  /** Places that fail nothing, or nothing but the conditions on one kind: 1 or 0. */
  eligible(kind, conditions, failures, blame) {
    const own = conditions.findIndex((condition) => condition.kind === kind);
    const out = new Uint8Array(this.count);
    for (let row = 0; row < this.count; row += 1) {
      if (failures[row] === 0 || (own >= 0 && failures[row] === 1 && blame[row] === own)) out[row] = 1;
    }
    return out;
  }

  /** {PRESENT_INT: 80, …} of the visible places that have a position. */
  presenceDrawn() {
    const counts = {};
    for (const [code] of this.state.dict.presence) counts[code] = 0;
    for (let row = 0; row < this.count; row += 1) {
      if (this.visible[row] && !Number.isNaN(this.places.lon[row])) counts[this.state.dict.presence[this.drawn.presence[row]][0]] += 1;
    }
    return counts;
  }
}
