// Keys, clicks and choices of the table, led to the cell, the answers or the sheet that they are for.

import { commandOf, moved, NEW } from "./grid.js";

const TAKES = new Set(["choose", "next", "next-row"]);

export class TableKeys {
  constructor(table) {
    this.table = table;
    table.grid.addEventListener("keydown", (event) => this.pressed(event));
    table.grid.addEventListener("focusin", (event) => this.focused(event.target));
    table.grid.addEventListener("focusout", (event) => this.left(event.relatedTarget));
    table.grid.addEventListener("mousedown", (event) => this.pointed(event));
  }

  /** The cell around an open field hands the focus on to it; another cell that gets the focus is where one is now. */
  focused(target) {
    const { editor, at } = this.table;
    if (!target.matches("[data-column]")) return;
    if (editor && target === editor.cell) return editor.field.focus();
    const { row } = target.closest("[data-row]").dataset;
    if (row !== at.row || target.dataset.column !== at.column) this.table.go({ row, column: target.dataset.column }, false);
  }

  /** The focus goes to another part of the page: what is typed is taken. A dialog gives the focus back. */
  left(target) {
    if (target && !this.table.grid.contains(target) && !target.closest("dialog")) this.table.leave();
  }

  pressed(event) {
    const { table } = this;
    if (table.answers.key(event)) return;
    const command = commandOf(event, table.editor ? "typing" : "moving", table.editor?.state);
    if (!command || this.leaves(command)) return;
    event.preventDefault();
    if (command === "sheet") table.sheet.open(table.at.row, true);
    else if (command === "update") table.answers.enter(table.at.row);
    else if (table.editor) this.typing(command, event);
    else if (command === "begin") table.type();
    else if (command === "type") table.type(event.key);
    else if (command === "disclosure") this.toggled();
    else table.go(moved(table.at, command, table.ids), command === "next-row");
  }

  /** Tab in the empty last line leaves the table: there is nothing to take. */
  leaves(command) {
    const { table } = this;
    if (table.at.row !== NEW || !table.editor?.state.empty || (command !== "next" && command !== "previous")) return false;
    table.go(table.at, false);
    return true;
  }

  typing(command) {
    const { table } = this;
    const { editor } = table;
    if (command === "escape") {
      if (!editor.escape()) table.go(table.at, false);
    } else if (table.at.row === NEW && TAKES.has(command)) this.added(command);
    else if (command === "choose") editor.choose();
    else if (!editor.does(command)) table.go(moved(table.at, command, table.ids), true);
  }

  /** The new line leads to the nature of the row that was found or made; with "next row" straight on to the next name. */
  added(command) {
    const { table } = this;
    const id = table.editor.found();
    if (!id) return;
    table.only = "all";
    table.draw();
    table.go(command === "next-row" ? { row: NEW, column: "site" } : { row: id, column: "nature" }, true);
  }

  /** An option was clicked. */
  taken(option) {
    const { table } = this;
    if (!table.editor) return;
    table.options.at = table.options.options.indexOf(option);
    if (table.at.row === NEW) this.added("choose");
    else table.editor.choose();
    table.editor?.field.focus();
  }

  /** F6 on a cell that is not open. */
  toggled() {
    const { table } = this;
    if (table.at.row === NEW) return;
    table.type();
    table.editor.toggle();
    table.go(table.at, false);
  }

  pointed(event) {
    const cell = event.target.closest("[data-column]");
    const line = cell?.closest("[data-row]");
    if (!line || cell.classList.contains("is-open") || event.button !== 0) return;
    event.preventDefault();
    this.table.go({ row: line.dataset.row, column: cell.dataset.column }, true);
  }
}
