// What can be put on the list of sites: places that the workbook or the register knows by what is typed, else the name itself.

import { fold } from "../map/search.js";
import { hintOf, meantHere, offered, territoiresOf } from "./treating.js";

const MOST = 40;

export class TreatOffers {
  constructor(station) {
    Object.assign(this, { station, model: station.model, session: station.session, words: station.words });
    const find = (name) => station.querySelector(`[data-${name}]`);
    Object.assign(this, { found: find("found"), typed: find("typed"), territoire: find("territoire"), fresh: find("fresh") });
    this.more = find("more");
    this.typed.addEventListener("input", () => this.draw());
    this.typed.addEventListener("keydown", (event) => this.pressed(event));
    this.territoire.addEventListener("change", () => this.draw());
    this.found.addEventListener("click", (event) => this.taken(event.target.closest("li")));
    this.fresh.addEventListener("click", () => this.put({ name: this.name }));
  }

  get name() {
    return this.typed.value.trim();
  }

  draw() {
    this.areas();
    const here = meantHere(this.session, this.typed.value);
    const { rows, more } = offered(this.session, { typed: this.typed.value, territoire: this.territoire.value }, MOST);
    const known = new Set(here.map((place) => place.ref));
    this.found.replaceChildren(
      ...here.map((place) => this.line({ here: place.id }, this.model.name(place), this.whereOf(place))),
      ...rows.filter(({ ref }) => !known.has(ref)).map((row) => this.line({ ref: row.ref }, row.name, hintOf(this.session, row))),
    );
    this.fresh.hidden = !this.name || here.some((place) => fold(this.model.name(place)) === fold(this.name));
    this.fresh.querySelector("[data-text]").textContent = this.words("table.add_site", { name: this.name });
    this.more.textContent = more ? this.words("sites.more", { n: more }) : "";
  }

  whereOf(place) {
    return [this.model.where(place), place.treat ? this.words("sites.listed") : ""].filter(Boolean).join(" · ");
  }

  line(data, name, hint) {
    const line = this.station.part("offer");
    Object.assign(line.dataset, data);
    line.querySelector("[data-name]").textContent = name;
    line.querySelector("[data-hint]").textContent = hint;
    return line;
  }

  /** The menu of territoires, once the register has come. */
  areas() {
    const names = territoiresOf(this.session);
    if (this.territoire.options.length === names.length + 1) return;
    const first = this.territoire.options[0];
    this.territoire.replaceChildren(first, ...names.map((name) => new Option(name, name)));
  }

  /** Enter takes the first place that fits, or the name itself where none does. */
  pressed(event) {
    if (event.code === "ArrowDown") this.found.querySelector("button")?.focus();
    else if (event.code !== "Enter" && event.code !== "NumpadEnter") return;
    else if (this.found.firstElementChild && this.name) this.taken(this.found.firstElementChild);
    else if (this.name) this.put({ name: this.name });
    event.preventDefault();
  }

  taken(line) {
    const place = line?.dataset.here ? this.model.book.get("places", line.dataset.here) : null;
    if (place?.treat) this.lead(place);
    else if (place) this.put({ id: place.id });
    else if (line) this.put({ ref: line.dataset.ref });
  }

  /** A site that stands on the list already is shown there, not made a second time. */
  lead(place) {
    this.typed.value = "";
    this.station.at = place.id;
    this.station.draw();
    this.station.focus();
    this.station.say(`${this.model.name(place)} · ${this.words("sites.listed")}`);
  }

  /** Put a place at the end of the list. */
  put({ id = null, ...site }) {
    const { writer, book } = this.model;
    let added = id;
    book.change(() => {
      added ??= writer.addSite(site);
      book.set("places", added, { treat: writer.after("places", "treat") });
    });
    this.typed.value = "";
    this.station.say(this.words("table.added", { text: this.model.name(book.get("places", added)) }));
    this.station.draw();
    this.typed.focus();
  }
}
