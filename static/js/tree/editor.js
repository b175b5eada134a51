// The field in which a card or a line is written, bound to the shared text; @ and # open a list to choose from.

import { bindText } from "../workbook/text_binding.js";
import { mentionAt, suggestionsOf, withoutMention } from "./mention.js";

const SIZES_ITSELF = CSS.supports("field-sizing", "content");

export class Editor {
  /** `asked`: {blur(), tied(row), changed(text)}; `sources()` gives what can be mentioned. */
  constructor(root, { words, sources, asked }) {
    Object.assign(this, { root, words, sources, asked, id: null, rows: [], at: 0, mention: null });
    this.template = root.querySelector("[data-field]");
    this.list = root.querySelector("[data-choices]");
    this.list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.choose(Number(option.dataset.at));
    });
  }

  get open() {
    return this.id !== null;
  }

  get empty() {
    return this.open && this.field.value.trim() === "";
  }

  /** Opens the text of a node in a card or line; a typed character goes to its end. */
  start(id, host, text, typed = "") {
    if (this.id === id && this.host === host) return this.field.focus();
    this.end();
    Object.assign(this, { id, host, text });
    const field = this.template.content.firstElementChild.cloneNode(true);
    this.field = field;
    field.setAttribute("aria-label", this.words("tree.wording"));
    host.dataset.writing = "";
    host.append(field);
    this.unbind = bindText(field, text);
    field.addEventListener("input", () => this.typed());
    field.addEventListener("text-changed", () => this.grow());
    field.addEventListener("click", () => this.look());
    field.addEventListener("blur", () => {
      if (this.field === field) this.asked.blur();
    });
    if (typed) {
      field.value += /\S$/.test(field.value) ? ` ${typed}` : typed;
      text.replace(field.value);
    }
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
    this.typed();
  }

  end() {
    if (!this.open) return;
    const { field, host } = this;
    this.close();
    Object.assign(this, { id: null, host: null, field: null });
    this.unbind();
    delete host.dataset.writing;
    field.remove();
  }

  typed() {
    this.grow();
    this.look();
    this.asked.changed(this.field.value);
  }

  /** As high as its words; browsers that know `field-sizing` do it by themselves. */
  grow() {
    if (SIZES_ITSELF) return;
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }

  /** Opens or shuts the list by what stands at the caret. */
  look() {
    this.mention = mentionAt(this.field.value, this.field.selectionStart);
    this.rows = this.mention ? suggestionsOf(this.mention, this.sources()) : [];
    this.at = 0;
    if (this.rows.length) this.show();
    else this.close();
  }

  show() {
    const option = this.root.querySelector("[data-choice]").content.firstElementChild;
    this.list.replaceChildren(
      ...this.rows.map((row, at) => {
        const line = option.cloneNode(true);
        line.id = `tree-choice-${at}`;
        line.dataset.at = at;
        line.querySelector("[data-name]").textContent = row.name;
        line.querySelector("[data-more]").textContent = row.more;
        line.querySelector("[data-kind]").textContent = this.words(`tree.kind-${row.kind}`);
        return line;
      }),
    );
    const box = this.host.getBoundingClientRect();
    const frame = this.root.getBoundingClientRect();
    this.list.hidden = false;
    const left = Math.min(box.left - frame.left, frame.width - this.list.offsetWidth - 8);
    const below = box.bottom - frame.top + 6;
    const fits = below + this.list.offsetHeight < frame.height;
    this.list.style.transform = `translate(${Math.max(8, left)}px, ${fits ? below : Math.max(8, box.top - frame.top - this.list.offsetHeight - 6)}px)`;
    this.field.setAttribute("aria-controls", this.list.id);
    this.mark();
  }

  mark() {
    for (const line of this.list.children) line.setAttribute("aria-selected", String(Number(line.dataset.at) === this.at));
    this.field.setAttribute("aria-activedescendant", `tree-choice-${this.at}`);
  }

  close() {
    this.rows = [];
    this.list.hidden = true;
    this.field?.removeAttribute("aria-activedescendant");
    this.field?.removeAttribute("aria-controls");
  }

  /** Keys of the open list; true when the key was one. */
  key(event) {
    if (!this.rows.length || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.at = (this.at + step + this.rows.length) % this.rows.length;
    else if (event.key === "Enter" || event.key === "Tab") this.choose(this.at);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    if (step) this.mark();
    return true;
  }

  choose(at) {
    const row = this.rows[at];
    const { text, caret } = withoutMention(this.field.value, this.mention);
    this.field.value = text;
    this.text.replace(text);
    this.field.setSelectionRange(caret, caret);
    this.close();
    this.grow();
    this.asked.tied(row);
  }
}
