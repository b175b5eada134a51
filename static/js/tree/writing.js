// Writing at the station: opening a text, new nodes, moving, removing, who may hear it.

import { Editor } from "./editor.js";
import { namesState } from "./mention.js";
import { StateNames } from "./state_names.js";
import { afterRemoval } from "./steps.js";

export class Writing {
  constructor(station) {
    this.station = station;
    this.states = new StateNames(station.session);
    const asked = { blur: () => this.moving || this.finish(false), tied: (row) => this.tie(row), changed: (text) => this.keepBack(text) };
    this.editor = new Editor(station, { words: station.words, sources: () => this.sources(), asked });
  }

  sources() {
    const { register, book, words } = this.station.session;
    return { places: book.list("places"), register, fold: words.fold, label: (row) => words.label("actor_category", row.category) };
  }

  edit(typed = "") {
    const id = this.station.selected;
    const host = this.station.rowOf(id);
    if (!host || !this.station.session.canWrite) return;
    this.editor.start(id, host, this.station.session.book.text("nodes", id, "text"), typed);
    this.station.redraw();
  }

  /** Ends typing; a new card in which nothing was written goes. */
  finish(focus = true) {
    if (!this.editor.open) return;
    const { id, empty } = this.editor;
    this.editor.end();
    const bare = empty && id !== this.station.forest.core && this.station.forest.items.get(id)?.children.length === 0;
    if (bare) this.station.session.book.remove("nodes", id);
    this.station.redraw();
    if (focus) this.station.focusSelected();
  }

  /** A new node at a place beside the chosen one, open for its words. */
  grow(placeOf) {
    if (this.editor.open && this.editor.empty) return;
    const place = placeOf(this.station.forest, this.station.selected);
    this.begin(place);
  }

  begin(place) {
    this.editor.end();
    this.station.folded.delete(place.parent);
    const id = this.station.acts.add(place);
    this.station.redraw();
    this.station.select(id);
    this.edit();
  }

  hang(id, place) {
    this.station.acts.move(this.station.forest, id, place);
    this.station.cut = null;
    this.station.folded.delete(place.parent);
    this.moving = true;
    this.station.redraw();
    if (this.editor.open) this.editor.field.focus({ preventScroll: true });
    this.moving = false;
  }

  removeBranch() {
    const id = this.station.selected;
    if (id === this.station.forest.core) return this.station.announce("tree.core-stays");
    const next = afterRemoval(this.station.forest, id);
    const n = this.station.acts.remove(this.station.forest, id);
    this.station.selected = next;
    const undo = { label: this.station.words("tree.undo"), run: () => this.station.session.book.undo() };
    this.station.session.say(this.station.words("tree.removed", { n }), { kind: "tree", action: undo });
  }

  tell(plenary) {
    this.station.acts.tell(this.station.selected, plenary);
    this.station.announce(plenary ? "tree.told-plenary" : "tree.told-group");
  }

  tie(row) {
    this.station.acts.tie(this.editor.id ?? this.station.selected, row.kind, row);
    this.station.announce("tree.tied", { name: row.name });
    this.keepBack(this.editor.field?.value ?? "");
  }

  /** What names a body of the State stays in its group unless somebody has chosen. */
  keepBack(text) {
    const id = this.editor.id ?? this.station.selected;
    const entry = this.station.session.book.get("nodes", id);
    if (!entry || entry.disclosure || !namesState(text, this.states.names)) return;
    this.station.acts.tell(id, false);
    this.station.session.say(this.station.words("tree.kept-back"), { kind: "tree-kept" });
  }
}
