// What was written here and is not acknowledged yet. An item leaves only on its own hash: received, or held for the secretariat.
import { mergeUpdates } from "yjs";
import { hashOf } from "./encoding.js";

const PAUSE_MS = 300;
const ITEM_BYTES = 96 * 1024; // merged; the server takes 256 kB
const idOf = (name) => name.slice(name.indexOf("/") + 1);

/** Events: "ready" (an item to send), "change" (detail: names whose state has changed). */
export class Outbox extends EventTarget {
  constructor({ pause = PAUSE_MS, later = (fn, ms) => setTimeout(fn, ms), cancel = (timer) => clearTimeout(timer) } = {}) {
    super();
    Object.assign(this, { pause, later, cancel, sequence: 0, items: new Map(), here: new Map(), heldNames: new Map(), timer: null });
    this.fresh = { updates: [], names: new Set(), bytes: 0 };
  }

  /** A change made here; `update` null says that a change is whole and need not wait for more. */
  add(update, names) {
    if (update === null) return this.flush();
    if (this.fresh.bytes + update.length > ITEM_BYTES) this.flush();
    this.fresh.bytes += update.length;
    this.fresh.updates.push(update);
    for (const name of names) {
      if (!this.fresh.names.has(name)) this.count(name, 1);
      this.fresh.names.add(name);
    }
    this.timer ??= this.later(() => this.flush(), this.pause);
    this.tell(names);
  }

  /** Make one item of what has come since the last. */
  flush() {
    this.cancel(this.timer);
    this.timer = null;
    const { updates, names } = this.fresh;
    if (!updates.length) return;
    this.fresh = { updates: [], names: new Set(), bytes: 0 };
    const update = updates.length > 1 ? mergeUpdates(updates) : updates[0];
    this.sequence += 1;
    const item = { sequence: this.sequence, hash: hashOf(update), update, entries: [...names], sent: false, refused: "" };
    this.items.set(item.hash, item);
    this.dispatchEvent(new Event("ready"));
  }

  /** Items to send now, oldest first, within `most` bytes (one at least), marked as sent. */
  take(most, count) {
    const taken = [];
    let bytes = 0;
    for (const item of this.items.values()) {
      if (item.sent || item.refused) continue;
      bytes += item.update.length;
      if (taken.length === count || (taken.length && bytes > most)) break;
      taken.push(item);
    }
    for (const item of taken) item.sent = true;
    return taken;
  }

  /** The link broke: whatever was sent without an answer is sent again. */
  again(hashes = this.items.keys()) {
    for (const hash of hashes) if (this.items.has(hash)) this.items.get(hash).sent = false;
  }

  received(hashes) {
    this.leave(hashes);
  }

  /** Kept apart for the secretariat. */
  held(hashes, reason) {
    for (const item of this.leave(hashes)) for (const name of item.entries) this.heldNames.set(name, reason);
    this.tell([...this.heldNames.keys()]);
  }

  /** Never stored: it stays here and says so, because nobody else has these words. */
  refused(hashes, reason) {
    for (const hash of hashes) if (this.items.has(hash)) this.items.get(hash).refused = reason;
    this.tell(hashes.flatMap((hash) => this.items.get(hash)?.entries ?? []));
  }

  leave(hashes) {
    const gone = hashes.map((hash) => this.items.get(hash)).filter(Boolean);
    for (const item of gone) {
      this.items.delete(item.hash);
      for (const name of item.entries) this.count(name, -1);
    }
    this.tell(gone.flatMap((item) => item.entries));
    return gone;
  }

  count(name, by) {
    const id = idOf(name);
    const left = (this.here.get(id) ?? 0) + by;
    if (left > 0) this.here.set(id, left);
    else this.here.delete(id);
  }

  tell(names) {
    this.dispatchEvent(Object.assign(new Event("change"), { names }));
  }

  /** Names of the entries of which the server has kept nothing: what waits, and what came for an erased document. */
  get unkept() {
    const waiting = [...this.items.values()].flatMap((item) => item.entries);
    const erased = [...this.heldNames].filter(([, reason]) => reason === "ERASED").map(([name]) => name);
    return [...new Set([...waiting, ...this.fresh.names, ...erased])];
  }

  /** Whether something of an entry is only on this computer. */
  has(id) {
    return this.here.has(id);
  }

  /** Whether an item waits to be sent. */
  get sendable() {
    return [...this.items.values()].some((item) => !item.sent && !item.refused);
  }

  get empty() {
    return !this.items.size && !this.fresh.updates.length;
  }

  /** Entries by where they are: only here, held, refused. */
  get totals() {
    const refused = new Set([...this.items.values()].filter((item) => item.refused).flatMap((item) => item.entries));
    return { here: this.here.size, held: this.heldNames.size, refused: refused.size };
  }
}
