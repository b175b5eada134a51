// One field of the sheet: its control, and the entry it writes into.

import { bindText } from "../workbook/text_binding.js";
import { KINDS } from "./field_kinds.js";
import { territoires } from "./registers.js";
import { actorName, legText } from "./wording.js";

let made = 0;

export class SheetField {
  /** `box`: an element with data-kind, data-key and data-list; `source`: {root, entry(), ensure()}. */
  constructor(box, source, table) {
    Object.assign(this, {
      box,
      source,
      table,
      session: table.session,
      words: table.words,
      book: table.session.book,
      phrases: table.model.phrases,
    });
    Object.assign(this, { kind: KINDS[box.dataset.kind], key: box.dataset.key, dataset: box.dataset, bound: undefined, unbound: null });
    made += 1;
    this.id = `sheet-${made}`;
    this.control = box.querySelector("input:not([type]), select, textarea");
    this.label();
    this.kind.start(this);
  }

  label() {
    const label = this.box.querySelector("label:not(.choice label), .label");
    if (this.control) this.control.id = this.id;
    if (label?.localName === "label") label.htmlFor = this.id;
    else if (label) {
      label.id = `${this.id}-label`;
      this.box.setAttribute("role", "group");
      this.box.setAttribute("aria-labelledby", label.id);
    }
  }

  get entry() {
    return this.source.entry();
  }

  get codes() {
    return this.words.codes(this.dataset.list);
  }

  /** The codes of a choice in the order that the page asks for, in short words where it has little room. */
  get ordered() {
    const order = this.dataset.order?.split(" ");
    const codes = order ? order.map((code) => [code, this.labelOf(code)]) : this.codes;
    return "short" in this.dataset ? codes.map(([code, label]) => [code, label.replace(/\s*\([^)]*\)/g, "")]) : codes;
  }

  labelOf(code) {
    return this.words.label(this.dataset.list, code);
  }

  /** What a menu of rows offers: territoires, other places, or statements about the same place. */
  rows() {
    const row = this.table.model.row(this.entry?.place ?? "");
    if (this.key === "leg") return (row?.legs ?? []).map((leg) => [leg.id, legText(this.session, leg)]);
    if (this.key === "involvement") return (row?.involvements ?? []).map((entry) => [entry.id, actorName(this.session, entry)]);
    if (this.key === "parent")
      return this.book.list("places").flatMap((place) => (place.id === this.entry?.id ? [] : [[place.id, this.table.model.name(place)]]));
    return territoires(this.session).map((area) => [area.pcode, area.name]);
  }

  relations() {
    if (this.key === "area") return this.rows();
    const known = this.book.list("involvements").map((entry) => entry.actor && this.session.register.get("actors", entry.actor));
    return [...new Set(known.filter(Boolean))].map((actor) => [actor.id, actor.name]);
  }

  show() {
    this.kind.show(this, this.entry);
  }

  /** Write into the entry, which is made when there is none. */
  set(values) {
    this.book.change(() => this.book.set(this.source.root, this.source.ensure(), values));
  }

  /** What cannot be understood stays in the field, and says so. */
  wrong(yes) {
    this.control.setAttribute("aria-invalid", String(yes));
    const error = this.box.querySelector("[data-error]");
    if (!error) return;
    error.hidden = !yes;
    error.id = `${this.id}-error`;
    this.control.setAttribute("aria-describedby", error.id);
  }

  radio(code, label) {
    const line = this.table.part("radio");
    const input = line.querySelector("input");
    Object.assign(input, { name: this.id, value: code });
    const mark = this.dataset.marks ? this.table.part(`mark-${code}`) : null;
    if (mark) line.append(mark);
    line.append(label);
    return line;
  }

  tick(code, label) {
    const line = this.table.part("tick");
    line.querySelector("input").value = code;
    line.append(label);
    return line;
  }

  bind(id) {
    this.bound = id;
    this.unbound = bindText(this.control, this.book.text(this.source.root, id, this.key));
  }

  /** Nothing to bind to yet: the first letter makes the entry. */
  wait() {
    this.bound = null;
    this.control.value = "";
    const first = () => {
      const typed = this.control.value;
      const id = this.source.ensure();
      this.unbind();
      this.bind(id);
      this.book.text(this.source.root, id, this.key).replace(typed);
      this.control.value = typed;
    };
    this.control.addEventListener("input", first, { once: true });
    this.unbound = () => this.control.removeEventListener("input", first);
  }

  unbind() {
    this.unbound?.();
    this.unbound = null;
    this.bound = undefined;
  }
}
