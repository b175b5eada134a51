// Small parts of the drawing: a line, the name of a layer, a coloured band, what is heard of a node.

/** What a reader of the screen hears of a node's place, the same for card and line. */
export function setAria(element, value) {
  element.ariaLevel = value.depth + 1;
  element.ariaPosInSet = value.position + 1;
  element.ariaSetSize = value.siblings;
  element.ariaSelected = String(value.selected);
  if (value.open === null) element.removeAttribute("aria-expanded");
  else element.ariaExpanded = String(value.open);
}

export function drawTie(path, { kind, d }) {
  path.setAttribute("class", `tie tie--${kind}`);
  path.dataset.kind = kind;
  path.setAttribute("d", d);
}

export function drawLayer(label, { text, y, effect }) {
  label.textContent = text;
  label.className = effect ? "layer layer--effect" : "layer";
  label.style.top = `${y}px`;
}

export function layersOf({ rows }, words) {
  const names = new Map();
  for (const row of rows) {
    const name =
      row.level < -1
        ? "effects-indirect"
        : row.level === -1
          ? "effects-direct"
          : (["", "causes-direct", "causes-underlying"][row.level] ?? "causes-root");
    if (row.level !== 0 && !names.has(name)) names.set(name, { text: words(`tree.${name}`), y: row.top - 25, effect: row.level < 0 });
  }
  return names;
}

export function band(element, extent) {
  element.hidden = !extent;
  if (!extent) return;
  element.style.top = `${extent.top}px`;
  element.style.height = `${extent.bottom - extent.top}px`;
}
