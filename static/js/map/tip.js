// The name beside the pointer.

/** Shows the words beside a point of the map; without words there is none. */
export function showTip(tip, words, point) {
  tip.hidden = !words;
  if (!words) return;
  tip.textContent = words;
  tip.style.transform = `translate(${Math.round(point.x + 14)}px, ${Math.round(point.y - 12)}px)`;
}
