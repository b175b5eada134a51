// <filon-site-table>: the table of sites. Wiring only: what keys, words and choices mean stands in grid.js and the columns.

import { Station } from "../workbook/station.js";
import { Answers } from "./answers_view.js";
import { CellEditor } from "./cell_editor.js";
import { cellOf, NEW } from "./grid.js";
import { TableModel } from "./model.js";
import { NewSiteEditor } from "./new_site_editor.js";
import { OptionList } from "./option_list.js";
import { COLUMN_OF, keepLines, RowView } from "./row_view.js";
import { isTreated, missingOf } from "./rows.js";
import { SheetPanel } from "./sheet_panel.js";
import { summaryOf } from "./summary.js";
import { TableKeys } from "./table_keys.js";

const ROOTS = ["places", "observations", "involvements", "legs", "benefits"];

export class FilonSiteTable extends Station {
  static folds = true;

  static summary(session) {
    return summaryOf(session);
  }

  opened(entry) {
    this.model = new TableModel(this.session);
    this.words = this.session.words;
    this.grid = this.querySelector("[role='grid']");
    this.body = this.querySelector("[data-rows]");
    this.newLine = this.querySelector("[data-row='new']");
    this.views = new Map();
    this.only = "all";
    this.options = new OptionList(this.querySelector("[data-options]"), this, (option) => this.keys.taken(option));
    this.answers = new Answers(this);
    this.sheet = new SheetPanel(this);
    this.at = { row: this.model.rows[0]?.id ?? NEW, column: "site" };
    this.watch(ROOTS, () => this.draw());
    for (const type of ["register", "last-round"]) this.listen(this.session, type, () => this.drawAll());
    this.listen(this.session.findings, "change", () => this.draw());
    this.listen(this.session.people, "change", () => this.draw());
    this.keys = new TableKeys(this);
    this.addEventListener("click", (event) => this.clicked(event));
    this.draw();
    this.show(entry);
  }

  settle() {
    this.leave();
    super.settle();
  }

  closed() {
    this.sheet.close();
    this.views.clear();
  }

  /** Asked for from elsewhere: a site, one of its cells (`places/<id>:modes`), or a statement about it (`legs/<id>`). */
  show(entry) {
    const at = cellOf(this.session.book, entry ?? "");
    if (at && this.views.has(at.row)) this.go(at, true);
  }

  part(name) {
    return this.querySelector(`template[data-part="${name}"]`).content.firstElementChild.cloneNode(true);
  }

  told = (disclosure) => this.part(`told-${disclosure}`);

  columnName = (column) => this.words(`table.column.${column}`);

  say(text) {
    this.querySelector("[data-say]").textContent = text;
  }

  /** Colleagues who are in a row, by name. */
  people = (row) =>
    this.session.people
      .at("places", row.id)
      .map((person) => person.name)
      .join(", ");

  get rows() {
    const rows = this.model.rows;
    return this.only === "missing" ? rows.filter((row) => missingOf(row).size || row.id === this.at.row) : rows;
  }

  draw() {
    const rows = this.rows;
    const lines = rows.flatMap((row) => {
      if (!this.views.has(row.id)) this.views.set(row.id, new RowView(this, row));
      const view = this.views.get(row.id);
      view.draw(row, this.editor?.rowId === row.id ? this.at.column : null);
      const before = this.answers.lineFor(row, row.id === this.at.row);
      return before ? [before, view.line] : [view.line];
    });
    const stale = new Set([...this.views.keys()].filter((id) => !rows.some((row) => row.id === id)));
    for (const id of stale) this.views.delete(id);
    const typing = this.body.contains(document.activeElement);
    keepLines(this.body, lines);
    this.stay();
    this.editor?.draw();
    this.head(rows);
    this.mark();
    if (typing && !this.body.contains(document.activeElement)) (this.editor?.field ?? this.cellAt(this.at))?.focus();
    this.sheet.draw();
  }

  /** The row in which one was is gone: one stands in the line for a new one. */
  stay() {
    if (this.at.row === NEW || this.views.has(this.at.row)) return;
    const typing = Boolean(this.editor);
    this.editor = null;
    this.options.hide();
    this.at = { row: NEW, column: "site" };
    if (typing) this.type();
  }

  drawAll() {
    for (const view of this.views.values()) view.forget();
    this.draw();
  }

  head() {
    const all = this.model.rows;
    const count = { treated: all.filter(isTreated).length, n: all.length, missing: all.filter((row) => missingOf(row).size).length };
    this.querySelector("[data-count]").textContent = this.words(all.length ? "table.count" : "table.count_none", count);
    this.answers.offer();
    this.querySelector("[data-empty]").hidden = all.length > 0;
    for (const button of this.querySelectorAll("[data-only]"))
      button.setAttribute("aria-pressed", String(button.dataset.only === this.only));
  }

  /** The row and the cell one is in; one cell alone can be reached by Tab. */
  mark() {
    for (const line of [...this.body.rows, this.newLine]) {
      if (!line.dataset.row) continue;
      const here = line.dataset.row === this.at.row;
      line.setAttribute("aria-selected", String(here));
      for (const cell of line.querySelectorAll("[data-column]"))
        cell.tabIndex = here && cell.dataset.column === this.at.column && !this.editor ? 0 : -1;
    }
  }

  cellAt({ row, column }) {
    const line = row === NEW ? this.newLine : this.views.get(row)?.line;
    return line?.querySelector(`[data-column="${column}"]`) ?? null;
  }

  /** Go to a cell: open it for typing, or give it the focus. */
  go(at, typing) {
    this.leave();
    const row = this.at.row;
    this.at = this.cellAt(at) ? at : { row: NEW, column: "site" };
    if (row !== this.at.row) {
      this.session.people.say({ entry: this.at.row === NEW ? "" : `places/${this.at.row}` });
      this.draw();
    }
    if (typing) this.type();
    else this.cellAt(this.at).focus();
    this.mark();
    this.cellAt(this.at).scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  type(text = null) {
    const cell = this.cellAt(this.at);
    const row = this.at.row === NEW ? null : this.model.row(this.at.row);
    this.editor = row ? new CellEditor(this, cell, row, COLUMN_OF[this.at.column]) : new NewSiteEditor(this, cell);
    if (text !== null) this.editor.type(text);
    this.mark();
  }

  /** Close the open cell; what was typed is taken. */
  leave() {
    const { editor } = this;
    if (!editor) return;
    this.editor = null;
    editor.leave();
    editor.close();
    this.views.get(editor.rowId)?.forget();
    this.draw();
  }

  get ids() {
    return this.rows.map((row) => row.id);
  }

  clicked(event) {
    const only = event.target.closest("[data-only]");
    if (only) {
      this.only = only.dataset.only;
      this.draw();
    } else if (event.target.closest("[data-add]")) this.go({ row: NEW, column: "site" }, true);
    else if (event.target.closest("[data-sheet-of]")) this.sheet.open(this.at.row, true);
  }
}
