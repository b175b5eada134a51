// One filter as a group of boxes to tick; each says how many places it would leave.

import { counted, figure } from "./format.js";
import { copyOf, markOf, wordsOfShape } from "./part.js";
import { fold } from "./search.js";
import { shapeOf } from "./symbols.js";

const LONG = 12; // from here a list can be searched, and empty entries are left out

export class FilterGroup {
  constructor(filter, model) {
    this.filter = filter;
    this.model = model;
    this.element = copyOf("filter-group");
    this.element.querySelector("[data-label]").textContent = filter.label;
    this.chosen = this.element.querySelector("[data-chosen]");
    this.list = this.element.querySelector("[data-options]");
    this.list.setAttribute("aria-label", filter.label);
    this.texts = this.chosen.dataset;
    this.shown = [];
    this.rows = filter.options.map((option) => this.row(option));
    this.list.append(...this.rows.map((row) => row.element));
    this.list.addEventListener("change", (event) => this.changed(event.target));
    this.element.addEventListener("toggle", () => this.model.result && this.update(this.model.result.counts));
    this.empty = new Set();
    this.search = filter.options.length > LONG ? this.addSearch() : null;
  }

  row(option) {
    const element = copyOf("filter-option");
    const input = element.querySelector("input");
    input.value = String(option.value);
    const shape = this.filter.key === "presence" ? shapeOf(option.code) : null;
    element.querySelector("[data-label]").textContent = shape ? wordsOfShape(shape) : option.label;
    if (shape) input.after(markOf(shape));
    return {
      option,
      element,
      input,
      count: element.querySelector("[data-n]"),
      n: null,
      none: false,
      checked: false,
      folded: fold(option.label),
    };
  }

  addSearch() {
    const field = copyOf("filter-search");
    const input = field.querySelector("input");
    input.setAttribute("aria-label", `${input.getAttribute("aria-label")} ${this.filter.label}`);
    input.addEventListener("input", (event) => {
      event.stopPropagation();
      this.narrow(fold(input.value));
    });
    this.list.before(field);
    return field;
  }

  narrow(sought) {
    this.sought = sought;
    for (const row of this.rows) row.element.hidden = this.hides(row);
  }

  hides(row) {
    if (row.checked) return false;
    return (this.sought && !row.folded.includes(this.sought)) || this.empty.has(row.option.value);
  }

  /** Entries that no place has, whatever the filters, are left out of long lists. */
  baseline(counts) {
    if (!counts || this.rows.length <= LONG / 2) return;
    this.empty = new Set(this.rows.filter((row) => !counts[row.option.value]).map((row) => row.option.value));
    this.narrow(this.sought ?? "");
    if (this.search) this.search.hidden = this.rows.length - this.empty.size <= LONG;
  }

  changed(input) {
    if (input.type === "checkbox") this.model.choose(this.filter.key, Number(input.value), input.checked);
  }

  /** `counts` by key of filter. Writes only what differs, and nothing that cannot be seen. */
  update(counts) {
    const values = this.model.view.filters[this.filter.key] ?? [];
    const own = this.element.open ? (counts[this.filter.key] ?? null) : undefined;
    for (const row of this.rows) {
      row.checked = values.includes(row.option.value);
      if (row.input.checked !== row.checked) row.input.checked = row.checked;
      if (own !== undefined) this.write(row, own === null ? null : own[row.option.value]);
    }
    const sentence = values.length ? counted({ one: this.texts.one, other: this.texts.other }, values.length) : "";
    if (this.chosen.textContent !== sentence) this.chosen.textContent = sentence;
  }

  /** A value that would leave nothing is greyed, unless it is chosen. */
  write(row, n) {
    const none = n === 0 && !row.checked;
    if (n !== row.n) row.count.textContent = n === null ? "" : figure(n);
    if (none !== row.none) {
      row.input.disabled = none;
      row.element.classList.toggle("option--none", none);
    }
    row.n = n;
    row.none = none;
  }
}
