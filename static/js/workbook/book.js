// The document of one workshop as stations know it: plain frozen entries and small verbs; Yjs stays behind it.
import { uuidv4 } from "lib0/random";
import * as Y from "yjs";
import { born, write } from "./entry.js";
import { News } from "./news.js";
import { orderBetween } from "./order.js";
import { REMOVED_AT, Reader } from "./reader.js";
import { SharedText } from "./shared_text.js";
import { pointsOf, voteId, votesOf } from "./votes.js";
import { Undoing } from "./undoing.js";

const OWN = { name: "own" }; // what a person does: can be undone
const BIRTH = { name: "birth" }; // an entry comes into being: undoing hides it, because a colleague may have written in it
const REMOTE = { name: "remote" };

export class Book {
  /** `description`: what the page was given of the document, {schema, roots}. */
  constructor(description, { doc = new Y.Doc(), frame, random = Math.random, now = Date.now } = {}) {
    Object.assign(this, { doc, random, now, schema: description.schema, roots: description.roots });
    this.reader = new Reader(doc, description.roots, (names, transaction) => this.noted(names, transaction));
    this.news = new News(frame);
    this.sinks = new Set();
    this.touched = new WeakMap();
    this.depth = 0;
    this.undoing = new Undoing(Object.values(this.reader.maps), OWN, now);
    doc.on("update", (update, origin, _doc, transaction) => {
      if (origin === REMOTE) return;
      for (const sink of this.sinks) sink(update, [...(this.touched.get(transaction) ?? [])]);
    });
  }

  ids(root) {
    return this.reader.ids(root);
  }

  list(root) {
    return this.reader.list(root);
  }

  /** The entry; null when there is none or it is removed. Votes are plain numbers. */
  get(root, id) {
    if (this.roots[root].scalar) return this.reader.maps[root].get(id) ?? null;
    const entry = this.reader.peek(root, id);
    return entry && !entry[REMOVED_AT] ? entry : null;
  }

  removed(root) {
    return this.reader.removed(root);
  }

  /** A new entry with all its texts; returns its id. */
  make(root, fields = {}, id = uuidv4()) {
    const map = this.reader.maps[root];
    this.check(root, fields);
    this.step(() => {
      if (map.has(id)) return this.set(root, id, { ...fields, [REMOVED_AT]: null });
      const [texts, plain] = parted(Object.entries(fields), ([key]) => this.roots[root].keys[key]?.kind === "text");
      this.doc.transact(() => map.set(id, born(this.roots[root].keys, Object.fromEntries(plain), this.time())), BIRTH);
      for (const [key, value] of texts) this.text(root, id, key).replace(value ?? "", BIRTH);
      this.undoing.born.add(`${root}/${id}`);
      this.doc.transact(() => map.get(id).delete(REMOVED_AT), OWN);
    });
    return id;
  }

  /** Write values; an empty one takes its key away. */
  set(root, id, values) {
    const entry = this.reader.maps[root].get(id);
    if (!entry) throw new Error(`no entry ${root}/${id}`);
    this.check(root, values);
    const [texts, plain] = parted(Object.entries(values), ([key]) => entry.get(key) instanceof Y.Text);
    this.step(() => {
      if (plain.length) this.doc.transact(() => plain.map(([key, value]) => write(entry, key, value)), OWN);
      for (const [key, value] of texts) this.text(root, id, key).replace(value ?? "");
    });
  }

  check(root, values) {
    for (const key of Object.keys(values)) if (!this.knows(root, key)) throw new Error(`no key ${root}.${key}`);
  }

  knows(root, key) {
    const known = this.roots[root].keys[key.split(":")[0]];
    return key === REMOVED_AT || (known && (known.kind === "flags" || known.kind === "ranks") === key.includes(":"));
  }

  flag(root, id, name, value, on) {
    this.set(root, id, { [`${name}:${value}`]: on || null });
  }

  rank(root, id, name, value, n) {
    this.set(root, id, { [`${name}:${value}`]: n });
  }

  /** Values of a set of flags, or of ranks in their order. */
  flags(entry, name) {
    const found = Object.entries(entry).filter(([key, value]) => key.startsWith(`${name}:`) && (value === true || Number.isFinite(value)));
    found.sort((a, b) => Number(a[1]) - Number(b[1]) || (a[0] < b[0] ? -1 : 1));
    return found.map(([key]) => key.slice(name.length + 1));
  }

  text(root, id, key) {
    return new SharedText(this, root, id, key);
  }

  remove(root, id) {
    this.set(root, id, { [REMOVED_AT]: this.time() });
  }

  restore(root, id) {
    this.set(root, id, { [REMOVED_AT]: null });
  }

  vote(node, group, points) {
    this.step(() => this.doc.transact(() => write(this.reader.maps.votes, voteId(node, group), points || null), OWN));
  }

  votes(node) {
    return votesOf(this.reader.maps.votes, node);
  }

  /** Points of all groups together: node → sum. */
  points() {
    return pointsOf(this.reader.maps.votes);
  }

  /** A fractional index between two entries of `root`, given by id or by index; null where there is none. */
  between(root, before, after) {
    const [low, high] = [before, after].map((it) => (it && this.get(root, it)?.order) || it);
    return orderBetween(low, high, this.random);
  }

  /** Everything that `fn` does is one change: one undo step, one item to send. */
  change(fn) {
    this.step(fn);
    if (!this.depth) for (const sink of this.sinks) sink(null, []);
  }

  /** One undo step; keystrokes in the same text (`joins`) are one, until a pause. */
  step(fn, joins = null, origin = OWN) {
    if (!this.depth) this.undoing.begin(joins);
    this.depth += 1;
    try {
      if (joins) this.doc.transact(fn, origin);
      else fn();
    } finally {
      this.depth -= 1;
    }
  }

  /** Take back one's last step; false when there is none, or a colleague has written over it since. */
  undo() {
    return this.undoing.undo();
  }

  redo() {
    return this.undoing.redo();
  }

  /** `fn(Set of "root/id")` at most once a frame; `roots` is a name, a list of names, or "*". Returns what stops it. */
  subscribe(roots, fn) {
    return this.news.subscribe(roots, fn);
  }

  noted(names, transaction) {
    const kept = this.touched.get(transaction) ?? new Set();
    for (const name of names) kept.add(name);
    this.touched.set(transaction, kept);
    if (transaction.origin === REMOTE) this.undoing.touched(names);
    this.news.add(names);
  }

  /** Whether changes of an entry are only on this computer. */
  waiting(id) {
    return this.outbox?.has(id) ?? false;
  }

  time() {
    return new Date(this.now()).toISOString();
  }

  // For the outbox and the provider.

  /** `fn(update, names)` for each change made here; `fn(null, [])` when a change is whole. */
  onOwn(fn) {
    this.sinks.add(fn);
    return () => this.sinks.delete(fn);
  }

  apply(update) {
    Y.applyUpdate(this.doc, update, REMOTE);
  }

  vector() {
    return Y.encodeStateVector(this.doc);
  }
}

const parted = (list, first) => [list.filter(first), list.filter((it) => !first(it))];
