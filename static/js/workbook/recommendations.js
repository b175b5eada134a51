// <filon-recommendations>: ways to peace, the causes they answer, who is asked, by when; and what the room wants instead of a cause.
import { ObjectiveRows } from "./objectives.js";
import { RecommendationSheet } from "./recommendation_sheet.js";
import { cloneOf, keepRows, part } from "./rows.js";
import { Station } from "./station.js";

const ROOT = "recommendations";

export class FilonRecommendations extends Station {
  static summary({ book, findings, words }) {
    const all = book.list(ROOT);
    const missing = new Set(findings.in(ROOT).map((finding) => finding.id)).size;
    return { text: all.length ? words("figure", { n: all.length }) : "", missing, part: all.length ? 1 - missing / all.length : null };
  }

  opened(entry) {
    this.sheet = new RecommendationSheet(part(this, "sheet"), this.session);
    this.objectives = new ObjectiveRows(this, this.session);
    this.querySelector("[data-add]").addEventListener("click", () => this.add());
    this.addEventListener("keydown", (event) => this.pressed(event));
    this.watch([ROOT, "nodes", "places", "objectives"], () => this.draw());
    this.listen(this.session.findings, "change", () => this.draw());
    this.show(entry || this.session.book.list(ROOT)[0]?.id || "");
  }

  closed() {
    this.sheet.leave();
  }

  show(entry) {
    this.chosen = entry.split("/").at(-1);
    this.draw();
  }

  draw() {
    const { book } = this.session;
    const all = book.list(ROOT);
    if (!all.some((it) => it.id === this.chosen)) this.chosen = all[0]?.id ?? "";
    keepRows(
      part(this, "rows"),
      all,
      (it) => this.makeRow(it),
      (row, it) => this.drawRow(row, it, all.indexOf(it) + 1),
    );
    part(this, "none").hidden = all.length > 0;
    part(this, "count").textContent = all.length ? this.session.words("recommendation.count", { n: all.length }) : "";
    this.sheet.show(this.chosen);
    this.objectives.draw();
  }

  makeRow({ id }) {
    const row = cloneOf(part(this, "row"));
    row.querySelector("button").addEventListener("click", () => {
      this.show(id);
      this.sheet.focus();
    });
    return row;
  }

  drawRow(row, it, number) {
    const { words, findings, book } = this.session;
    const lacks = findings.of(ROOT, it.id).map((finding) => words.label("finding_code", finding.code));
    part(row, "number").textContent = words("figure", { n: number });
    part(row, "text").textContent = it.text || words("recommendation.no-text");
    const meta = [
      words.label("recommendation_type", it.type),
      words.label("action_level", it.level),
      it.addressee,
      words.label("horizon", it.horizon),
    ];
    part(row, "meta").textContent = meta.filter(Boolean).join(" · ");
    part(row, "lacks").textContent = lacks.join(" · ");
    part(row, "group-only").hidden = it.disclosure !== "GROUP_ONLY";
    part(row, "here").hidden = !book.waiting(it.id);
    if (it.id === this.chosen) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }

  add() {
    const { book, group } = this.session;
    const last = book.list(ROOT).at(-1)?.id ?? null;
    const id = book.make(ROOT, { order: book.between(ROOT, last, null), level: "PROVINCIAL", disclosure: "PLENARY", group });
    this.show(id);
    this.sheet.focus();
  }

  pressed(event) {
    if (event.code === "Enter" && event.ctrlKey) {
      event.preventDefault();
      this.add();
    }
    if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.code)) {
      event.preventDefault();
      const ids = this.session.book.ids(ROOT);
      const next = ids[ids.indexOf(this.chosen) + (event.code === "ArrowUp" ? -1 : 1)];
      if (next) this.show(next);
    }
  }
}
