// Reads the shared document: entries as plain frozen objects, kept until they change.
import * as Y from "yjs";
import { byOrder } from "./order.js";

export const REMOVED_AT = "removed_at";

export class Reader {
  /** `changed(names, transaction)` is told the entries (`root/id`) that a transaction touched. */
  constructor(doc, roots, changed) {
    this.maps = {};
    this.entries = {};
    this.lists = {};
    for (const root of Object.keys(roots)) {
      const map = doc.getMap(root);
      this.maps[root] = map;
      this.entries[root] = new Map();
      map.observeDeep((events, transaction) => changed(this.forget(root, map, events), transaction));
    }
  }

  forget(root, map, events) {
    const touched = new Set();
    for (const event of events) {
      if (event.target !== map) touched.add(event.path[0]);
      else for (const id of event.keysChanged) touched.add(id);
    }
    for (const id of touched) this.entries[root].delete(id);
    delete this.lists[root];
    return [...touched].map((id) => `${root}/${id}`);
  }

  /** The entry, also when it is removed; null when there is none. */
  peek(root, id) {
    const kept = this.entries[root];
    if (!kept.has(id)) kept.set(id, plain(id, this.maps[root].get(id)));
    return kept.get(id);
  }

  ids(root) {
    return this.list(root).map((entry) => entry.id);
  }

  list(root) {
    this.lists[root] ??= Object.freeze(this.live(root).sort(byOrder));
    return this.lists[root];
  }

  /** How many there are, without putting them in order: it is asked while somebody types. */
  count(root) {
    return this.lists[root]?.length ?? this.live(root).length;
  }

  live(root) {
    return [...this.maps[root].keys()].map((id) => this.peek(root, id)).filter((entry) => entry && !entry[REMOVED_AT]);
  }

  removed(root) {
    return [...this.maps[root].keys()].map((id) => this.peek(root, id)).filter((entry) => entry?.[REMOVED_AT]);
  }
}

function plain(id, shared) {
  if (!(shared instanceof Y.Map)) return null;
  const entry = { id };
  for (const [key, value] of shared) if (key !== "id") entry[key] = value instanceof Y.AbstractType ? value.toString() : value;
  return Object.freeze(entry);
}
