// Statements of one kind in the sheet: each with its own fields, one more with a button.

const FIRST_FIELD = "input:not([type='radio'], [type='checkbox']), select, textarea";
const WORDING = { involvements: "actor", legs: "leg", benefits: "benefit", situations: "situation" };

export class SheetList {
  /** `box`: an element with data-entries (a root) and data-part (the template of one entry). */
  constructor(sheet, box) {
    Object.assign(this, { sheet, table: sheet.table, box, root: box.dataset.entries, shown: new Map() });
    this.items = box.querySelector("[data-items]");
    box.querySelector("[data-more]")?.addEventListener("click", () => this.more());
    this.items.addEventListener("click", (event) => {
      const removed = event.target.closest("[data-remove]");
      if (removed) this.table.session.book.remove(this.root, removed.closest("[data-entry]").dataset.entry);
    });
  }

  entries(row) {
    return this.root === "situations" ? this.situations(row) : row[this.root];
  }

  /** Situations of the actors that act at the site. */
  situations(row) {
    const keys = new Set(row.involvements.map(keyOf).filter(Boolean));
    return this.table.session.book.list("situations").filter((entry) => keys.has(keyOf(entry)));
  }

  draw(row) {
    const entries = this.entries(row);
    for (const [id, item] of this.shown) if (!entries.some((entry) => entry.id === id)) this.drop(id, item);
    for (const entry of entries) if (!this.shown.has(entry.id)) this.shown.set(entry.id, this.made(entry));
    const lines = entries.map((entry) => this.shown.get(entry.id).line);
    if (lines.some((line, at) => this.items.children[at] !== line)) this.items.replaceChildren(...lines);
    this.box.querySelector("[data-none]").hidden = entries.length > 0;
    for (const entry of entries) this.head(entry);
  }

  head(entry) {
    const head = this.shown.get(entry.id).line.querySelector("[data-head]");
    if (head) head.textContent = this.table.model.headOf(WORDING[this.root], entry);
  }

  made(entry) {
    const line = this.table.part(this.box.dataset.part);
    line.dataset.entry = entry.id;
    const { book } = this.table.session;
    const source = { root: this.root, entry: () => book.get(this.root, entry.id), ensure: () => entry.id };
    return { line, fields: this.sheet.bind(line, source) };
  }

  drop(id, { fields }) {
    for (const field of fields) field.unbind?.();
    this.sheet.fields = this.sheet.fields.filter((field) => !fields.includes(field));
    this.shown.delete(id);
  }

  more() {
    const { model } = this.table;
    const row = model.row(this.sheet.row);
    const id = this.root === "situations" ? this.situation(row) : model.book.make(this.root, model.writer.statement(this.root, row));
    if (!id) return;
    this.sheet.draw();
    this.shown.get(id)?.line.querySelector(FIRST_FIELD)?.focus();
  }

  /** The situation of the first actor of the row that has none yet. */
  situation(row) {
    const { book, writer } = { book: this.table.session.book, writer: this.table.model.writer };
    const told = new Set(this.situations(row).map(keyOf));
    const open = row.involvements.find((entry) => keyOf(entry) && !told.has(keyOf(entry)));
    if (!open) return null;
    const { place, ...statement } = writer.statement("situations", row);
    const actor = Object.fromEntries(["actor", "actor_name", "actor_category"].flatMap((key) => (open[key] ? [[key, open[key]]] : [])));
    return book.make("situations", { ...statement, ...actor });
  }

  clear() {
    this.shown.clear();
  }
}

/** One actor, however it is named. */
const keyOf = (entry) =>
  entry.actor || (entry.actor_name || entry.actor_category ? `${entry.actor_category ?? ""}|${entry.actor_name ?? ""}` : "");
