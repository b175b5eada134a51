// Chooses several entries by typing: what is chosen stands as chips, what is found as a list under the field.
import { cloneOf, keepRows, part } from "./rows.js";

const MOST = 8;

export class Picker {
  /** `find(typed)` → [{id, label, note}]; `pick(id)`, `drop(id)`; `make(typed)` where a new one may be written. */
  constructor(element, { find, pick, drop, name, dropWord, noneWord }) {
    Object.assign(this, { element, find, pick, drop, name, dropWord, noneWord, at: 0, found: [] });
    this.field = element.querySelector("input");
    this.list = part(element, "found");
    this.chips = part(element, "chips");
    this.chip = part(element, "chip");
    this.list.id = `found-${Math.random().toString(36).slice(2)}`;
    this.field.setAttribute("aria-controls", this.list.id);
    this.field.addEventListener("input", () => this.look());
    this.field.addEventListener("focus", () => this.look());
    this.field.addEventListener("blur", () => setTimeout(() => this.fold(), 150));
    this.field.addEventListener("keydown", (event) => this.pressed(event));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[data-id]");
      if (option) this.choose(option.dataset.id);
    });
  }

  show(chosen) {
    this.chosen = chosen;
    const make = ({ id }) => {
      const chip = cloneOf(this.chip);
      chip.querySelector("button").addEventListener("click", () => {
        this.drop(id);
        this.field.focus();
      });
      return chip;
    };
    keepRows(this.chips, chosen, make, (chip, { id }) => {
      part(chip, "label").textContent = this.name(id);
      chip.querySelector("button").setAttribute("aria-label", `${this.dropWord} ${this.name(id)}`);
    });
  }

  look() {
    const taken = new Set(this.chosen?.map(({ id }) => id));
    this.found = this.find(this.field.value.trim())
      .filter(({ id }) => !taken.has(id))
      .slice(0, MOST);
    this.at = 0;
    this.draw();
  }

  draw() {
    const rows = this.found.map((row, at) => {
      const option = document.createElement("li");
      option.role = "option";
      option.id = `${this.list.id}-${at}`;
      option.dataset.id = row.id;
      option.textContent = row.label;
      option.setAttribute("aria-selected", String(at === this.at));
      return option;
    });
    const nothing = !rows.length && Boolean(this.field.value.trim()) && this.field === document.activeElement;
    this.list.replaceChildren(...rows, ...(nothing ? [none(this.noneWord)] : []));
    this.list.hidden = !rows.length && !nothing;
    this.field.setAttribute("aria-expanded", String(rows.length > 0));
    if (rows.length) this.field.setAttribute("aria-activedescendant", rows[this.at].id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  pressed(event) {
    if (event.code === "Backspace" && !this.field.value && this.chosen?.length) return this.drop(this.chosen.at(-1).id);
    if (event.code === "Escape") return this.fold();
    if (!this.found.length || this.list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    if (step) this.at = (this.at + step + this.found.length) % this.found.length;
    else if (event.code === "Enter" && !event.ctrlKey) this.choose(this.found[this.at].id);
    else return;
    event.preventDefault();
    if (step) this.draw();
  }

  choose(id) {
    this.field.value = "";
    this.pick(id);
    this.look();
  }

  fold() {
    this.found = [];
    this.draw();
  }
}

function none(text) {
  const option = document.createElement("li");
  option.role = "option";
  option.className = "picker__none";
  option.textContent = text;
  option.setAttribute("aria-disabled", "true");
  return option;
}
