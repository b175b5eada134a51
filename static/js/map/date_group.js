// The window of days: from, until. The information itself must lie inside it.

import { dayOf, dayText, dayTyped, endOfStep, partsOf } from "./dates.js";
import { copyOf } from "./part.js";
import { windowText } from "./window_text.js";

/** First day of what was typed: "2014" and "03/2014" begin on their first day. */
function beginning(text) {
  const day = dayTyped(text);
  if (day === null) return null;
  const parts = text.trim().split(/[\s./-]+/).length;
  const { year, month } = partsOf(day);
  if (parts === 1) return dayOf(year, 1, 1);
  return parts === 2 ? dayOf(year, month, 1) : day;
}

const ending = (text) => {
  const day = dayTyped(text);
  return day !== null && text.trim().split(/[\s./-]+/).length === 2 ? endOfStep(day, "month") : day;
};

export class DateGroup {
  constructor(filter, model) {
    this.filter = filter;
    this.model = model;
    this.element = copyOf("filter-date");
    this.element.querySelector("[data-label]").textContent = filter.label;
    this.chosen = this.element.querySelector("[data-chosen]");
    this.from = this.element.querySelector("[data-from]");
    this.to = this.element.querySelector("[data-to]");
    this.from.addEventListener("change", () => this.typed(this.from, "from", beginning));
    this.to.addEventListener("change", () => this.typed(this.to, "to", ending));
  }

  typed(input, name, read) {
    const day = input.value.trim() ? read(input.value) : null;
    const wrong = Boolean(input.value.trim()) && day === null;
    input.setAttribute("aria-invalid", String(wrong));
    this.element.querySelector("[data-wrong]").hidden = !wrong;
    if (!wrong) this.model.change({ [name]: day });
  }

  update() {
    const { from, to } = this.model.view;
    const write = (input, day) => {
      if (document.activeElement !== input && input.getAttribute("aria-invalid") !== "true") input.value = day === null ? "" : dayText(day);
    };
    write(this.from, from);
    write(this.to, to);
    this.chosen.textContent = windowText(this.chosen.dataset, from, to);
  }
}
