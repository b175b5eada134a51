// What is done to the document: each act is one change, one step to undo.

import { branchOf } from "./forest.js";

const PLENARY = "PLENARY";
const GROUP_ONLY = "GROUP_ONLY";

export class Acts {
  constructor(session) {
    this.session = session;
    this.book = session.book;
  }

  /** A new node at a place; returns its id. */
  add(place, text = "") {
    const fields = { side: place.side, parent: place.parent, order: this.order(place), text };
    if (this.session.group) fields.group = this.session.group;
    return this.book.make("nodes", fields);
  }

  order({ before, after }) {
    return this.book.between("nodes", before, after);
  }

  /** Hangs a branch elsewhere; what hangs on it comes along and changes sides with it. */
  move(forest, id, place) {
    const { side } = forest.items.get(id);
    this.book.change(() => {
      this.book.set("nodes", id, { parent: place.parent, order: this.order(place), side: place.side });
      if (side === place.side) return;
      for (const one of branchOf(forest, id)) if (one !== id) this.book.set("nodes", one, { side: place.side });
    });
  }

  /** Takes a branch out; returns how many nodes went. */
  remove(forest, id) {
    const branch = branchOf(forest, id);
    this.book.change(() => {
      for (const one of branch) this.book.remove("nodes", one);
    });
    return branch.length;
  }

  /** A cross-link from one node to another; the same again makes it a loop, then takes it away. Returns what it is now. */
  link(forest, from, to, loop = false) {
    const found = forest.links.find((one) => one.from === from && one.to === to);
    if (!found) {
      this.book.make("links", loop ? { from, to, loop: true } : { from, to });
      return loop ? "loop" : "cross";
    }
    if (!found.loop) {
      this.book.set("links", found.id, { loop: true });
      return "loop";
    }
    this.book.remove("links", found.id);
    return "";
  }

  isPlenary(entry) {
    return (entry.disclosure || PLENARY) === PLENARY;
  }

  tell(id, plenary) {
    this.book.set("nodes", id, { disclosure: plenary ? PLENARY : GROUP_ONLY });
  }

  theme(id, code) {
    this.book.set("nodes", id, { theme: code || null });
  }

  vote(id, group, points) {
    this.book.vote(id, group, points);
  }

  /** Ties of a node: places of the workbook, actors and areas of the registers. A known place enters the workbook when it is first tied. */
  tie(id, kind, row, on = true) {
    this.book.change(() => {
      const value = kind === "place" && row.known ? this.placeOf(row) : row.id;
      this.book.flag("nodes", id, kind, value, on);
    });
  }

  placeOf(row) {
    const there = this.book.list("places").find((entry) => entry.ref === row.id);
    return there?.id ?? this.book.make("places", { ref: row.id });
  }
}
