// A field of the sheet in which one types and chooses: a combobox with the list of the table.

import { OptionList } from "./option_list.js";
import { watchTyping } from "./typing.js";

export class Chooser {
  constructor(box, source, table) {
    Object.assign(this, { box, source, table, model: table.model, session: table.session, field: box.querySelector("input") });
    const label = box.querySelector("label");
    chosenId += 1;
    this.field.id = `chooser-${chosenId}`;
    label.htmlFor = this.field.id;
    this.field.addEventListener("input", () => this.list().show(this.options(this.field.value), this.field, this.field.value.trim()));
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.typing = watchTyping(this.field, () => this.left());
  }

  /** The list floats over the whole station: one for all fields of the sheet. */
  list() {
    const menu = this.table.querySelector("[data-sheet-options]");
    if (!lists.has(menu)) lists.set(menu, new OptionList(menu, this.table, () => {}));
    const list = lists.get(menu);
    list.chosen = (option) => this.take(option);
    return list;
  }

  key(event) {
    const list = this.list();
    if (event.code === "ArrowDown" && !list.open) list.show(this.options(this.field.value), this.field, this.field.value.trim());
    else if (event.code === "ArrowDown") list.step(1);
    else if (event.code === "ArrowUp" && list.open) list.step(-1);
    else if ((event.code === "Enter" || event.code === "NumpadEnter") && list.current) this.take(list.current);
    else if (event.code === "Escape" && list.open) this.forget();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(option) {
    this.choose(option.value);
    this.forget();
    this.table.say(this.table.words("table.added", { text: option.label }));
  }

  /** What is typed goes: the field says what the entry says. */
  forget() {
    this.list().hide();
    this.write();
  }

  /** Leaving takes what was typed as the list reads it. */
  left() {
    const typed = this.field.value.trim();
    const list = this.list();
    if (typed && typed !== this.text(this.source.entry() ?? {})) {
      if (!list.current) list.show(this.options(typed), this.field, typed);
      if (list.current) this.choose(list.current.value);
    } else if (!typed) this.choose(null);
    list.hide();
    this.show();
  }

  show() {
    if (!this.typing()) this.write();
  }

  write() {
    this.field.value = this.text(this.source.entry() ?? {});
  }
}

const lists = new WeakMap();
let chosenId = 0;
