// The observations of a site in its sheet: where there are several, which of them is open.

import { observationText } from "./wording.js";

/** Of several observations the chosen one while it is there, else the latest, as the table shows it. */
export const openedOf = (row, chosen) => row.observations.find((entry) => entry.id === chosen) ?? row.observation;

export class SheetObservations {
  constructor(sheet) {
    Object.assign(this, { sheet, table: sheet.table, book: sheet.model.book, chosen: null, box: null, another: null, shown: "" });
  }

  /** Another site: its latest observation, and that one still when a colleague adds another. */
  start(row) {
    this.chosen = row.observation?.id ?? null;
  }

  opened(row) {
    return openedOf(row, this.chosen);
  }

  /** The box of the open tab; null on the others. */
  bind(box) {
    Object.assign(this, { box, another: box?.parentElement.querySelector("[data-another]"), shown: "" });
    this.another?.addEventListener("click", () => this.add());
    box?.addEventListener("change", (event) => this.choose(event.target.value));
    box?.querySelector("[data-remove]").addEventListener("click", () => this.remove());
  }

  draw(row) {
    if (!this.box) return;
    const open = this.opened(row);
    this.chosen ??= open?.id ?? null;
    const lines = [...row.observations].reverse().map((entry) => [entry.id, observationText(this.table.session, entry)]);
    const state = JSON.stringify([open?.id, lines]);
    this.box.hidden = lines.length < 2;
    this.another.hidden = !lines.length;
    if (state === this.shown) return;
    this.shown = state;
    this.box.querySelector("[data-several]").textContent = this.table.words("sheet.observations", { n: lines.length });
    this.box.querySelector("[data-items]").replaceChildren(...lines.map(([id, text]) => this.line(id, text, id === open?.id)));
  }

  line(id, text, checked) {
    const line = this.table.part("radio");
    Object.assign(line.querySelector("input"), { name: "sheet-observation", value: id, checked });
    line.append(text);
    return line;
  }

  choose(id) {
    this.chosen = id;
    this.sheet.fill();
    if (this.box.hidden) this.sheet.focus();
    else this.box.querySelector("input:checked")?.focus();
  }

  /** Another time, another group: one more observation, which is the one that is open. */
  add() {
    const { model, row } = this.sheet;
    this.choose(this.book.make("observations", model.writer.statement("observations", model.row(row))));
  }

  remove() {
    const open = this.opened(this.sheet.model.row(this.sheet.row));
    if (!open) return;
    this.book.remove("observations", open.id);
    this.choose(null);
  }
}
