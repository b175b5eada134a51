// Takes far cards and lines of a large drawing out of the layout: a browser would lay out hundreds of them at each key.

const ALL_STAY = 100; // cards up to which nothing is taken out
const WINDOWS = 0.5; // kept above and below what is seen, so that scrolling meets no gap
const EVERYWHERE = { y: -1e9, height: 2e9 };
const AROUND = 40; // a line and its tip reach beyond the cards it joins

export class Near {
  /** `scroll` is the pane; `look()` gives {at, cards, ties, extent, zoom, kept}: boxes and elements by id, and the card that stays. */
  constructor(scroll, look) {
    Object.assign(this, { scroll, look, asked: 0 });
    this.scrolled = () => this.soon();
    scroll.addEventListener("scroll", this.scrolled, { passive: true });
  }

  stop() {
    cancelAnimationFrame(this.asked);
    this.scroll.removeEventListener("scroll", this.scrolled);
  }

  /** With the next picture: to ask where the pane stands in the middle of a change would lay everything out for it. */
  soon() {
    this.asked ||= requestAnimationFrame(() => this.show());
  }

  show() {
    this.asked = 0;
    const { at, cards, ties, extent, zoom, kept } = this.look();
    if (!extent) return;
    const seen = at.size > ALL_STAY ? windowOf(this.scroll, extent, zoom) : null;
    for (const [id, box] of at) toggle(cards.get(id), seen && id !== kept && !meets(box, seen));
    for (const [id, { from, to }] of ties.lines) toggle(ties.get(id), seen && !meets(between(at.get(from), at.get(to)), seen));
  }
}

/** Upper and lower edge, in the drawing's measure, of what is seen and what is near. */
export function windowOf({ scrollTop, clientHeight }, { top }, zoom) {
  const first = scrollTop / zoom + top;
  const height = clientHeight / zoom;
  return { low: first - WINDOWS * height, high: first + (1 + WINDOWS) * height };
}

export const meets = ({ y, height }, { low, high }) => y <= high && y + height >= low;

/** The box in whose height a line between two cards stands. */
export function between(one, other) {
  if (!one || !other) return EVERYWHERE;
  const y = Math.min(one.y, other.y) - AROUND;
  return { y, height: Math.max(one.y + one.height, other.y + other.height) + AROUND - y };
}

function toggle(element, far) {
  if (element && element.hasAttribute("data-far") !== Boolean(far)) element.toggleAttribute("data-far", Boolean(far));
}
