// One row of the table as it stands on the screen. It is drawn again only when something of it has changed.

import { agreementColumn, benefitsColumn } from "./column_benefits.js";
import { actorsColumn } from "./column_actors.js";
import { modesColumn } from "./column_modes.js";
import { natureColumn } from "./column_nature.js";
import { nameLines, siteColumn } from "./column_site.js";
import { statementsOf } from "./rows.js";

export const COLUMN_OF = {
  site: siteColumn,
  nature: natureColumn,
  actors: actorsColumn,
  modes: modesColumn,
  benefits: benefitsColumn,
  agreement: agreementColumn,
};

export class RowView {
  constructor(table, row) {
    Object.assign(this, { table, model: table.model, id: row.id, seen: [] });
    this.line = table.part("row");
    this.line.dataset.row = row.id;
    this.cells = Object.fromEntries([...this.line.querySelectorAll("[data-column]")].map((cell) => [cell.dataset.column, cell]));
  }

  /** Draw what has changed; the open cell is left to its editor. */
  draw(row, open = null) {
    const now = this.signature(row);
    const fresh = now.length !== this.seen.length || now.some((one, at) => one !== this.seen[at]);
    if (!fresh) return;
    this.seen = now;
    for (const [name, cell] of Object.entries(this.cells)) {
      if (name === open) continue;
      cell.replaceChildren(...(name === "site" ? this.site(row) : this.lines(name, row)));
    }
  }

  forget() {
    this.seen = [];
  }

  /** Entries are frozen and kept until they change: the same ones mean the same row. */
  signature(row) {
    const entries = statementsOf(row).map(({ entry }) => entry);
    const waits = [row.place, ...entries].some((entry) => this.model.waits(entry));
    return [row.place, waits, this.table.people(row), ...entries];
  }

  site(row) {
    const parts = nameLines(this.model, row.place);
    if ([row.place, ...statementsOf(row).map(({ entry }) => entry)].some((entry) => this.model.waits(entry)))
      parts.push(this.table.part("waits"));
    const people = this.table.people(row);
    if (people) {
      const here = this.table.part("colleague");
      here.querySelector("[data-text]").textContent = people;
      parts.push(here);
    }
    return parts;
  }

  /** Lines of a cell; neighbours that are read in the same place share its sign. */
  lines(name, row) {
    const lines = COLUMN_OF[name].lines(this.model, row);
    return lines.flatMap((line, at) => {
      const last = !line.told || lines[at + 1]?.told !== line.told;
      return [this.one(line), ...(line.told && last && name !== "modes" ? [this.table.told(line.told)] : [])];
    });
  }

  one(line) {
    if (line.agreement) {
      const sign = this.table.part(`agreement-${line.agreement}`);
      sign.append(line.text);
      return sign;
    }
    const box = document.createElement("span");
    box.className = line.missing ? "row__line missing" : "row__line";
    box.textContent = line.of ? `${line.of} : ${line.text}` : line.text;
    if (line.strong) {
      const strong = document.createElement("b");
      strong.textContent = line.strong;
      box.append(strong);
    }
    return box;
  }
}

/** Hold `body` to `lines` without touching those that stand where they stood: a field in them keeps the focus. */
export function keepLines(body, lines) {
  const wanted = new Set(lines);
  for (const line of [...body.children]) if (!wanted.has(line)) line.remove();
  let next = body.firstElementChild;
  for (const line of lines) {
    if (line === next) next = next.nextElementSibling;
    else body.insertBefore(line, next);
  }
}
