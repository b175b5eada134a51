// <filon-timeline>: the date handle. A slider of the browser's own over bars of how much was said when.

import { dayText, dayTyped, endOfStep, histogram, NO_DAY, partsOf, stopAt, stopsOf } from "./dates.js";
import { fill } from "./format.js";
import { Part, textsOf } from "./part.js";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 44; // pixels of the tallest bar
const EDGE = 11; // half the slider's thumb
const LABEL_ROOM = 76; // pixels between two years

export class FilonTimeline extends Part {
  setup() {
    this.texts = textsOf(this);
    this.step = this.dataset.step || "month";
    this.input = this.one("[data-on]");
    this.slider = this.one("input[type=range]");
    this.plot = this.one("[data-plot]");
    this.stops = null;
    this.input.addEventListener("change", () => this.typed());
    this.slider.addEventListener("input", () => this.go(this.stops[Number(this.slider.value)]));
    this.one("[data-back]").addEventListener("click", () => this.move(-1));
    this.one("[data-forward]").addEventListener("click", () => this.move(1));
    this.on("loaded claims", () => this.rebuild());
    this.on("view", (event) => event.detail.has("on") && this.update());
    new ResizeObserver(() => this.draw()).observe(this.plot);
  }

  get day() {
    return this.model.view.on ?? this.model.engine.state.asOf;
  }

  /** Stops from the first to the last day of anything said. */
  rebuild() {
    const { claims, state } = this.model.engine;
    const days = claims ? Object.values(claims.kinds).map((kind) => kind.day) : [state.changes.day];
    let first = state.asOf;
    for (const list of days) for (const day of list) if (day !== NO_DAY && day < first) first = day;
    this.stops = stopsOf(Math.max(first, state.asOf - 40 * 366), state.asOf, this.step);
    this.bars = histogram(days, this.stops);
    this.slider.max = String(this.stops.length - 1);
    this.update();
  }

  go(day) {
    const { asOf } = this.model.engine.state;
    this.model.change({ on: day >= asOf ? null : day });
  }

  move(by) {
    const at = stopAt(this.stops, this.day);
    const exact = this.stops[at] === this.day;
    const next = by > 0 ? (exact ? at + 1 : at) : at - 1;
    this.go(this.stops[Math.max(0, Math.min(this.stops.length - 1, next))]);
  }

  typed() {
    const day = dayTyped(this.input.value);
    this.input.setAttribute("aria-invalid", String(day === null));
    this.one("[data-wrong]").hidden = day !== null;
    if (day === null) return;
    this.go(this.step === "day" ? day : Math.min(endOfStep(day, this.step), this.model.engine.state.asOf));
    this.update();
  }

  update() {
    if (!this.stops) return;
    const at = stopAt(this.stops, this.day);
    this.slider.value = String(at);
    this.slider.setAttribute("aria-valuetext", fill(this.texts.at, { day: dayText(this.day), n: this.bars[at] }));
    this.input.value = dayText(this.day);
    this.input.removeAttribute("aria-invalid");
    this.one("[data-back]").disabled = at === 0;
    this.one("[data-forward]").disabled = this.day >= this.stops[this.stops.length - 1];
    for (const place of this.root.querySelectorAll("[data-situation]")) place.textContent = dayText(this.day);
    this.draw();
  }

  draw() {
    if (!this.stops || !this.plot.clientWidth) return;
    const width = this.plot.clientWidth;
    const spread = (width - 2 * EDGE) / Math.max(1, this.stops.length - 1);
    const at = (index) => Math.round((EDGE + index * spread) * 10) / 10;
    const now = stopAt(this.stops, this.day);
    const tallest = Math.max(1, ...this.bars);
    const bars = { before: "", after: "" };
    this.bars.forEach((n, index) => {
      if (n)
        bars[index > now ? "after" : "before"] +=
          `M${at(index)} ${HEIGHT}v${-Math.max(2, Math.sqrt(n / tallest) * (HEIGHT - 8)).toFixed(1)}`;
    });
    const thick = Math.max(1.5, Math.min(12, spread * 0.62));
    const shapes = [
      this.path("bars", bars.before, thick),
      this.path("bars bars--later", bars.after, thick),
      this.path("axis", `M2 ${HEIGHT + 0.5}H${width - 2}`),
      ...this.years(at, width),
      this.path("axis axis--at", `M${at(now)} 0V${HEIGHT}`),
    ];
    this.plot.replaceChildren(...shapes);
  }

  years(at, width) {
    const starts = new Map();
    this.stops.forEach((day, index) => {
      const { year } = partsOf(day);
      if (!starts.has(year)) starts.set(year, index);
    });
    let free = 16;
    return [...starts].flatMap(([year, index]) => {
      const x = at(index);
      const told = x >= free && x < width - 20;
      if (told) free = x + LABEL_ROOM;
      const tick = this.path("axis", `M${x} ${HEIGHT}v${told ? 5 : 3}`);
      return told ? [tick, this.label(x, String(year))] : [tick];
    });
  }

  label(x, words) {
    const label = document.createElementNS(SVG, "text");
    label.setAttribute("x", String(x));
    label.setAttribute("y", String(HEIGHT + 18));
    label.setAttribute("text-anchor", "middle");
    label.textContent = words;
    return label;
  }

  path(name, d, width = null) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", name);
    path.setAttribute("d", d);
    if (width) path.setAttribute("stroke-width", width.toFixed(1));
    return path;
  }
}
