// <filon-chips>: the filters in words, each with a cross that takes it away.

import { either, fill } from "./format.js";
import { copyOf, Part, textsOf } from "./part.js";
import { windowText } from "./window_text.js";

/** The active filters: {key, what, value, drop} where drop is the change that removes it. */
export function activeFilters(model, texts) {
  const { view, catalogue } = model;
  const named = (type, fallback) => catalogue.find((filter) => filter.type === type)?.label ?? fallback;
  const active = [];
  for (const filter of catalogue) {
    const values = view.filters[filter.key];
    if (!values?.length) continue;
    const words = filter.options.filter((option) => values.includes(option.value)).map((option) => option.label);
    const rest = { ...view.filters };
    delete rest[filter.key];
    active.push({
      key: filter.key,
      what: filter.label,
      value: words.length > 3 ? fill(texts.several, { n: words.length }) : either(words),
      drop: { filters: rest },
    });
  }
  if (view.from !== null || view.to !== null) {
    active.push({
      key: "date",
      what: named("date", texts.date),
      value: windowText(texts, view.from, view.to),
      drop: { from: null, to: null },
    });
  }
  if (view.q.trim()) active.push({ key: "q", what: texts.search, value: fill(texts.quoted, { q: view.q.trim() }), drop: { q: "" } });
  if (view.box) active.push({ key: "box", what: texts.box, value: texts.drawn, drop: { box: null } });
  if (view.only) active.push({ key: "only", what: texts.only, value: texts.changed, drop: { only: "" } });
  return active;
}

export class FilonChips extends Part {
  setup() {
    this.texts = textsOf(this);
    this.list = this.one("[data-chips]");
    this.list.addEventListener("click", (event) => this.clicked(event.target.closest("button[data-key]")));
    this.on("filtered", () => this.update());
  }

  clicked(button) {
    if (!button) return;
    const at = this.active.findIndex((one) => one.key === button.dataset.key);
    this.model.change(this.active[at].drop);
    const next = this.list.querySelectorAll("button[data-key]");
    (next[Math.min(at, next.length - 1)] ?? this.root.querySelector("[data-search]"))?.focus();
  }

  update() {
    this.active = activeFilters(this.model, this.texts);
    const signature = this.active.map((one) => `${one.key}${one.value}`).join("|");
    if (signature === this.signature) return;
    this.signature = signature;
    this.list.replaceChildren(...this.active.map((one) => this.chip(one)));
    this.one("[data-clear]").hidden = this.active.length === 0;
    this.hidden = this.active.length === 0;
  }

  chip({ key, what, value }) {
    const chip = copyOf("filter-chip");
    chip.querySelector("[data-what]").textContent = fill(this.texts.what, { what });
    chip.querySelector("[data-value]").textContent = value;
    const button = chip.querySelector("button");
    button.dataset.key = key;
    button.setAttribute("aria-label", fill(this.texts.remove, { what, value }));
    return chip;
  }
}
