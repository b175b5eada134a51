// <filon-sites-to-treat>: the list of sites that the room goes through, chosen beforehand, added to and ranked by the room.

import { Station } from "../workbook/station.js";
import { TableModel } from "./model.js";
import { toTreatSummary } from "./summary.js";
import { TreatOffers } from "./treat_offers.js";
import { listed, ranksFor, stateOf } from "./treating.js";

const STEPS = { ArrowUp: -1, ArrowDown: 1 };

export class FilonSitesToTreat extends Station {
  static summary(session) {
    return toTreatSummary(session);
  }

  opened() {
    this.model = new TableModel(this.session);
    this.words = this.session.words;
    this.list = this.querySelector("[data-list]");
    this.offers = new TreatOffers(this);
    this.at = null;
    this.watch(["places", "observations", "involvements", "legs", "benefits"], () => this.draw());
    for (const type of ["register", "last-round"]) this.listen(this.session, type, () => this.draw());
    this.list.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("focusin", (event) => this.entered(event.target.closest("[data-place]")));
    this.addEventListener("click", (event) => this.clicked(event));
    this.draw();
  }

  part(name) {
    return this.querySelector(`template[data-part="${name}"]`).content.firstElementChild.cloneNode(true);
  }

  say(text) {
    this.querySelector("[data-say]").textContent = text;
  }

  draw() {
    this.groups = listed(this.session);
    const rows = this.groups.flatMap((group) => group.rows);
    if (!rows.some((row) => row.id === this.at)) this.at = rows[0]?.id ?? null;
    const focused = this.list.contains(document.activeElement);
    this.list.replaceChildren(...this.groups.map((group) => this.group(group)));
    if (focused) this.focus();
    const states = rows.map(stateOf);
    const count = (state) => states.filter((one) => one === state).length;
    this.querySelector("[data-count]").textContent = rows.length
      ? this.words("sites.count", { done: count("treated"), n: rows.length, missed: count("not-reached") })
      : "";
    this.querySelector("[data-empty]").hidden = rows.length > 0;
    this.querySelector("[data-close-day]").hidden = count("waiting") === 0 || rows.length === 0;
    this.offers.draw();
  }

  group({ territoire, rows }) {
    const group = this.part("group");
    const done = rows.filter((row) => stateOf(row) !== "waiting").length;
    group.querySelector("[data-name]").textContent = territoire || this.words("sites.no_territoire");
    group.querySelector("[data-done]").textContent = this.words("sites.of", { done, n: rows.length });
    group.querySelector("ol").replaceChildren(...rows.map((row, at) => this.line(row, at + 1)));
    return group;
  }

  line(row, rank) {
    const line = this.part("line");
    line.dataset.place = row.id;
    line.tabIndex = row.id === this.at ? 0 : -1;
    line.querySelector("[data-rank]").textContent = rank;
    line.querySelector("[data-name]").textContent = this.model.name(row.place);
    line.querySelector("[data-where]").textContent = this.model.where(row.place);
    const state = stateOf(row);
    line.dataset.state = state;
    line.querySelector("[data-state-word]").textContent = this.words(`sites.state.${state}`);
    line.querySelector("[data-here]").hidden = !this.model.waits(row.place);
    line.querySelector("[data-not-reached]").hidden = state !== "waiting";
    for (const button of line.querySelectorAll("button")) button.tabIndex = -1;
    return line;
  }

  clicked(event) {
    const line = event.target.closest("[data-place]");
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (event.target.closest("[data-close-day]")) this.closeDay();
    else if (line && act) this.does(act, line.dataset.place);
  }

  key(event) {
    const line = event.target.closest("[data-place]");
    const step = STEPS[event.code];
    if (!line || event.ctrlKey || event.metaKey) return;
    if (step && event.altKey) this.does(step < 0 ? "up" : "down", line.dataset.place);
    else if (step) this.walk(step);
    else if (event.code === "Enter" || event.code === "NumpadEnter") this.does("open", line.dataset.place);
    else if (event.key.toLowerCase() === "q" && line.dataset.state === "waiting") this.does("not-reached", line.dataset.place);
    else if (event.code === "Delete") this.does("remove", line.dataset.place);
    else return;
    event.preventDefault();
  }

  does(act, id) {
    const { book, writer } = this.model;
    if (act === "open") this.session.go("table", `places/${id}`);
    else if (act === "remove") book.set("places", id, { treat: null });
    else if (act === "not-reached") writer.markNotReached([this.model.row(id)]);
    else this.move(id, act === "up" ? -1 : 1);
    if (act === "open") return;
    this.at = id;
    this.draw();
    this.focus();
  }

  move(id, step) {
    const ranks = ranksFor(this.groups, id, step);
    if (!ranks) return;
    this.model.book.set("places", id, { treat: this.model.book.between("places", ...ranks) });
    this.say(this.words(step < 0 ? "sites.earlier" : "sites.later", { name: this.model.name(this.model.book.get("places", id)) }));
  }

  /** What the day did not reach: the question was not asked. Undone in one step. */
  closeDay() {
    const waiting = this.groups.flatMap((group) => group.rows).filter((row) => stateOf(row) === "waiting");
    this.model.writer.markNotReached(waiting);
    const undo = { label: this.words("undo"), run: () => this.model.book.undo() };
    this.session.say(this.words("sites.marked", { n: waiting.length }), { kind: "sites", action: undo });
    this.draw();
  }

  walk(step) {
    const lines = [...this.list.querySelectorAll("[data-place]")];
    const at = lines.findIndex((line) => line.dataset.place === this.at);
    this.entered(lines[at + step]);
    lines[at + step]?.focus();
  }

  entered(line) {
    if (!line) return;
    this.at = line.dataset.place;
    for (const other of this.list.querySelectorAll("[data-place]")) other.tabIndex = other === line ? 0 : -1;
  }

  focus() {
    this.list.querySelector(`[data-place="${this.at}"]`)?.focus();
  }
}
