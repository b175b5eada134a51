// Lists on the wall: sites as the room's table, recommendations one below the other; the row that was asked for stands on top.

import { Keyed } from "../tree/keyed.js";

const LISTS = {
  nature: [
    ["exploitation", "exploitation_mode"],
    ["minerals", "mineral"],
    ["extraction", "extraction_type"],
  ],
};

export class RowsView {
  constructor(wall, words, name) {
    Object.assign(this, { words, name });
    this.page = wall.querySelector(`[data-page=${name}]`);
    this.scroll = this.page.querySelector("[data-scroll]");
    this.empty = this.page.querySelector("[data-empty]");
    const template = this.page.querySelector("[data-row]");
    this.rows = new Keyed(
      this.page.querySelector("[data-rows]"),
      () => template.content.firstElementChild.cloneNode(true),
      (row, value) => tellCells(row, value),
    );
  }

  show(message) {
    const cells = this.name === "sites" ? (row) => siteCells(row, this.words) : (row) => recommendationCells(row, this.words);
    const rows = message[this.name];
    this.rows.show(new Map(rows.map((row) => [row.id, cells(row)])), true);
    this.empty.hidden = rows.length > 0;
    this.page.querySelector("[data-table]").hidden = rows.length === 0;
    const { branch } = message.show;
    if (branch === this.from) return;
    this.from = branch;
    const top = this.rows.get(branch);
    this.scroll.scrollTop = top ? top.offsetTop - (this.page.querySelector("thead")?.offsetHeight ?? 0) : 0;
  }
}

function tellCells(row, cells) {
  for (const [name, text] of Object.entries(cells)) {
    const cell = row.querySelector(`[data-cell="${name}"]`);
    cell.textContent = text;
    if (cell.dataset.gone !== undefined) cell.hidden = !text;
  }
}

const joined = (...parts) => parts.filter(Boolean).join(" · ");

/** The cells of a site: nature, actors, modes, beneficiaries; what was not said is empty, and no cell stands for what is kept back. */
export function siteCells(site, words) {
  const labels = (list, codes) => (codes ?? []).map((code) => words.label(list, code));
  const nature = LISTS.nature.flatMap(([key, list]) => labels(list, site[key]));
  const actors = (site.actors ?? []).map(({ name, category }) => name || words.label("actor_category", category));
  return {
    name: site.name,
    where: joined(site.label, site.territoire),
    nature: joined(...nature, site.title_status && words.label("title_status", site.title_status)),
    presence: labels("armed_presence", site.presence).join(" ≠ "),
    actors: actors.join(", "),
    modes: [...labels("mode", site.modes), ...(site.ends ?? []).map((end) => `→\u00a0${end}`)].join(", "),
    beneficiaries: labels("beneficiary_type", site.beneficiaries).join(", "),
    agreement: labels("agreement", site.agreement).join(", "),
    reserve: site.reserve ? words("wall.reserve") : "",
  };
}

export function recommendationCells(row, words) {
  return {
    type: row.type ? words.label("recommendation_type", row.type) : "",
    text: row.text,
    causes: row.causes?.length ? words("wall.answers", { causes: row.causes.join(" · ") }) : "",
    who: joined(row.body, row.level && words.label("action_level", row.level), row.horizon && words.label("horizon", row.horizon)),
    reserve: row.reserve ? words("wall.reserve") : "",
  };
}
