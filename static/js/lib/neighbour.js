/** The item `step` places after `item` in `items`; at an end, none. */
export function neighbour(items, item, step) {
  const at = items.indexOf(item);
  return at < 0 ? undefined : items[at + step];
}
