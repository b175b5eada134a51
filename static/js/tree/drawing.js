// The drawn tree: cards where the layout put them, lines behind them, names of the layers. Only what changed is written.

import { Keyed } from "./keyed.js";
import { DESK } from "./layout.js";
import { LayoutThread } from "./layout_thread.js";
import { Near } from "./near.js";
import { OptionalParts } from "./optional_parts.js";
import { band, drawLayer, drawTie, layersOf, setAria } from "./parts.js";
import { CARD, CORE, measurer, remembered } from "./wrap.js";

const ABOVE = 30; // room for the name of the uppermost layer
const BELOW = 76; // room to scroll the last row clear of what floats
const LEAST_WIDTH = 560;
const SVG = "http://www.w3.org/2000/svg";

export class Drawing {
  /** `root` holds the parts of the stage; `settled()` is called when cards stand where they belong. */
  constructor(root, { words, settled = () => {} }) {
    const part = (name) => root.querySelector(`[data-${name}]`);
    Object.assign(this, { words, settled, zoom: 1, at: new Map(), joined: new Map(), asked: "", asking: 0, anchor: null });
    Object.assign(this, { scroll: part("scroll"), sheet: part("sheet"), paper: part("paper"), lines: part("lines"), key: part("key") });
    this.bands = { effect: part("band-effect"), cause: part("band-cause") };
    const family = getComputedStyle(root).fontFamily;
    this.sizes = { card: sizesOf(CARD, family), core: sizesOf(CORE, family) };
    const template = part("card");
    const born = () => template.content.firstElementChild.cloneNode(true);
    this.parts = new OptionalParts(part("card-parts"));
    this.cards = new Keyed(part("cards"), born, (card, value) => this.tell(card, value));
    this.ties = new Keyed(part("ties"), () => document.createElementNS(SVG, "path"), drawTie);
    this.layers = new Keyed(part("layers"), () => document.createElement("span"), drawLayer);
    this.thread = new LayoutThread(root.dataset.workerUrl, (drawn) => this.stand(drawn));
    this.near = new Near(this.scroll, () => this.places());
    this.watch = new ResizeObserver(() => this.resized());
    this.watch.observe(this.scroll);
  }

  stop() {
    this.thread.stop();
    this.near.stop();
    cancelAnimationFrame(this.asking);
    this.watch.disconnect();
  }

  /** `cards`: id → what a card shows ({text, level, parent, …}), as they are read; `links`: the cross-links among them. */
  show(cards, links, anchor) {
    this.shown = { cards, links };
    this.anchor = anchor;
    this.cards.show(cards);
    for (const [id, { level, parent, text }] of cards) if (!this.at.has(id)) this.guess({ id, level, parent, ...this.sizeOf(text, level) });
    this.near.soon();
    this.asking ||= requestAnimationFrame(() => this.ask());
  }

  /** What stands where: the boxes of the last layout, and the elements that show them. */
  places() {
    const { at, cards, ties, extent, zoom, anchor } = this;
    return { at, cards, extent, zoom, kept: anchor, ties: { lines: this.joined, get: (id) => ties.get(id) } };
  }

  ask() {
    cancelAnimationFrame(this.asking);
    this.asking = 0;
    if (!this.width) return;
    const { width } = this;
    const cards = [...this.shown.cards].map(([id, { level, parent, text }]) => ({ id, level, parent, ...this.sizeOf(text, level) }));
    const links = this.shown.links.map(({ id, from, to, loop }) => ({ id, from, to, loop: Boolean(loop) }));
    const ask = { cards, links, width, measures: DESK };
    const asked = JSON.stringify(ask);
    if (asked === this.asked) return;
    this.asked = asked;
    this.thread.ask(ask);
  }

  sizeOf(text, level) {
    return level === 0 ? this.sizes.core(text) : this.sizes.card(text);
  }

  /** A new card is there at once, below or above the one it hangs on, until the layout answers. */
  guess({ id, level, parent, width, height }) {
    const box = this.at.get(parent);
    const y = box ? box.y + (level < 0 ? -height - DESK.channel : box.height + DESK.channel) : 0;
    this.put(id, { x: box ? box.x + (box.width - width) / 2 : 0, y, width, height });
  }

  put(id, { x, y, width, height }) {
    const card = this.cards.get(id);
    if (!card) return;
    // Not by a transform: each would be a space of its own to the compositor, at every key.
    card.style.left = `${x}px`;
    card.style.top = `${y}px`;
    card.style.width = `${width}px`;
    card.style.height = `${height}px`;
  }

  stand(drawn) {
    const held = this.held();
    const next = new Map(drawn.at);
    for (const [id, box] of next) {
      const was = this.at.get(id);
      if (!was || was.x !== box.x || was.y !== box.y || was.width !== box.width || was.height !== box.height) this.put(id, box);
    }
    this.at = next;
    this.rows = drawn.rows;
    this.joined = new Map(drawn.ties.map((tie) => [tie.id, tie]));
    this.ties.show(this.joined);
    this.layers.show(layersOf(drawn, this.words));
    this.extent = { width: drawn.width, top: drawn.top - ABOVE, bottom: drawn.bottom + BELOW };
    this.spread(drawn);
    this.resize();
    this.hold(held);
    this.near.soon();
    this.settled();
  }

  spread({ rows }) {
    const core = rows.find((row) => row.level === 0);
    const { top, bottom, width } = this.extent;
    this.paper.style.setProperty("--tree-width", `${width}px`);
    band(this.bands.effect, rows.some((row) => row.level < 0) && { top, bottom: -14 });
    band(this.bands.cause, rows.some((row) => row.level > 0) && { top: (core?.height ?? 0) + 14, bottom: bottom - 54 });
    this.key.hidden = this.extent.width < 800 || !core || this.ties.elements.size < 3;
    this.key.style.left = `${this.extent.width - 150}px`;
    this.key.querySelector("[data-key-loop]").toggleAttribute("hidden", !this.lines.querySelector("[data-kind=loop]"));
  }

  /** Where the anchor is on the screen, so that it stays there when the tree grows around it. */
  held() {
    const box = this.at.get(this.anchor);
    return box && this.extent ? { id: this.anchor, x: box.x * this.zoom, y: (box.y - this.extent.top) * this.zoom } : null;
  }

  hold(held) {
    const box = held && this.at.get(held.id);
    if (!box) return;
    const across = box.x * this.zoom - held.x;
    const down = (box.y - this.extent.top) * this.zoom - held.y;
    if (across) this.scroll.scrollLeft += across;
    if (down) this.scroll.scrollTop += down;
  }

  resize() {
    if (!this.extent) return;
    const { width, top, bottom } = this.extent;
    this.sheet.style.width = `${width * this.zoom}px`;
    this.sheet.style.height = `${(bottom - top) * this.zoom}px`;
    this.paper.style.transform = `scale(${this.zoom}) translate(0, ${-top}px)`;
  }

  resized() {
    const room = this.scroll.clientWidth;
    this.width = room ? Math.max(LEAST_WIDTH, room - 2) : 0;
    if (this.shown) this.ask();
  }

  /** Zoom as a factor, or "fit": all of the tree, never larger than life. */
  setZoom(zoom) {
    const fit = () =>
      Math.min(1, this.scroll.clientWidth / this.extent.width, this.scroll.clientHeight / (this.extent.bottom - this.extent.top));
    const wanted = zoom === "fit" ? (this.extent ? fit() : 1) : zoom;
    this.zoom = Math.round(Math.min(2, Math.max(0.4, wanted)) * 100) / 100;
    this.resize();
    this.reveal(this.anchor);
    this.near.soon();
    return this.zoom;
  }

  /** Brings a card into view without moving more than needed. */
  reveal(id) {
    const box = this.at.get(id);
    if (!box || !this.extent) return;
    const pad = 24;
    const top = (box.y - this.extent.top) * this.zoom - pad;
    const bottom = top + box.height * this.zoom + 2 * pad;
    const left = box.x * this.zoom - pad;
    const right = left + box.width * this.zoom + 2 * pad;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.scroll;
    if (top < scrollTop) this.scroll.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) this.scroll.scrollTop = bottom - clientHeight;
    if (left < scrollLeft) this.scroll.scrollLeft = left;
    else if (right > scrollLeft + clientWidth) this.scroll.scrollLeft = right - clientWidth;
  }

  tell(card, value) {
    card.className = `node node--${value.side}`;
    for (const name of value.marks) card.classList.add(name);
    card.querySelector(".node__text").textContent = value.text || this.words("tree.empty");
    card.classList.toggle("is-empty", !value.text);
    this.parts.tell(card, "who", value.who);
    this.parts.tell(card, "warn", value.warning);
    const badges = this.parts.tell(card, "badges", Object.values(value.badges).some(Boolean));
    if (badges) for (const [name, text] of Object.entries(value.badges)) this.parts.tell(badges, name, text);
    card.tabIndex = value.selected ? 0 : -1;
    setAria(card, value);
  }
}

const sizesOf = (kind, family) => remembered(kind, measurer(kind.font, family));
