// Finds fields that two laptops have overwritten without knowing of each other. One value stands; the history has both.
import * as Y from "yjs";

export const CHANGED_BY_TWO = "CHANGED_BY_TWO";
const OF_NO_CONCERN = new Set(["order", "treat", "removed_at"]);

/** Keys of an entry whose last value was written by somebody who had not seen the one before. Writing again settles it. */
export function twiceWritten(entry) {
  if (!(entry instanceof Y.Map)) return [];
  return [...entry._map].filter(([key, item]) => matters(key) && !item.deleted && unseen(item)).map(([key]) => key);
}

const matters = (key) => !key.includes(":") && !OF_NO_CONCERN.has(key);

/** Whether the value before was not known to who wrote this one. */
function unseen({ left, origin, id }) {
  if (!left || left.id.client === id.client) return false;
  const before = left.lastId;
  return !origin || origin.client !== before.client || origin.clock !== before.clock;
}

/** Keeps `findings` told of such fields while the book changes. */
export function watchTwice(book, findings) {
  const known = new Map();
  const look = (name) => {
    const [root, id] = name.split(/\/(.*)/s);
    const keys = twiceWritten(book.reader.maps[root].get(id));
    if (keys.length)
      known.set(
        name,
        keys.map((key) => ({ code: CHANGED_BY_TWO, root, id, key, other: "" })),
      );
    else known.delete(name);
  };
  const tell = (names) => {
    const before = known.size;
    for (const name of names) look(name);
    if (before || known.size) findings.setOwn([...known.values()].flat());
  };
  for (const root of Object.keys(book.roots)) for (const id of book.reader.maps[root].keys()) look(`${root}/${id}`);
  tell([]);
  return book.subscribe("*", tell);
}
