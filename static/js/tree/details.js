// Beside the outline: theme, who may hear it, votes by group, ties of the chosen node, and what is to be looked at.

import { readWhole } from "../workbook/whole_field.js";
import { flagged } from "./forest.js";
import { Keyed } from "./keyed.js";

export class Details {
  constructor(root, station) {
    const part = (name) => root.querySelector(`[data-${name}]`);
    Object.assign(this, { station, words: station.session.words });
    Object.assign(this, { box: part("details"), theme: part("theme"), votes: part("vote-rows"), tiesBox: part("ties-box") });
    Object.assign(this, { notice: part("notice"), sites: part("sites"), listBox: part("site-list") });
    const made = (name) => () => part(name).content.firstElementChild.cloneNode(true);
    this.ties = new Keyed(part("tie-chips"), made("tie"), tellTie);
    this.list = new Keyed(this.listBox, made("site"), tellSite);
    const options = [["", this.words("tree.no-theme")], ...this.words.codes("cause_theme")];
    this.theme.replaceChildren(...options.map(([code, label]) => new Option(label, code)));
    this.theme.addEventListener("change", () => station.acts.theme(station.selected, this.theme.value));
    this.told = [...this.box.querySelectorAll("[name=tree-told]")];
    for (const radio of this.told) radio.addEventListener("change", () => station.writing.tell(radio.value === "plenary"));
    this.votes.addEventListener("change", ({ target }) => this.voted(target));
    this.tiesBox.addEventListener("click", ({ target }) => this.untied(target.closest("button")));
    this.sites.addEventListener("click", () => this.toggleSites());
    this.listBox.addEventListener("click", ({ target }) => this.onSite(target.closest("button")));
    this.listBox.addEventListener("focusin", ({ target }) => station.light(target.closest("li")?.dataset.id));
    this.listBox.addEventListener("focusout", () => station.light(null));
  }

  show() {
    const { forest, selected, session } = this.station;
    const item = forest.items.get(selected);
    this.box.hidden = !item;
    if (!item) return;
    const { entry } = item;
    if (document.activeElement !== this.theme) this.theme.value = entry.theme ?? "";
    this.box.querySelector("[data-theme-field]").hidden = item.side === "core";
    for (const radio of this.told) radio.checked = (radio.value === "plenary") === this.station.acts.isPlenary(entry);
    this.showVotes(entry.id, session);
    this.showTies(entry);
    this.showSites(entry, item.side);
    this.showNotice(entry.id);
  }

  showVotes(id, { book }) {
    const given = book.votes(id);
    const groups = book.list("groups");
    this.box.querySelector("[data-votes-field]").hidden = !groups.length;
    const signature = [id, ...groups.map((group) => group.id + group.name)].join("|");
    if (this.votes.dataset.groups !== signature) {
      this.votes.dataset.groups = signature;
      this.votes.replaceChildren(...groups.map((group) => this.voteRow(group)));
    }
    for (const field of this.votes.querySelectorAll("input"))
      if (field !== document.activeElement) field.value = given[field.dataset.group] ?? "";
  }

  voteRow(group) {
    const row = this.box.querySelector("[data-vote-row]").content.firstElementChild.cloneNode(true);
    row.querySelector("[data-name]").textContent = group.name ?? "";
    row.querySelector("input").dataset.group = group.id;
    return row;
  }

  voted(field) {
    const points = readWhole(field, this.words);
    if (points !== undefined) this.station.acts.vote(this.station.selected, field.dataset.group, points ?? 0);
  }

  showTies(entry) {
    const { register } = this.station.session;
    const rows = new Map();
    for (const kind of ["actor", "area"]) {
      for (const id of flagged(entry, kind)) {
        const name = register.get(`${kind}s`, id)?.name;
        if (name) rows.set(id, { kind, id, name, untie: this.words("tree.untie", { name }) });
      }
    }
    this.tiesBox.hidden = !rows.size;
    this.ties.show(rows, true);
  }

  untied(button) {
    if (!button) return;
    this.station.acts.tie(this.station.selected, button.dataset.kind, { id: button.dataset.tied, known: false }, false);
    this.theme.focus();
  }

  showSites(entry, side) {
    const { book } = this.station.session;
    const ids = flagged(entry, "place").filter((id) => book.get("places", id));
    this.sites.hidden = !ids.length;
    this.sites.querySelector("[data-text]").textContent = this.words(`tree.sites-${side}`, { n: ids.length });
    if (!ids.length) this.listBox.hidden = true;
    this.sites.setAttribute("aria-expanded", String(!this.listBox.hidden));
    if (this.listBox.hidden) return;
    const names = ids.map((id) => [id, this.station.nameOf(book.get("places", id))]);
    this.list.show(new Map(names.map(([id, name]) => [id, { name, untie: this.words("tree.untie", { name }) }])), true);
  }

  toggleSites() {
    this.listBox.hidden = !this.listBox.hidden;
    this.show();
    this.listBox.querySelector("button")?.focus();
  }

  /** Opens a tied site in the table, or unties it. */
  onSite(button) {
    if (!button) return;
    const { id } = button.closest("li").dataset;
    if (button.dataset.open !== undefined) this.station.session.go("table", `places/${id}`);
    else this.station.acts.tie(this.station.selected, "place", { id, known: false }, false);
  }

  showNotice(id) {
    const { others, text } = this.station.warnings.of(id);
    this.notice.hidden = !text;
    this.notice.querySelector("[data-text]").textContent = text;
    const other = this.notice.querySelector("[data-other]");
    other.hidden = !others.length;
    other.dataset.id = others[0] ?? "";
  }
}

function tellTie(chip, { kind, id, name, untie }) {
  chip.querySelector("[data-name]").textContent = name;
  Object.assign(chip.querySelector("button").dataset, { kind, tied: id });
  chip.querySelector("button .unseen").textContent = untie;
}

function tellSite(line, { name, untie }) {
  line.querySelector("[data-name]").textContent = name;
  line.querySelector("[data-untie] .unseen").textContent = untie;
}
