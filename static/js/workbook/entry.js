// One entry of the shared document, as it is born and written.
import * as Y from "yjs";
import { REMOVED_AT } from "./reader.js";

/** A new entry with its plain fields and all its shared texts, still empty, hidden until its maker shows it. */
export function born(keys, fields, time) {
  const entry = new Y.Map([[REMOVED_AT, time]]);
  for (const [key, { kind }] of Object.entries(keys)) if (kind === "text") entry.set(key, new Y.Text());
  for (const [key, value] of Object.entries(fields)) if (!empty(value)) entry.set(key, value);
  return entry;
}

/** Write a value where it differs; an empty one takes its key away. */
export function write(map, key, value) {
  if ((map.get(key) ?? null) === (empty(value) ? null : value)) return;
  if (empty(value)) map.delete(key);
  else map.set(key, value);
}

const empty = (value) => value === "" || value === undefined || value === null;
