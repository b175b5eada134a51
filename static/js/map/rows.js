// The rows of one kind and, for each, the filters that it fails, as bits. A changed filter touches its own bit only.

import { NO_DAY } from "./dates.js";

/** Bit of the day: outside the window, or later than the handle. */
export const DAY_BIT = 1 << 30;
const MOST_FILTERS = 28;

/** A filter bound to a column: which bit it owns and which of its values are chosen. */
class Facet {
  constructor(filter, column, bit) {
    this.key = filter.key;
    this.column = column;
    this.bit = bit;
    this.size = 1 + Math.max(-1, ...(filter.options ?? []).map((option) => option.value));
    this.chosen = null;
    this.counts = new Uint32Array(this.size);
    this.last = new Int32Array(this.size);
    this.signature = "";
  }

  /** True when a row has a chosen value. */
  matches(row) {
    const { offsets, values } = this.column;
    if (!offsets) return values[row] >= 0 && values[row] < this.size && this.chosen[values[row]] === 1;
    for (let at = offsets[row]; at < offsets[row + 1]; at += 1) {
      if (values[at] < this.size && this.chosen[values[at]] === 1) return true;
    }
    return false;
  }

  /** Counts each place once under each of its values, over the rows that fail nothing but this facet. */
  tally(fails, places, eligible) {
    this.counts.fill(0);
    this.last.fill(-1);
    if (this.column.offsets) this.tallyPacked(fails, places, eligible);
    else this.tallySingle(fails, places, eligible);
    return this.counts;
  }

  tallySingle(fails, places, eligible) {
    const { counts, last, size, bit } = this;
    const { values } = this.column;
    for (let row = 0; row < fails.length; row += 1) {
      const value = values[row];
      if ((fails[row] & ~bit) !== 0 || value < 0 || value >= size) continue;
      const place = places ? places[row] : row;
      if (eligible[place] === 0 || last[value] === place) continue;
      last[value] = place;
      counts[value] += 1;
    }
  }

  tallyPacked(fails, places, eligible) {
    const { counts, last, size, bit } = this;
    const { offsets, values } = this.column;
    for (let row = 0; row < fails.length; row += 1) {
      if ((fails[row] & ~bit) !== 0) continue;
      const place = places ? places[row] : row;
      if (eligible[place] === 0) continue;
      for (let at = offsets[row]; at < offsets[row + 1]; at += 1) {
        const value = values[at];
        if (value >= size || last[value] === place) continue;
        last[value] = place;
        counts[value] += 1;
      }
    }
  }
}

export class Rows {
  /** `place` names each row's place and never decreases; null when the rows are the places themselves. */
  constructor(count, place, day, columns, filters) {
    this.count = count;
    this.place = place;
    this.day = day;
    this.fails = new Uint32Array(count);
    this.window = "";
    this.facets = filters
      .filter((filter) => columns[filter.column])
      .slice(0, MOST_FILTERS)
      .map((filter, index) => new Facet(filter, columns[filter.column], 1 << index));
  }

  get conditioned() {
    return this.facets.some((facet) => facet.chosen !== null);
  }

  mark(row, bit, failed) {
    if (failed) this.fails[row] |= bit;
    else this.fails[row] &= ~bit;
  }

  /** Takes over the chosen values; only what changed is looked at again. */
  choose(selection) {
    for (const facet of this.facets) {
      const values = selection[facet.key] ?? [];
      const signature = values.join(",");
      if (signature !== facet.signature) this.chooseIn(facet, values, signature);
    }
  }

  chooseIn(facet, values, signature) {
    facet.signature = signature;
    facet.chosen = null;
    if (values.length) {
      facet.chosen = new Uint8Array(facet.size);
      for (const value of values) facet.chosen[value] = 1;
    }
    for (let row = 0; row < this.count; row += 1) this.mark(row, facet.bit, facet.chosen && !facet.matches(row));
  }

  /** A column was computed anew (presence at another day). */
  renew(key) {
    const facet = this.facets.find((one) => one.key === key);
    if (facet?.chosen) for (let row = 0; row < this.count; row += 1) this.mark(row, facet.bit, !facet.matches(row));
  }

  /** Rows later than `on` do not count; nor do rows outside the window, and rows without a day are outside. */
  dayed(from, to, on) {
    const window = `${from}/${to}/${on}`;
    if (!this.day || window === this.window) return;
    this.window = window;
    const low = from ?? NO_DAY;
    const high = Math.min(on, to ?? on);
    const bounded = from !== null || to !== null;
    for (let row = 0; row < this.count; row += 1) {
      const day = this.day[row];
      this.mark(row, DAY_BIT, day === NO_DAY ? bounded : day < low || day > high);
    }
  }

  /** Sets `out[place]` to 1 for each place that has a row which fails nothing. */
  passing(out) {
    out.fill(0);
    for (let row = 0; row < this.count; row += 1) if (this.fails[row] === 0) out[this.place ? this.place[row] : row] = 1;
  }
}
