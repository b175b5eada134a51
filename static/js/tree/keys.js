// What a key asks for: the keyboard of the tree as one pure function (undo is the workbook's). Letters by what they print, digits by where
// they lie.

const ARROWS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const PLAIN = { F2: "edit", F6: "told", F4: "details", Delete: "remove", Home: "first", End: "last", " ": "fold" };
const WITH_CONTROL = { x: "cut", v: "paste" };
const WITH_ALT = {
  l: "link",
  b: "focus",
  Digit0: "fit",
  Minus: "smaller",
  Equal: "larger",
  NumpadAdd: "larger",
  NumpadSubtract: "smaller",
};

/**
 * The command of a key, or null when the key is none of the tree's.
 *
 * `where` is "drawing" or "outline"; `editing` says that a text is open, `empty` that nothing stands in it. In the outline an unopened Tab
 * leaves, as on every page; in the drawing Escape gives Tab back (`leaving`).
 */
export function commandOf(event, { where = "drawing", editing = false, empty = false, leaving = false } = {}) {
  const control = event.ctrlKey || event.metaKey;
  const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.isComposing) return null;
  if (control && !event.altKey) return editing ? null : (WITH_CONTROL[letter] ?? null);
  if (event.altKey && !control) return ARROWS[event.key] ? moveOf(event.key, where) : (WITH_ALT[letter] ?? WITH_ALT[event.code] ?? null);
  if (control) return null;
  if (editing) return typing(event, empty);
  if (event.key === "Enter") return "sibling";
  if (event.key === "Tab") return where === "drawing" && !leaving ? (event.shiftKey ? "above" : "child") : null;
  if (event.key === "Escape") return "leave";
  if (ARROWS[event.key]) return ARROWS[event.key];
  if (PLAIN[event.key]) return PLAIN[event.key];
  return event.key.length === 1 ? "type" : null;
}

function typing(event, empty) {
  if (event.key === "Enter") return empty ? "drop" : "sibling";
  if (event.key === "Escape") return empty ? "drop" : "done";
  if (event.key === "F2") return "done";
  if (event.key === "F6") return "told";
  if (event.key !== "Tab") return null;
  if (event.shiftKey) return empty ? "outdent" : "above";
  return empty ? "indent" : "child";
}

/** In the outline a branch moves as its lines do; in the drawing as its card does, which depends on the side of the core. */
function moveOf(key, where) {
  const direction = ARROWS[key];
  if (where === "outline") return { up: "earlier", down: "later", left: "outdent", right: "indent" }[direction];
  return { left: "earlier", right: "later", up: "move-up", down: "move-down" }[direction];
}

/** The outline's arrows, as trees everywhere: {to} another line, or {fold: true | false}. */
export function outlineStep(direction, id, forest, lines, folded) {
  const at = lines.indexOf(id);
  const children = forest.items.get(id)?.children ?? [];
  if (direction === "up") return { to: lines[Math.max(0, at - 1)] };
  if (direction === "down") return { to: lines[Math.min(lines.length - 1, at + 1)] };
  if (direction === "right") {
    if (!children.length) return {};
    return folded.has(id) ? { fold: false } : { to: children[0] };
  }
  if (children.length && !folded.has(id) && id !== forest.core) return { fold: true };
  return { to: forest.items.get(id)?.parent ?? id };
}
