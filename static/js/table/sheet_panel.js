// The full sheet of a site beside the table: everything that can be said of it, in four tabs.

import { ActorChooser } from "./actor_chooser.js";
import { EndChooser } from "./end_chooser.js";
import { PositionField } from "./position_field.js";
import { statementsOf } from "./rows.js";
import { SheetField } from "./sheet_field.js";
import { SheetList } from "./sheet_list.js";
import { SheetObservations } from "./sheet_observations.js";

const TABS = ["observation", "actors", "chain", "benefits"];
const SPECIAL = { actor: ActorChooser, end: EndChooser, position: PositionField };

export class SheetPanel {
  constructor(table) {
    Object.assign(this, {
      table,
      model: table.model,
      element: table.querySelector("[data-sheet]"),
      row: null,
      tab: TABS[0],
      fields: [],
      lists: [],
    });
    this.observations = new SheetObservations(this);
    this.element.addEventListener("click", (event) => this.clicked(event));
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  /** Show the sheet of a row; `focus`: go there, or come back when one is there already. */
  open(id, focus) {
    if (!this.model.row(id)) return this.table.say(this.table.words("sheet.no_site"));
    if (this.row === id && !this.element.hidden) return focus ? this.focus() : undefined;
    this.table.leave();
    this.clear();
    this.row = id;
    this.observations.start(this.model.row(id));
    this.element.hidden = false;
    this.table.toggleAttribute("data-with-sheet", true);
    this.fill();
    if (focus) this.focus();
    return undefined;
  }

  focus() {
    this.table.leave();
    (
      this.element.querySelector("[data-body] :is(input:checked, input, select, textarea, button):not([hidden] *)") ??
      this.element.querySelector("[role='tab'][aria-selected='true']")
    ).focus();
  }

  close(back = false) {
    this.clear();
    this.row = null;
    this.element.hidden = true;
    this.table.toggleAttribute("data-with-sheet", false);
    if (back) this.table.go(this.table.at, true);
  }

  clear() {
    for (const field of this.fields) field.unbind?.();
    for (const list of this.lists) list.clear();
    this.fields = [];
    this.lists = [];
  }

  /** The fields of the open tab. */
  fill() {
    this.clear();
    const body = this.element.querySelector("[data-body]");
    body.replaceChildren(this.table.part(`sheet-${this.tab}`));
    const place = { root: "places", entry: () => this.model.book.get("places", this.row), ensure: () => this.row };
    const observation = {
      root: "observations",
      entry: () => this.opened() ?? null,
      ensure: () => this.opened()?.id ?? this.model.writer.observation(this.model.row(this.row)),
    };
    for (const part of body.querySelectorAll("[data-of]")) this.bind(part, part.dataset.of === "place" ? place : observation);
    this.observations.bind(body.querySelector("[data-observations]"));
    for (const box of body.querySelectorAll("[data-entries]")) this.lists.push(new SheetList(this, box));
    this.draw();
  }

  opened() {
    const row = this.model.row(this.row);
    return row && this.observations.opened(row);
  }

  /** Bind the fields that stand in an element to an entry; returns them. */
  bind(element, source) {
    const found = [...element.querySelectorAll("[data-kind]")].filter((box) => box.closest("[data-of], [data-entry]") === element);
    const fields = found.map((box) => new (SPECIAL[box.dataset.kind] ?? SheetField)(box, source, this.table));
    this.fields.push(...fields);
    return fields;
  }

  draw() {
    if (!this.row) return;
    const row = this.model.row(this.row);
    if (!row) return this.close();
    const { words } = this.table;
    this.element.querySelector("[data-where]").textContent = this.model.where(row.place);
    this.element.querySelector("[data-name]").textContent = this.model.name(row.place);
    const counts = { observation: 0, actors: row.involvements.length, chain: row.legs.length, benefits: row.benefits.length };
    for (const tab of this.element.querySelectorAll("[role='tab']")) {
      const own = tab.dataset.tab === this.tab;
      tab.setAttribute("aria-selected", String(own));
      tab.tabIndex = own ? 0 : -1;
      if (tab.querySelector("i")) tab.querySelector("i").textContent = counts[tab.dataset.tab];
    }
    this.observations.draw(row);
    for (const list of this.lists) list.draw(row);
    for (const field of this.fields) field.show();
    const waits = [row.place, ...statementsOf(row).map(({ entry }) => entry)].some((entry) => this.model.waits(entry));
    this.element.querySelector("[data-received]").textContent = words(waits ? "sheet.only_here" : "sheet.received");
    const named = row.benefits.some((entry) => entry.beneficiary || entry.beneficiary_name);
    this.element.querySelector("[data-class-of='team']").hidden = named;
    this.element.querySelector("[data-class-of='secretariat']").hidden = !named;
    this.element.querySelector("[data-foot]").dataset.state = waits ? "waiting" : "received";
    return undefined;
  }

  clicked(event) {
    const tab = event.target.closest("[role='tab']");
    if (tab) this.turn(tab.dataset.tab);
    else if (event.target.closest("[data-close]")) this.close(true);
  }

  turn(tab) {
    this.tab = tab;
    this.fill();
    this.element.querySelector(`[data-tab="${tab}"]`).focus();
  }

  key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.code];
    if (step && event.target.matches("[role='tab']")) this.turn(TABS[(TABS.indexOf(this.tab) + step + TABS.length) % TABS.length]);
    else if (event.code === "F2") this.table.go({ row: this.row, column: this.table.at.column }, true);
    else if (event.code === "Escape" && !event.defaultPrevented) this.close(true);
    else return;
    event.preventDefault();
  }
}
