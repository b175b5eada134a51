// Undo of one's own changes, step by step. A colleague's work is never undone: neither overwritten, nor hidden with an entry that one made.
import { UndoManager } from "yjs";

const NEVER_BY_TIME_MS = 1e9; // steps are made by the book, not by the clock
const TYPING_PAUSE_MS = 1000;

export class Undoing {
  constructor(maps, origin, now) {
    this.now = now;
    this.manager = new UndoManager(maps, { trackedOrigins: new Set([origin]), captureTimeout: NEVER_BY_TIME_MS });
    this.born = new Set();
    this.others = new Set();
    for (const type of ["stack-item-added", "stack-item-updated"]) this.manager.on(type, (event) => this.note(event));
  }

  note({ stackItem, type, origin }) {
    if (type !== "undo" || origin === this.manager) return;
    stackItem.meta.set("born", new Set([...(stackItem.meta.get("born") ?? []), ...this.born]));
    this.born.clear();
  }

  /** A step begins; keystrokes in the same text (`joins`) belong to one, until a pause. */
  begin(joins) {
    const typing = joins && joins === this.joins && this.now() - this.joinedAt < TYPING_PAUSE_MS;
    if (!typing) this.manager.stopCapturing();
    Object.assign(this, { joins, joinedAt: this.now() });
  }

  /** A colleague has changed these entries. */
  touched(names) {
    for (const name of names) this.others.add(name);
  }

  undo() {
    const { undoStack } = this.manager;
    const born = undoStack.at(-1)?.meta.get("born") ?? new Set();
    this.refused = true;
    if ([...born].some((name) => this.others.has(name))) return undoStack.pop() && false;
    return this.once(undoStack, this.manager.redoStack, () => this.manager.undo());
  }

  redo() {
    return this.once(this.manager.redoStack, this.manager.undoStack, () => this.manager.redo());
  }

  /** One step alone, also when it changes nothing because a colleague has written since. */
  once(from, to, run) {
    this.joins = null;
    const item = from.at(-1);
    this.refused = Boolean(item);
    if (!item) return false;
    const earlier = from.splice(0, from.length - 1);
    run();
    from.unshift(...earlier);
    const made = to.at(-1);
    if (made && made !== item && !made.meta.has("born")) made.meta.set("born", item.meta.get("born") ?? new Set());
    return Boolean(made);
  }
}
