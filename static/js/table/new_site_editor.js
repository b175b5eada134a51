// The last line of the table: a name, an alias or a code becomes the row of a site.

import { chooseSite, siteOptions } from "./column_site.js";

export class NewSiteEditor {
  constructor(table, cell) {
    Object.assign(this, { table, model: table.model, cell, rowId: null });
    this.told = [...cell.childNodes];
    this.box = table.part("cell");
    this.field = this.box.querySelector(".cell__field");
    this.field.setAttribute("aria-label", table.words("table.new_site"));
    this.field.placeholder = table.words("table.new_site_hint");
    this.field.addEventListener("input", () => this.typed());
    cell.replaceChildren(this.box);
    cell.classList.add("is-open");
    this.draw();
    this.field.focus();
  }

  get state() {
    return { empty: !this.field.value, open: this.table.options.open, start: false, picked: false };
  }

  type(text) {
    this.field.value = text;
    this.typed();
  }

  typed() {
    this.draw();
    this.table.options.show(siteOptions(this.model, this.field.value), this.field, this.field.value.trim());
  }

  draw() {
    this.field.toggleAttribute("data-bound", !this.field.value);
  }

  does(command) {
    const acts = {
      "option-down": () => this.table.options.step(1),
      "option-up": () => this.table.options.step(-1),
      open: () => this.typed(),
    };
    acts[command]?.();
    return Boolean(acts[command]) || command === "disclosure" || command.startsWith("pick") || command === "remove";
  }

  /** The row that the chosen option leads to; null where nothing is typed. */
  found() {
    const typed = this.field.value.trim();
    if (!typed) return null;
    if (!this.table.options.current) this.typed();
    const option = this.table.options.current;
    const id = option ? chooseSite(this.model, option.value) : null;
    this.field.value = "";
    this.table.options.hide();
    if (id) this.table.say(this.table.words("table.added", { text: option.label }));
    return id;
  }

  /** Leaving without a choice: a name that was typed is not lost. */
  leave() {
    this.found();
  }

  escape() {
    if (!this.field.value && !this.table.options.open) return false;
    this.field.value = "";
    this.table.options.hide();
    return true;
  }

  close() {
    this.table.options.hide();
    this.cell.classList.remove("is-open");
    this.cell.replaceChildren(...this.told);
  }
}
