// One open cell: what it holds as pills, and the field in which one types. What typing means is the column's business.

const FIELD = ".cell__field";

export class CellEditor {
  /** `table` gives model, options (an OptionList), part(name) and say(text); `asked(command)` is what the cell cannot do itself. */
  constructor(table, cell, row, column) {
    Object.assign(this, { table, model: table.model, cell, rowId: row.id, column, picked: -1 });
    this.box = table.part("cell");
    this.field = this.box.querySelector(FIELD);
    this.pills = this.box.querySelector(".cell__pills");
    this.field.setAttribute("aria-label", table.columnName(column.name));
    this.field.addEventListener("input", () => this.typed());
    this.pills.addEventListener("click", (event) => this.pickAt(event));
    cell.replaceChildren(this.box);
    cell.classList.add("is-open");
    this.start();
  }

  get row() {
    return this.model.row(this.rowId);
  }

  /** A cell that is one text starts with it, all of it marked, so that typing replaces it. */
  start() {
    this.field.value = this.column.text?.(this.model, this.row) ?? "";
    this.before = this.field.value;
    this.draw();
    this.field.focus({ preventScroll: false });
    if (this.field.value) this.field.select();
    if (this.column.single) this.suggest();
  }

  get untouched() {
    return this.field.value === this.before;
  }

  /** What the field is like, for the meaning of a key. */
  get state() {
    const start = this.field.selectionStart === 0 && this.field.selectionEnd === 0;
    return { empty: !this.field.value, open: this.table.options.open, start, picked: this.picked >= 0 };
  }

  type(text) {
    this.field.value = text;
    this.typed();
  }

  typed() {
    this.picked = -1;
    this.draw();
    if (this.field.value || this.column.single) this.suggest();
    else this.table.options.hide();
  }

  suggest() {
    const typed = this.field.value;
    this.table.options.show(this.column.options(this.model, this.row, typed), this.field, typed.trim());
  }

  /** Draw the pills again; a text that is being typed stays, one that nobody has touched follows the workbook. */
  draw() {
    if (this.column.text && this.untouched) this.before = this.field.value = this.column.text(this.model, this.row);
    this.field.toggleAttribute("data-bound", this.untouched); // then undo is the workbook's, not the field's
    const lines = this.column.whole || this.column.text ? [] : this.column.lines(this.model, this.row);
    this.lines = lines.filter((line) => line.id);
    this.pills.replaceChildren(...(this.column.head?.(this.table, this.row) ?? []), ...this.lines.map((line, at) => this.pill(line, at)));
    const purpose = this.column.purpose?.(this.model, this.row) ?? "";
    this.field.placeholder = purpose || (this.lines.length ? "" : this.table.words("table.type_here"));
  }

  pill(line, at) {
    const pill = this.table.part("pill");
    pill.querySelector("[data-text]").textContent = line.of ? `${line.of} : ${line.text}` : line.text;
    const strong = pill.querySelector("b");
    strong.textContent = line.strong ?? "";
    strong.hidden = !line.strong;
    pill.dataset.at = at;
    pill.classList.toggle("is-missing", Boolean(line.missing));
    pill.classList.toggle("is-picked", at === this.picked);
    if (line.told) pill.append(this.table.told(line.told));
    return pill;
  }

  pickAt(event) {
    const pill = event.target.closest("[data-at]");
    if (!pill) return;
    this.pick(Number(pill.dataset.at));
    this.field.focus();
  }

  pick(at) {
    this.picked = Math.max(-1, Math.min(at, this.lines.length - 1));
    this.draw();
    const line = this.lines[this.picked];
    if (line) this.table.say(this.table.words("table.picked", { text: line.text }));
  }

  /** True when the command was for this cell. */
  does(command) {
    const { options } = this.table;
    const acts = {
      "option-down": () => options.step(1),
      "option-up": () => options.step(-1),
      open: () => this.suggest(),
      "pick-left": () => this.pick(this.picked < 0 ? this.lines.length - 1 : Math.max(0, this.picked - 1)),
      "pick-right": () => this.pick(this.picked + 1 < this.lines.length ? this.picked + 1 : -1),
      remove: () => this.remove(),
      disclosure: () => this.toggle(),
    };
    if (!acts[command]) return false;
    acts[command]();
    return true;
  }

  /** Take the chosen option; without one an emptied cell is emptied. */
  choose() {
    const option = this.table.options.current;
    if (option) this.take(option);
    else if (this.field.value.trim() === "") this.emptied();
  }

  take(option) {
    if (option.value === null) return;
    const told = this.column.choose(this.model, this.row, option.value);
    this.table.options.hide();
    this.field.value = told.text ?? "";
    this.before = this.field.value;
    this.picked = -1;
    if (told.text) this.suggest();
    else if (this.column.text) this.before = this.field.value = this.column.text(this.model, this.row);
    this.draw();
    if (!told.text) this.table.say(this.table.words("table.added", { text: option.label }));
  }

  /** Leaving: what is typed and not chosen yet is taken as the list reads it. */
  leave() {
    if (!this.row) return;
    const typed = this.field.value.trim();
    if (typed && typed !== this.before.trim()) {
      if (!this.table.options.current) this.suggest();
      if (this.table.options.current) this.take(this.table.options.current);
    } else if (!typed && this.before.trim()) this.emptied();
  }

  emptied() {
    if (!this.before.trim()) return;
    this.column.cleared?.(this.model, this.row);
    this.before = "";
  }

  remove() {
    const line = this.lines[this.picked];
    if (!line) return;
    this.column.remove(this.model, this.row, line);
    this.table.say(this.table.words("table.removed", { text: line.text }));
    this.picked = -1;
    this.draw();
  }

  /** Where the picked statement, else the last one, may be read. */
  toggle() {
    const line =
      this.lines[this.picked] ?? this.lines.at(-1) ?? (this.row.observation ? { root: "observations", id: this.row.observation.id } : null);
    if (!line) return;
    const now = this.model.writer.toggleDisclosure(line.root, line.id);
    this.table.say(this.table.words(`table.told.${now}`));
    this.draw();
  }

  /** Clear what is typed first, then leave. True when there was something to clear. */
  escape() {
    if (this.table.options.open || this.field.value !== this.before) {
      this.table.options.hide();
      this.field.value = this.before;
      this.picked = -1;
      this.draw();
      return true;
    }
    return false;
  }

  close() {
    this.table.options.hide();
    this.cell.classList.remove("is-open");
    this.box.remove();
  }
}
