// The tree on the wall: cards and lines where there is room, below 1500 px the outline.

import { Keyed } from "../tree/keyed.js";
import { measurer } from "../tree/wrap.js";
import { branchOf } from "../tree/forest.js";
import { forestOnWall, treeOnWall } from "./wall_tree.js";

const NARROW = 1500;
const SVG = "http://www.w3.org/2000/svg";

export class TreeView {
  constructor(wall, words) {
    this.words = words;
    this.page = wall.querySelector("[data-page=tree]");
    const part = (name) => this.page.querySelector(`[data-${name}]`);
    Object.assign(this, { stage: part("stage"), paper: part("paper"), lines: part("lines"), foot: part("foot"), empty: part("empty") });
    const made = (name) => () => part(name).content.firstElementChild.cloneNode(true);
    this.cards = new Keyed(part("cards"), made("card"), (card, value) => this.tellCard(card, value));
    this.ties = new Keyed(part("ties"), () => document.createElementNS(SVG, "path"), tellTie);
    this.outline = new Keyed(part("outline"), made("row"), (row, value) => this.tellRow(row, value));
    const family = getComputedStyle(wall).fontFamily;
    const known = new Map();
    this.measures = (size) => {
      if (!known.has(size)) known.set(size, measurer(`600 ${size}px`, family));
      return known.get(size);
    };
  }

  show({ tree, show }) {
    const forest = forestOnWall(tree);
    const narrow = window.innerWidth < NARROW;
    this.empty.hidden = forest.items.size > 0;
    this.page.classList.toggle("is-outline", narrow);
    if (narrow) this.showOutline(forest, show.branch);
    else this.draw(tree, show.branch);
    this.showFoot(forest, show.branch);
  }

  draw(tree, branch) {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const drawn = treeOnWall(tree, branch, { width, height }, this.measures);
    this.hidden = drawn.hidden;
    this.outline.show(new Map());
    this.page.style.setProperty("--wall-text", `${drawn.font.size}px`);
    const shift = Math.max(0, (height - (drawn.bottom - drawn.top)) / 2) - drawn.top;
    this.paper.style.transform = `translate(0, ${Math.round(shift)}px)`;
    this.cards.show(new Map(drawn.cards.map((card) => [card.id, { ...card, opened: card.id === branch }])));
    this.ties.show(new Map(drawn.ties.map((tie) => [tie.id, tie])));
  }

  tellCard(card, { side, text, votes, more, box, lit, opened }) {
    card.className = `wallcard wallcard--${side}`;
    card.classList.toggle("is-lit", lit);
    card.classList.toggle("is-open", opened);
    card.style.transform = `translate(${box.x}px, ${box.y}px)`;
    card.style.width = `${box.width}px`;
    card.style.height = `${box.height}px`;
    card.querySelector("[data-text]").textContent = text;
    this.badge(card, "votes", votes ? String(votes) : "");
    this.badge(card, "more", more ? this.words("tree.more", { n: more }) : "");
  }

  badge(element, name, text) {
    const badge = element.querySelector(`[data-${name}]`);
    badge.hidden = !text;
    badge.querySelector("b").textContent = text;
  }

  /** The same choice as lines: first levels and the open branch. */
  showOutline(forest, branch) {
    this.cards.show(new Map());
    this.ties.show(new Map());
    const open = new Set(forest.items.has(branch) ? branchOf(forest, branch) : []);
    const shown = forest.order.filter((id) => forest.items.get(id).depth < 2 || open.has(id));
    this.hidden = forest.order.length - shown.length;
    const rows = shown.map((id) => {
      const { entry, side, depth } = forest.items.get(id);
      const more = side === "core" ? 0 : branchOf(forest, id).filter((one) => !shown.includes(one)).length;
      return [id, { side, depth, text: entry.text, votes: entry.votes, more, opened: id === branch }];
    });
    this.outline.show(new Map(rows), true);
  }

  tellRow(row, { side, depth, text, votes, more, opened }) {
    row.className = `wallrow wallrow--${side}`;
    row.classList.toggle("is-open", opened);
    row.style.setProperty("--depth", String(Math.max(0, depth - 1)));
    row.querySelector("[data-text]").textContent = text;
    this.badge(row, "votes", votes ? this.words("tree.votes", { n: votes }) : "");
    this.badge(row, "more", more ? this.words("tree.more", { n: more }) : "");
    if (opened) row.scrollIntoView({ block: "center" });
  }

  showFoot(forest, branch) {
    const item = forest.items.get(branch) ?? forest.items.get(forest.core);
    const entry = item?.entry ?? {};
    this.foot.querySelector("[data-kind]").textContent = item ? this.words(kindOf(item)) : "";
    this.foot.querySelector("[data-name]").textContent = entry.text ?? "";
    const said = [];
    if (entry.sites) said.push(this.words("wall.places", { n: entry.sites }));
    if (entry.votes) said.push(this.words("tree.votes", { n: entry.votes }));
    if (this.hidden) said.push(this.words("wall.folded", { n: this.hidden }));
    this.foot.querySelector("[data-said]").textContent = said.join(" · ");
  }
}

function kindOf({ side, depth }) {
  if (side === "core") return "wall.kind-core";
  if (side === "effect") return depth > 1 ? "wall.kind-effect-indirect" : "wall.kind-effect-direct";
  return ["", "wall.kind-cause-direct", "wall.kind-cause-underlying"][depth] ?? "wall.kind-cause-root";
}

function tellTie(path, { kind, lit, d }) {
  path.setAttribute("class", `walltie walltie--${kind}${lit ? " is-lit" : ""}`);
  path.setAttribute("d", d);
}
