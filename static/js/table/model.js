// What the table knows while it is open: its rows, the words of its cells, and who may be meant by what is typed.

import { naturePhrases } from "./nature.js";
import { soundsOf } from "./phrases.js";
import { areaName, codeOf, knownPlace } from "./registers.js";
import { rowAt, rowsOf } from "./rows.js";
import { toldOf } from "./told.js";
import { actorName, benefitText, legText, placeName } from "./wording.js";
import { Writer } from "./writer.js";

export class TableModel {
  constructor(session) {
    this.session = session;
    this.book = session.book;
    this.words = session.words;
    this.writer = new Writer(session);
    this.phrases = naturePhrases((list) => session.words.codes(list));
    this.targets = new Map(); // row → the involvement that the next mode belongs to
  }

  get rows() {
    return rowsOf(this.book);
  }

  row(id) {
    return rowAt(this.book, id);
  }

  name(place) {
    return placeName(this.session, place) || this.words("table.no_name");
  }

  /** "S-12 · Nyunzu": the number for the room, the code, the territoire. */
  where(place) {
    const known = knownPlace(this.session, place.ref);
    const area = (place.territoire && areaName(this.session, place.territoire)) || known?.territoire;
    return [place.label, codeOf(known), area].filter(Boolean).join(" · ");
  }

  /** The involvement that a mode typed now belongs to: the one last touched, else the last one, else none. */
  target(row) {
    const chosen = row.involvements.find((entry) => entry.id === this.targets.get(row.id));
    return chosen ?? row.involvements.at(-1) ?? null;
  }

  aim(row, involvement) {
    this.targets.set(row.id, involvement);
  }

  /** The code of a mineral, however it is said; null for other words. */
  mineral(words) {
    const meaning = this.phrases.meaning(soundsOf(words));
    return meaning?.list === "mineral" ? meaning.code : null;
  }

  /** What heads a statement in the sheet. */
  headOf(kind, entry) {
    const { session, words } = this;
    if (kind === "actor" || kind === "situation") return actorName(session, entry);
    return (kind === "leg" ? legText(session, entry) : benefitText(session, entry)) || words("table.to_complete");
  }

  /** Where a statement may be read. */
  told = (root, entry) => toldOf(this.session, root, entry);

  /** Whether an entry is only on this computer. */
  waits(entry) {
    return Boolean(this.book.waiting(entry.id));
  }
}
