// The list under a field that is typed into: groups of options, one of them chosen. The field keeps the focus.

import { markIn } from "./code_search.js";

const GAP = 4; // pixels between field and list
const ROOM = 160; // pixels below which the list opens upwards

export class OptionList {
  /** `menu`: an empty listbox; `frame`: the element in which it floats; `chosen(value)` is called on a click. */
  constructor(menu, frame, chosen) {
    Object.assign(this, { menu, frame, chosen, groups: [], options: [], at: -1 });
    menu.addEventListener("mousedown", (event) => event.preventDefault());
    menu.addEventListener("click", (event) => {
      const option = event.target.closest("[role='option']");
      if (option) this.chosen(this.options[Number(option.dataset.at)]);
    });
  }

  get open() {
    return !this.menu.hidden;
  }

  get current() {
    return this.open ? (this.options[this.at] ?? null) : null;
  }

  /** Show the groups under `field`; the first option is chosen when something is typed. */
  show(groups, field, typed) {
    this.field = field;
    this.groups = groups;
    this.options = groups.flatMap((group) => group.options);
    this.at = typed && this.options.length ? 0 : -1;
    this.menu.replaceChildren(...this.drawn(typed));
    this.menu.hidden = !this.options.length;
    field.setAttribute("aria-expanded", String(this.open));
    field.setAttribute("aria-controls", this.menu.id);
    if (this.open) this.place();
    this.mark();
  }

  hide() {
    this.menu.hidden = true;
    this.at = -1;
    this.field?.setAttribute("aria-expanded", "false");
    this.field?.removeAttribute("aria-activedescendant");
  }

  step(by) {
    if (!this.options.length) return;
    this.at = (this.at + by + this.options.length + (this.at < 0 && by < 0 ? 1 : 0)) % this.options.length;
    this.mark();
  }

  mark() {
    for (const option of this.menu.querySelectorAll("[role='option']")) {
      const on = Number(option.dataset.at) === this.at;
      option.setAttribute("aria-selected", String(on));
      if (on) option.scrollIntoView({ block: "nearest" });
    }
    if (this.at < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", `${this.menu.id}-${this.at}`);
  }

  drawn(typed) {
    let at = 0;
    return this.groups.map((group, number) => {
      const list = document.createElement("div");
      if (group.title) list.setAttribute("role", "group");
      if (group.title) {
        const title = document.createElement("span");
        Object.assign(title, { className: "options__group", id: `${this.menu.id}-group-${number}`, textContent: group.title });
        list.setAttribute("aria-labelledby", title.id);
        list.append(title);
      }
      for (const option of group.options) {
        list.append(this.line(option, at, typed));
        at += 1;
      }
      return list;
    });
  }

  line(option, at, typed) {
    const line = document.createElement("div");
    line.setAttribute("role", "option");
    line.id = `${this.menu.id}-${at}`;
    line.dataset.at = at;
    const words = document.createElement("span");
    const mark = markIn(option.label, typed);
    if (mark) {
      const found = document.createElement("mark");
      found.textContent = option.label.slice(...mark);
      words.append(option.label.slice(0, mark[0]), found, option.label.slice(mark[1]));
    } else words.textContent = option.label;
    line.append(words);
    if (option.hint) {
      const hint = document.createElement("small");
      hint.textContent = option.hint;
      line.append(hint);
    }
    return line;
  }

  /** Under the field, or above it where there is no room; never outside the frame. */
  place() {
    const [field, frame] = [this.field.getBoundingClientRect(), this.frame.getBoundingClientRect()];
    const below = frame.bottom - field.bottom - GAP;
    const above = field.top - frame.top - GAP;
    const upwards = below < ROOM && above > below;
    const { style } = this.menu;
    style.maxHeight = `${Math.max(ROOM / 2, upwards ? above : below)}px`;
    style.left = `${Math.max(0, Math.min(field.left - frame.left, frame.width - this.menu.offsetWidth))}px`;
    style.top = upwards ? "auto" : `${field.bottom - frame.top + GAP}px`;
    style.bottom = upwards ? `${frame.bottom - field.top + GAP}px` : "auto";
  }
}
