// The filters' meaning written as plainly as possible, place by place and row by row: the measure of the engine.

import { codeText } from "../../../static/js/map/codes.js";
import { dayOfIso } from "../../../static/js/map/dates.js";
import { degrees } from "../../../static/js/map/layers.js";
import { fold, found, wordsOf } from "../../../static/js/map/search.js";

function valuesOf(filter, cell) {
  if (cell === null || cell === undefined || cell === -1) return [];
  if (filter.type === "list") return cell;
  if (filter.type !== "bitmask") return [cell];
  return filter.options.map((option) => option.value).filter((value) => Math.floor(cell / 2 ** value) % 2 === 1);
}

export class Naive {
  constructor({ base, state, claims, filters }) {
    Object.assign(this, { base, state, claims, filters });
    this.lon = degrees(base.lon);
    this.lat = degrees(base.lat);
  }

  presenceAt(place, on) {
    if (on >= dayOfIso(this.state.as_of)) return this.state.presence[place];
    let presence = 4;
    let latest = Number.NEGATIVE_INFINITY;
    this.state.changes.place.forEach((row, at) => {
      if (row === place && this.state.changes.day[at] <= on && this.state.changes.day[at] >= latest) {
        latest = this.state.changes.day[at];
        presence = this.state.changes.presence[at];
      }
    });
    return presence;
  }

  rowsOf(kind, place, on) {
    if (kind === "place") return [(filter) => this.base[filter.column][place]];
    if (kind === "state") return [(filter) => (filter.key === "presence" ? this.presenceAt(place, on) : this.state[filter.column][place])];
    const rows = this.claims.kinds[kind];
    this.index ??= {};
    this.index[kind] ??= Map.groupBy(rows.place.keys(), (at) => rows.place[at]);
    return (this.index[kind].get(place) ?? [])
      .filter((at) => rows.day[at] === null || rows.day[at] <= on)
      .map((at) => Object.assign((filter) => rows[filter.column][at], { day: rows.day[at] }));
  }

  windowHolds(row, view) {
    if (view.from === null && view.to === null) return true;
    return row.day !== null && row.day >= (view.from ?? -1e9) && row.day <= (view.to ?? 1e9);
  }

  passes(place, view) {
    const on = view.on ?? dayOfIso(this.state.as_of);
    const words = wordsOf(view.q);
    if (words.length && !found(words, fold(this.base.name[place]), codeText(this.base.code[place]))) return false;
    const [west, south, east, north] = view.box ?? [-181, -91, 181, 91];
    if (view.box && !(this.lon[place] >= west && this.lon[place] <= east && this.lat[place] >= south && this.lat[place] <= north))
      return false;
    const chosen = this.filters.filter((filter) => filter.column && view.filters[filter.key]?.length);
    const claimKinds = Object.keys(this.claims.kinds);
    for (const kind of ["place", "state", ...claimKinds]) {
      const conditions = chosen.filter((filter) => filter.kind === kind);
      if (!conditions.length) continue;
      const holds = this.rowsOf(kind, place, on).some(
        (row) =>
          (!claimKinds.includes(kind) || this.windowHolds(row, view)) &&
          conditions.every((filter) => valuesOf(filter, row(filter)).some((value) => view.filters[filter.key].includes(value))),
      );
      if (!holds) return false;
    }
    const windowed = view.from !== null || view.to !== null;
    if (!windowed || chosen.some((filter) => claimKinds.includes(filter.kind))) return true;
    return claimKinds.some((kind) => this.rowsOf(kind, place, on).some((row) => this.windowHolds(row, view)));
  }

  visible(view) {
    return Array.from({ length: this.base.count }, (_, place) => (this.passes(place, view) ? 1 : 0));
  }

  count(view, key, value) {
    const replaced = { ...view, filters: { ...view.filters, [key]: [value] } };
    return this.visible(replaced).reduce((sum, one) => sum + one, 0);
  }
}
