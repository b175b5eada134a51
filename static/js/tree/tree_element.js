// <filon-tree>: the station where a room's problem tree is written, drawn and outlined.

import { Rested } from "../workbook/pauses.js";
import { Station } from "../workbook/station.js";
import { Acts } from "./acts.js";
import { COMMANDS, whileLinking } from "./commands.js";
import { Details } from "./details.js";
import { Drawing } from "./drawing.js";
import { branchOf, forestOf, pathOf } from "./forest.js";
import { commandOf } from "./keys.js";
import { Outline } from "./outline.js";
import { pictureOf } from "./picture.js";
import { Pointer } from "./pointer.js";
import { nearestLeft } from "./steps.js";
import { summaryOf } from "./summary.js";
import { Warnings } from "./warnings.js";
import { Writing } from "./writing.js";

const TYPING_REST_MS = 300;
const OTHERS_MOST_MS = 5_000;
const NARROW = "(max-width: 900px)";
const READING = new Set(["left", "right", "up", "down", "first", "last", "fold", "focus", "larger", "smaller", "fit"]);

export class FilonTree extends Station {
  static summary = summaryOf;

  opened(entry) {
    const { session } = this;
    const { words } = session;
    Object.assign(this, {
      words,
      selected: null,
      where: "drawing",
      folded: new Set(),
      focus: null,
      linking: null,
      cut: null,
      lit: new Set(),
    });
    this.rested = new Rested(() => this.redraw(), TYPING_REST_MS, OTHERS_MOST_MS);
    this.acts = new Acts(session);
    this.warnings = new Warnings(session);
    this.narrow = matchMedia(NARROW);
    this.drawing = new Drawing(this, { words, settled: () => this.settled() });
    this.outline = new Outline(this, { words });
    this.details = new Details(this, this);
    this.writing = new Writing(this);
    this.pointer = new Pointer(this);
    this.watch(["nodes", "links", "votes", "places", "groups"], (names) => this.redrawSoon(names));
    for (const heard of [session.findings, session.people]) this.listen(heard, "change", () => this.redrawSoon());
    this.listen(session, "register", () => this.redrawSoon());
    this.listen(this, "keydown", (event) => this.pressed(event));
    this.listen(this, "focusin", (event) => this.focused(event.target));
    this.redraw();
    this.show(entry);
  }

  closed() {
    this.rested.end();
    this.editor.end();
    this.drawing.stop();
    this.pointer.stop();
  }

  /** A node is chosen; a place lights the nodes that are tied to it. */
  show(entry) {
    const [root, id] = (entry || "").includes("/") ? entry.split("/") : ["nodes", entry];
    if (root === "places") this.light(id);
    this.select(this.forest.items.has(id) ? id : (this.selected ?? this.forest.core));
  }

  get item() {
    return this.forest.items.get(this.selected) ?? null;
  }

  get editor() {
    return this.writing.editor;
  }

  wordsOf(id) {
    return this.forest.items.get(id)?.entry.text || this.words("tree.empty");
  }

  nameOf(place) {
    return place ? place.name || this.session.register.get("places", place.ref)?.name || place.label || "" : "";
  }

  /** What is typed stands in its field at once; the tree around it follows when the hand rests, what others do at the latest after a while. */
  redrawSoon(names) {
    if (!this.editor.open) return this.redraw();
    this.rested.ask({ restAlone: names?.size === 1 && names.has(`nodes/${this.editor.id}`) });
  }

  redraw() {
    this.rested.end();
    const { book, people } = this.session;
    const was = this.forest;
    this.forest = forestOf(book.list("nodes"), book.list("links"));
    this.warnings.follow(this.forest);
    for (const name of ["linking", "cut", "focus"]) if (!this.forest.items.has(this[name])) this[name] = null;
    if (!this.item) this.selected = was?.items.has(this.selected) ? nearestLeft(was, this.forest, this.selected) : this.forest.core;
    if (this.editor.open && !this.forest.items.has(this.editor.id)) this.writing.finish(false);
    const votes = book.points();
    const tell = {
      words: this.words,
      votes: (id) => votes.get(id) ?? 0,
      people: (id) => people.at("nodes", id).map((person) => person.name),
      warning: (id) => this.warnings.of(id).text,
    };
    const { forest, folded, focus, selected, lit, cut, linking } = this;
    this.picture = pictureOf({ forest, folded, focus, selected, lit, cut, linking, editing: this.editor.id }, tell);
    const { cards, lines } = this.picture;
    this.drawing.show(
      cards,
      this.forest.links.filter((link) => cards.has(link.from) && cards.has(link.to)),
      this.selected,
    );
    this.outline.show(lines);
    this.details.show();
    this.pointer.showState(this.forest);
  }

  pressed(event) {
    if (this.editor.key(event)) return;
    const inField = event.target === this.editor.field;
    if (!inField && !event.target.closest("[role=treeitem]")) return this.pressedAside(event);
    const { where, leaving } = this;
    const command = commandOf(event, { where, editing: inField, empty: this.editor.empty, leaving });
    this.leaving = false;
    if (!command || !this.item) return;
    event.preventDefault();
    if (!this.session.canWrite && !READING.has(command)) return;
    const drawn = this.picture;
    if (!whileLinking(this, command, event)) COMMANDS[command](this, event);
    if (this.picture === drawn) this.redraw();
    if (!this.editor.open && command !== "details" && command !== "leave") this.focusSelected();
  }

  /** In the details Escape leads back to the node. */
  pressedAside(event) {
    if (event.key !== "Escape" || !this.details.box.contains(event.target)) return;
    event.preventDefault();
    this.focusSelected();
  }

  focused(target) {
    const row = target.closest("[role=treeitem]");
    if (!row) return;
    this.where = row.closest("[data-outline]") ? "outline" : "drawing";
    if (row.dataset.id !== this.selected) this.select(row.dataset.id, false);
  }

  select(id, focus = true) {
    if (!id || !this.forest.items.has(id)) return;
    if (this.editor.open && this.editor.id !== id) this.writing.finish(false);
    this.selected = id;
    this.session.people.say({ entry: `nodes/${id}` });
    for (const above of pathOf(this.forest, id)) this.folded.delete(above);
    if (this.focus && !branchOf(this.forest, this.focus).includes(id) && !this.picture.cards.has(id)) this.focus = null;
    this.redraw();
    if (focus) this.focusSelected();
  }

  rowOf(id) {
    const outline = this.narrow.matches || this.where === "outline";
    return outline ? this.outline.get(id) : this.drawing.cards.get(id);
  }

  focusSelected() {
    this.rowOf(this.selected)?.focus({ preventScroll: !this.narrow.matches && this.where === "drawing" });
    this.drawing.reveal(this.selected);
    this.outline.reveal(this.selected);
  }

  settled() {
    if (this.where === "drawing" && this.contains(document.activeElement)) this.drawing.reveal(this.selected);
  }

  light(place) {
    this.lit = new Set(place ? [...this.forest.items.values()].filter(({ entry }) => entry[`place:${place}`]).map(({ id }) => id) : []);
    this.redraw();
  }

  calm() {
    Object.assign(this, { linking: null, cut: null, lit: new Set() });
    this.announce("tree.nothing-held");
  }

  zoom(to) {
    this.pointer.showZoom(this.drawing.setZoom(to));
  }

  announce(key, values) {
    this.pointer.announce(this.words(key, values));
  }
}
