// <filon-list>: the map's twin for the keyboard and for screen readers. Same rows, same filters, sortable, by pages.

import { counted, fill } from "./format.js";
import { cellsOf, sortedRows } from "./list_rows.js";
import { copyOf, markOf, Part, textsOf } from "./part.js";

const PAGE = 100;
const TEXT_CELLS = ["territoire", "mineral", "workers", "qualification", "day", "sources"];

export class FilonList extends Part {
  setup() {
    this.texts = textsOf(this);
    this.page = 0;
    this.body = this.one("tbody");
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("keydown", (event) => this.moved(event));
    this.on("filtered", () => this.changed(true));
    this.on("view", (event) => this.followView(event.detail));
  }

  get shown() {
    return this.model.view.view === "list" && Boolean(this.model.engine);
  }

  followView(changed) {
    if (changed.has("sort")) this.changed(true);
    else if (changed.has("view")) this.changed(false);
    else if (changed.has("sel") && this.shown) this.markChosen();
  }

  changed(again) {
    if (again) {
      this.page = 0;
      this.rows = null;
    }
    if (this.shown) this.render();
  }

  render() {
    this.rows ??= sortedRows(this.model, this.model.view.sort);
    const pages = Math.max(1, Math.ceil(this.rows.length / PAGE));
    this.page = Math.min(this.page, pages - 1);
    const rows = this.rows.slice(this.page * PAGE, (this.page + 1) * PAGE);
    this.body.replaceChildren(...rows.map((row) => this.line(row)));
    this.one("[data-empty]").hidden = rows.length > 0;
    this.one("[data-pages]").hidden = pages < 2;
    const first = this.page * PAGE + 1;
    this.one("[data-page-text]").textContent = fill(this.texts.page, { from: first, to: first + rows.length - 1, n: this.rows.length });
    this.one("[data-previous]").disabled = this.page === 0;
    this.one("[data-next]").disabled = this.page === pages - 1;
    this.heads();
    this.markChosen();
  }

  heads() {
    const sort = this.model.view.sort || "name";
    for (const button of this.all("thead button")) {
      const own = button.dataset.sort === sort.replace(/^-/, "");
      const head = button.closest("th");
      if (own) head.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  }

  line(row) {
    const cells = cellsOf(this.model, row, this.texts);
    const line = copyOf("list-row");
    line.dataset.code = cells.code;
    line.querySelector("button").textContent = cells.name;
    line.querySelector("[data-cell='code']").textContent = cells.code;
    const presence = line.querySelector("[data-cell='presence']");
    presence.classList.add(`p-${cells.shape}`);
    presence.prepend(markOf(cells.shape));
    presence.querySelector("span").textContent = cells.presence;
    if (!cells.contradicted) line.querySelector("[data-contradicted]").remove();
    if (!cells.nowhere) line.querySelector("[data-nowhere]").remove();
    for (const name of TEXT_CELLS) line.querySelector(`[data-cell="${name}"]`).textContent = cells[name];
    return line;
  }

  markChosen() {
    for (const line of this.body.rows) {
      const chosen = line.dataset.code === this.model.view.sel;
      line.classList.toggle("is-chosen", chosen);
      line.querySelector("button").setAttribute("aria-pressed", String(chosen));
    }
  }

  clicked(event) {
    const sort = event.target.closest("[data-sort]")?.dataset.sort;
    if (sort) {
      const now = this.model.view.sort || "name";
      this.model.change({ sort: now === sort ? `-${sort}` : sort });
      return;
    }
    if (event.target.closest("[data-previous]")) this.turn(-1);
    else if (event.target.closest("[data-next]")) this.turn(1);
    else {
      const line = event.target.closest("tr[data-code]");
      if (line) this.model.change({ sel: line.dataset.code });
    }
  }

  turn(step) {
    this.page += step;
    this.render();
    this.one("[data-scroll]").scrollTop = 0;
    this.body.querySelector("button")?.focus();
  }

  /** Arrow keys go from place to place; Home and End to the ends of the page. */
  moved(event) {
    const lines = [...this.body.rows];
    const at = lines.indexOf(event.target.closest("tr[data-code]"));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (at < 0 || next === undefined || !lines[next]) return;
    event.preventDefault();
    lines[next].querySelector("button").focus();
  }
}

/** <filon-beside>: places known only by their territoire are a list beside the map, never a point. */
export class FilonBeside extends Part {
  setup() {
    this.texts = textsOf(this);
    this.on("filtered", () => this.update());
    this.addEventListener("click", (event) => {
      const code = event.target.closest("button[data-code]")?.dataset.code;
      if (code) this.model.change({ sel: code });
    });
  }

  update() {
    const { places, visible, count } = this.model.engine;
    const rows = [];
    for (let row = 0; row < count; row += 1) if (visible[row] && Number.isNaN(places.lon[row])) rows.push(row);
    this.hidden = rows.length === 0;
    const signature = rows.join(",");
    if (signature === this.signature) return;
    this.signature = signature;
    this.one("[data-n]").textContent = counted({ one: this.texts.one, other: this.texts.other }, rows.length);
    this.one("ul").replaceChildren(...rows.map((row) => this.line(row)));
  }

  line(row) {
    const { places } = this.model.engine;
    const line = copyOf("beside-line");
    const button = line.querySelector("button");
    button.dataset.code = places.code[row];
    button.textContent = places.name[row];
    line.querySelector("[data-area]").textContent = places.territoireName[row] || places.provinceName[row];
    return line;
  }
}
