// <filon-print>: the paper form: filters in words, numbers on the map, the table of those numbers.

import { activeFilters } from "./chips_element.js";
import { counted, fill } from "./format.js";
import { cellsOf, sortedRows } from "./list_rows.js";
import { copyOf, markOf, Part, textsOf } from "./part.js";

const MOST = 40; // numbered places on one sheet
const PAPER_RATIO = 3; // pixels of the canvas per pixel of the page
const CELLS = ["name", "territoire", "mineral", "qualification", "day", "sources"];

export class FilonPrint extends Part {
  setup() {
    this.texts = textsOf(this);
    window.addEventListener("beforeprint", () => this.prepare());
    window.addEventListener("afterprint", () => this.restore());
  }

  get map() {
    return this.root.querySelector("filon-map");
  }

  /** Before the sheet is laid out: the map in one ink at the size it has on paper. */
  prepare() {
    if (!this.model.engine || this.theme !== undefined) return;
    const root = document.documentElement;
    this.theme = root.dataset.theme ?? "light";
    root.dataset.theme = "paper";
    root.classList.add("is-printing");
    const { map } = this.map;
    this.bounds = map.getBounds();
    this.centre = [map.getCenter(), map.getZoom()];
    this.frame(map);
    const rows = this.rows(map.getBounds());
    this.words(rows);
    this.ink(rows.length <= MOST ? rows : [], PAPER_RATIO);
  }

  restore() {
    if (this.theme === undefined) return;
    document.documentElement.dataset.theme = this.theme;
    document.documentElement.classList.remove("is-printing");
    this.theme = undefined;
    this.frame(this.map.map);
    this.map.quietly(() => this.map.map.setView(...this.centre, { animate: false }));
    this.ink(null, null);
  }

  /** What was in the view stays in it, on the sheet and back on the screen. */
  frame(map) {
    this.map.quietly(() => {
      map.invalidateSize({ pan: false });
      map.fitBounds(this.bounds, { animate: false });
    });
  }

  /** Visible places inside the sheet's frame, in the order of the list. */
  rows(bounds) {
    const { places } = this.model.engine;
    return sortedRows(this.model, this.model.view.sort).filter(
      (row) => !Number.isNaN(places.lon[row]) && bounds.contains([places.lat[row], places.lon[row]]),
    );
  }

  ink(rows, ratio) {
    const { marks, above, ground } = this.map;
    ground.carry(ratio ? [marks, above] : [], ratio);
    this.map.numbers = rows?.map((row, at) => ({ x: marks.x[row], y: marks.y[row], n: at + 1, paper: true })) ?? null;
    marks.ghosts = !ratio && this.model.view.ghosts;
    marks.recolour(ratio ? "presence" : this.model.view.color);
    marks.redraw();
    this.map.drawChosen();
    ground.redraw();
  }

  words(rows) {
    const { result, engine } = this.model;
    const filters = activeFilters(this.model, this.texts).map((one) => fill(this.texts.filter, one));
    this.one("[data-print-filters]").textContent = filters.length
      ? fill(this.texts.filters, { filters: filters.join(" · ") })
      : this.texts.all;
    this.one("[data-print-count]").textContent = counted({ one: this.texts.countOne, other: this.texts.countOther }, result.visible, {
      total: engine.count,
    });
    this.one("[data-print-credit]").textContent = this.map.querySelector("[data-credit]").textContent.trim();
    const now = new Date();
    const time = now.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    this.one("[data-print-time]").textContent = `${now.toLocaleDateString("fr")} ${time}`;
    const many = rows.length > MOST;
    this.one("[data-print-many]").hidden = !many;
    this.one("[data-print-many]").textContent = many ? fill(this.texts.many, { n: rows.length, most: MOST }) : "";
    this.one("table").hidden = many || rows.length === 0;
    this.one("tbody").replaceChildren(...(many ? [] : rows.map((row, at) => this.line(row, at + 1))));
  }

  line(row, number) {
    const cells = cellsOf(this.model, row, this.texts);
    const line = copyOf("print-row");
    line.querySelector("[data-cell='no']").textContent = String(number);
    for (const name of CELLS) line.querySelector(`[data-cell="${name}"]`).textContent = cells[name];
    const presence = line.querySelector("[data-cell='presence']");
    presence.prepend(markOf(cells.shape));
    presence.querySelector("span").textContent = cells.presence;
    if (!cells.contradicted) line.querySelector("[data-contradicted]").remove();
    return line;
  }
}
