// Rows that stay the same elements while their entries change, so that nobody loses the field in which one types.

/** Hold `place` to `items` (each with `id`): `make(item)` once, `draw(row, item)` each time. */
export function keepRows(place, items, make, draw) {
  const former = new Map([...place.children].map((row) => [row.dataset.id, row]));
  let next = place.firstElementChild;
  for (const item of items) {
    let row = former.get(item.id);
    former.delete(item.id);
    if (!row) {
      row = make(item);
      row.dataset.id = item.id;
    }
    if (row === next) next = row.nextElementSibling;
    else place.insertBefore(row, next);
    draw(row, item);
  }
  for (const row of former.values()) {
    row.dispatchEvent(new Event("row-gone"));
    row.remove();
  }
}

/** The only element of a template, made anew. */
export const cloneOf = (template) => template.content.firstElementChild.cloneNode(true);

/** The element with data-<name> inside. */
export const part = (element, name) => element.querySelector(`[data-${name}]`);

/** Show a value in a field unless somebody is typing in it, or has typed what cannot be taken. */
export function showValue(field, value) {
  if (field.getAttribute("aria-invalid") === "true") return;
  const text = value === null || value === undefined ? "" : String(value);
  if (field.value !== text && field.ownerDocument.activeElement !== field) field.value = text;
}

/** Options of a list of codes, with an empty one first where `empty` is a text. */
export function fillOptions(select, codes, empty = null) {
  const options = codes.map(([value, label]) => new Option(label, value));
  if (empty !== null) options.unshift(new Option(empty, ""));
  select.replaceChildren(...options);
}

/** A whole number from a field, or null. */
export function wholeOf(text) {
  const digits = text.replace(/[\s\u00a0\u202f]/g, "");
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}
