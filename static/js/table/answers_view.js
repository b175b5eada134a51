// "Mise à jour": above a row what the last round said of its site, with six answers, one key each.

import { digitOf } from "./grid.js";
import { ANSWERS, answer, answersIn, progressOf, rootOf, toldOfPlace } from "./last_round.js";
import { wordsOf } from "./last_round_words.js";
import { isTreated } from "./rows.js";

export class Answers {
  constructor(table) {
    Object.assign(this, { table, model: table.model, session: table.session, lines: new Map(), hidden: false, open: null, at: 0 });
    const own = table.querySelector("[data-own-first]");
    own.addEventListener("change", () => {
      this.hidden = own.checked;
      table.draw();
    });
  }

  /** The switch stands there only where the last round said anything. */
  offer() {
    this.table.querySelector("[data-own-first-box]").hidden = !Object.keys(this.session.lastRound).length;
  }

  /** The line above a row; null when the last round said nothing, or while it waits for the group's own answer. */
  lineFor(row, current) {
    const told = toldOfPlace(this.session, row.place);
    if (!told.length || (this.hidden && !isTreated(row))) return null;
    if (!this.lines.has(row.id)) this.lines.set(row.id, this.made(row));
    const line = this.lines.get(row.id);
    this.drawn(line, row, told, current || this.open === row.id);
    return line;
  }

  made(row) {
    const line = this.table.part("before");
    line.addEventListener("click", (event) => {
      const item = event.target.closest("[data-statement]");
      const given = event.target.closest("[data-answer]");
      if (item) this.pick(row.id, Number(item.dataset.statement));
      else if (event.target.closest("[data-toggle]")) this.toggle(row.id);
      if (item && given) this.give(row.id, given.dataset.answer);
    });
    return line;
  }

  drawn(line, row, told, shown) {
    const { words } = this.table;
    const answers = answersIn(this.model.book);
    const { asked, answered } = progressOf(this.session, row.place, answers);
    const open = shown && this.folded !== row.id;
    const state = JSON.stringify([
      open,
      this.open === row.id ? this.at : -1,
      told.map(({ id }) => [id, answers.get(id)?.entry.since_last_round]),
    ]);
    if (line.dataset.state === state) return;
    line.dataset.state = state;
    line.querySelector("[data-when]").textContent = words("update.said", { when: told[0].words?.when ?? "" });
    line.querySelector("[data-progress]").textContent =
      asked === answered ? words("update.done") : words("update.open", { n: asked - answered });
    line.querySelector("[data-progress]").classList.toggle("missing", asked !== answered);
    const toggle = line.querySelector("[data-toggle]");
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = words(open ? "update.hide" : "update.show");
    const list = line.querySelector("ol");
    list.hidden = !open;
    list.replaceChildren(...(open ? told.map((statement, at) => this.item(row, statement, at, answers.get(statement.id))) : []));
  }

  item(row, statement, at, given) {
    const item = this.table.part("before-item");
    const current = this.open === row.id && this.at === at;
    item.querySelector("[data-what]").textContent = wordsOf(this.session, statement);
    const answerable = Boolean(rootOf(statement));
    const now = item.querySelector("[data-now]");
    now.hidden = !given;
    now.querySelector("[data-text]").textContent = given ? this.table.words.label("since_last_round", given.entry.since_last_round) : "";
    item.querySelector("[data-todo]").hidden = Boolean(given) || !answerable;
    item.dataset.statement = answerable ? at : "";
    if (!answerable) delete item.dataset.statement;
    item.classList.toggle("is-open", current);
    if (current) item.append(this.keys(given));
    return item;
  }

  keys(given) {
    const keys = this.table.part("answers");
    for (const button of keys.querySelectorAll("[data-answer]"))
      button.setAttribute("aria-checked", String(given?.entry.since_last_round === button.dataset.answer));
    return keys;
  }

  toggle(id) {
    this.folded = this.folded === id ? null : id;
    this.open = null;
    this.table.draw();
  }

  /** F4: to the first statement that has no answer yet; once more: back to the row. */
  enter(id) {
    const row = id && this.model.row(id);
    const told = row ? toldOfPlace(this.session, row.place) : [];
    if (this.open === id || !told.some(rootOf)) {
      if (!told.length) this.table.say(this.table.words("update.nothing"));
      return this.back();
    }
    const answers = answersIn(this.model.book);
    const first = told.findIndex((statement) => rootOf(statement) && !answers.has(statement.id));
    this.folded = null;
    return this.pick(id, first < 0 ? told.findIndex(rootOf) : first);
  }

  pick(id, at) {
    this.table.leave();
    this.table.at = { row: id, column: this.table.at.row === id ? this.table.at.column : "nature" };
    Object.assign(this, { open: id, at });
    this.table.draw();
    this.focus();
  }

  /** The keys have the focus; the row that they are about stays in sight below them. */
  focus() {
    const line = this.lines.get(this.open);
    for (const shown of [this.table.cellAt(this.table.at), line]) shown?.scrollIntoView({ block: "nearest" });
    const keys = line?.querySelector("[role='radiogroup']");
    (keys?.querySelector("[aria-checked='true']") ?? keys?.querySelector("[role='radio']"))?.focus();
  }

  back() {
    const id = this.open;
    this.open = null;
    this.table.draw();
    if (id) this.table.go({ row: id, column: this.table.at.column }, true);
  }

  give(id, since) {
    const row = this.model.row(id);
    const told = toldOfPlace(this.session, row.place);
    answer(this.session, this.model.writer, row, told[this.at], since);
    this.table.say(this.table.words("update.answered", { answer: this.table.words.label("since_last_round", since) }));
    const answers = answersIn(this.model.book);
    const next = told.findIndex((statement, at) => at > this.at && rootOf(statement) && !answers.has(statement.id));
    if (next >= 0) this.at = next;
    this.table.draw();
    this.focus();
  }

  /** True when the key was for the answers: digits, arrows, and what leads back. */
  key(event) {
    if (!this.open || !event.target.closest?.("[role='radiogroup']")) return false;
    const digit = digitOf(event);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    const side = { ArrowRight: 1, ArrowLeft: -1 }[event.code];
    if (digit) this.give(this.open, ANSWERS[digit - 1]);
    else if (step) this.step(step);
    else if (side) this.side(event.target, side);
    else if (["Enter", "NumpadEnter", "Space"].includes(event.code) && event.target.dataset.answer && !event.ctrlKey)
      this.give(this.open, event.target.dataset.answer);
    else if (event.code === "Escape" || event.code === "F4") this.back();
    else return false;
    event.preventDefault();
    return true;
  }

  step(by) {
    const told = toldOfPlace(this.session, this.model.row(this.open).place);
    let at = this.at + by;
    while (told[at] && !rootOf(told[at])) at += by;
    if (told[at]) this.pick(this.open, at);
  }

  side(button, by) {
    const buttons = [...button.closest("[role='radiogroup']").querySelectorAll("[role='radio']")];
    buttons[(buttons.indexOf(button) + by + buttons.length) % buttons.length].focus();
  }
}
