// Entries of the document become a tree: one core problem, causes below it, effects above it, each branch in its order.

const byOrder = (a, b) => {
  const left = a.order ?? "~";
  const right = b.order ?? "~";
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/** Values under the flat keys `name:value` of an entry. */
export function flagged(entry, name) {
  const start = `${name}:`;
  const values = [];
  for (const key in entry) if (key.startsWith(start) && entry[key] === true) values.push(key.slice(start.length));
  return values;
}

/**
 * The tree of some entries of `nodes` and `links`.
 *
 * `items`: id → {id, entry, side, parent, children, depth, level}. `level` is 0 for the core, positive for causes, negative for
 * effects. `order`: ids as they are read, effects first, the core, causes. Who has lost a parent hangs on the core (`lost`); parents in a
 * circle are opened at the smallest id (`opened`); further cores stand among the causes (`cores` has them all).
 */
export function forestOf(nodes, links = []) {
  const entries = new Map(nodes.map((entry) => [entry.id, entry]));
  const cores = nodes.filter((entry) => entry.side === "core").sort(byOrder);
  const core = cores[0]?.id ?? null;
  const forest = { core, cores: cores.map((one) => one.id), items: new Map(), order: [], links: [], lost: new Set(), opened: new Set() };
  const parents = parentsOf(entries, core, forest);
  const children = new Map();
  for (const [id, parent] of parents) {
    if (!children.has(parent)) children.set(parent, []);
    children.get(parent).push(entries.get(id));
  }
  for (const list of children.values()) list.sort(byOrder);
  if (core) add(forest, entries.get(core), null, "core", 0);
  for (const entry of children.get(core) ?? []) grow(forest, entry, core, entry.side === "effect" ? "effect" : "cause", children);
  place(forest);
  forest.links = links.filter((link) => forest.items.has(link.from) && forest.items.has(link.to) && link.from !== link.to);
  return forest;
}

function parentsOf(entries, core, forest) {
  const parents = new Map();
  for (const [id, entry] of entries) {
    if (id === core) continue;
    const known = entries.has(entry.parent) && entry.parent !== id;
    if (!known && core && entry.side !== "core") forest.lost.add(id);
    parents.set(id, known ? entry.parent : core);
  }
  openRings(parents, core, forest);
  return parents;
}

/** Where parents lead in a ring, the smallest id of the ring lets go and hangs on the core: the rule of the server. */
function openRings(parents, core, forest) {
  const settled = new Set([core]);
  for (const start of [...parents.keys()].sort()) {
    const path = new Set();
    let at = start;
    while (at !== undefined && !settled.has(at) && !path.has(at)) {
      path.add(at);
      at = parents.get(at);
    }
    if (path.has(at)) {
      const walked = [...path];
      const ring = walked.slice(walked.indexOf(at)).sort();
      parents.set(ring[0], core);
      forest.opened.add(ring[0]);
    }
    for (const id of path) settled.add(id);
  }
}

function add(forest, entry, parent, side, depth) {
  const level = side === "effect" ? -depth : depth;
  const item = { id: entry.id, entry, side, parent, children: [], depth, level };
  forest.items.set(entry.id, item);
  if (parent) forest.items.get(parent)?.children.push(entry.id);
  return item;
}

/** A branch without recursion: a document may hold a chain of any depth. */
function grow(forest, top, parent, side, children) {
  const waiting = [[top, parent, 1]];
  while (waiting.length) {
    const [entry, above, depth] = waiting.pop();
    add(forest, entry, above, side, depth);
    const below = children.get(entry.id) ?? [];
    for (let at = below.length - 1; at >= 0; at -= 1) waiting.push([below[at], entry.id, depth + 1]);
  }
}

function place(forest) {
  const reading = { effect: [], core: [], cause: [] };
  for (const item of forest.items.values()) reading[item.side].push(item.id);
  forest.order = [...reading.effect, ...reading.core, ...reading.cause];
}

/** Children of the core on one side, or of any other node. */
export function branchesOf(forest, id, side) {
  const item = forest.items.get(id);
  if (!item) return [];
  return id === forest.core && side ? item.children.filter((one) => forest.items.get(one).side === side) : item.children;
}

/** A node and everything that hangs on it, as it is read. */
export function branchOf(forest, id) {
  const found = [];
  const waiting = [id];
  while (waiting.length) {
    const at = waiting.pop();
    if (!forest.items.has(at)) continue;
    found.push(at);
    waiting.push(...[...forest.items.get(at).children].reverse());
  }
  return found;
}

/** Ids from a node's parent up to the core. */
export function pathOf(forest, id) {
  const path = [];
  for (let at = forest.items.get(id)?.parent; at; at = forest.items.get(at).parent) path.push(at);
  return path;
}

/** What is drawn when the branches of `folded` are shut and, if given, only `focus`, its branch and its path are open. */
export function shownOf(forest, folded, focus = null) {
  const open = focus && forest.items.has(focus) ? new Set([...branchOf(forest, focus), ...pathOf(forest, focus)]) : null;
  const hidden = new Set();
  for (const id of forest.order) {
    const { parent } = forest.items.get(id);
    if (parent && (hidden.has(parent) || folded.has(parent))) hidden.add(id);
    else if (open && !open.has(id) && parent !== forest.core) hidden.add(id);
  }
  return forest.order.filter((id) => !hidden.has(id));
}

/** How many nodes of a branch are not among the shown ones. */
export function hiddenBelow(forest, id, shown) {
  return id === forest.core || shown.size === forest.items.size
    ? 0
    : branchOf(forest, id).filter((one) => one !== id && !shown.has(one)).length;
}
