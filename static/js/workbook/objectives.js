// Objectives: what the room wants in place of a cause, one line each.
import { wireFields } from "./fields.js";
import { cloneOf, keepRows, part } from "./rows.js";

const ROOT = "objectives";

export class ObjectiveRows {
  constructor(station, session) {
    Object.assign(this, { station, session });
    part(station, "add-objective").addEventListener("click", () => this.add());
  }

  draw() {
    const { book } = this.session;
    keepRows(
      part(this.station, "objectives"),
      book.list(ROOT),
      (it) => this.make(it),
      (row, it) => this.drawRow(row, it),
    );
  }

  make({ id }) {
    const row = cloneOf(part(this.station, "objective"));
    row.redraw = wireFields(row, this.session, ROOT, id);
    part(row, "remove").addEventListener("click", () => this.session.book.remove(ROOT, id));
    return row;
  }

  /** The list of causes grows while one works, so it is written anew, without taking a choice away. */
  drawRow(row, it) {
    const { book, words } = this.session;
    const select = row.querySelector('[data-key="node"]');
    const causes = book.list("nodes").filter((node) => node.text && node.side !== "effect");
    const known = causes.map((node) => `${node.id}${node.text}`).join("\n");
    if (select.dataset.known !== known) {
      select.replaceChildren(new Option(words("objective.no-cause"), ""), ...causes.map((node) => new Option(node.text, node.id)));
      select.dataset.known = known;
      select.value = it.node ?? "";
    }
    row.redraw(it);
  }

  add() {
    const { book } = this.session;
    const id = book.make(ROOT, { order: book.between(ROOT, book.list(ROOT).at(-1)?.id ?? null, null) });
    this.draw();
    this.station.querySelector(`[data-objectives] [data-id="${id}"] [data-text]`).focus();
  }
}
