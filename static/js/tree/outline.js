// The same tree as lines: effects, the core problem, causes. It is the form for screen readers and for narrow screens.

import { Keyed } from "./keyed.js";
import { OptionalParts } from "./optional_parts.js";
import { setAria } from "./parts.js";

const SIDES = ["effect", "core", "cause"];
const UPPER = 2; // layers whose nodes begin a branch of their own

export class Outline {
  constructor(root, { words }) {
    this.words = words;
    this.list = root.querySelector("[data-outline]");
    const template = root.querySelector("[data-line]");
    this.parts = new OptionalParts(root.querySelector("[data-line-parts]"));
    const born = () => template.content.firstElementChild.cloneNode(true);
    this.sides = new Map(SIDES.map((side) => [side, this.sideOf(root.querySelector(`[data-lines="${side}"]`), born)]));
  }

  /** Lines of a side stand in branches, so that the browser leaves out those far away as a whole and not each by itself. */
  sideOf(box, born) {
    const branches = new Keyed(box, bornBranch, (element, { lines }) => element.style.setProperty("--lines", String(lines)));
    const lines = new Keyed(
      box,
      born,
      (line, value) => this.tell(line, value),
      ({ branch }) => branches.get(branch),
    );
    return { box, branches, lines };
  }

  get(id) {
    for (const { lines } of this.sides.values()) if (lines.get(id)) return lines.get(id);
    return null;
  }

  /** Brings a line into view without moving anything else. */
  reveal(id) {
    const line = this.get(id);
    if (!line) return;
    const { scrollTop, clientHeight } = this.list;
    const top = line.getBoundingClientRect().top - this.list.getBoundingClientRect().top + scrollTop;
    if (top < scrollTop) this.list.scrollTop = top - 8;
    else if (top + line.offsetHeight > scrollTop + clientHeight) this.list.scrollTop = top + line.offsetHeight - clientHeight + 8;
  }

  /** `lines`: id → what a line shows, as they are read. */
  show(lines) {
    for (const [side, { box, branches, lines: keyed }] of this.sides) {
      const own = inBranches([...lines].filter(([, value]) => value.side === side));
      branches.show(sizesOf(own), true);
      keyed.show(own, true);
      box.parentElement.hidden = !own.size;
    }
  }

  tell(line, value) {
    line.className = "line";
    for (const name of value.marks) line.classList.add(name);
    line.style.setProperty("--depth", String(Math.max(0, Math.min(8, value.depth - 1))));
    line.querySelector(".line__text").textContent = value.text || this.words("tree.empty");
    line.classList.toggle("is-empty", !value.text);
    const fold = line.querySelector(".line__fold");
    fold.classList.toggle("is-open", value.open === true);
    fold.classList.toggle("is-leaf", value.open === null);
    this.parts.tell(line, "loop", value.loop);
    this.parts.tell(line, "who", value.who);
    this.parts.tell(line, "warn", value.warning);
    this.parts.tell(line, "kept", Boolean(value.badges.kept));
    this.parts.tell(line, "figure", value.figure);
    line.tabIndex = value.selected ? 0 : -1;
    setAria(line, value);
  }
}

function bornBranch() {
  const branch = document.createElement("div");
  branch.className = "branch";
  branch.setAttribute("role", "none");
  return branch;
}

/** Each line with the branch of the upper layers in which it is read. */
function inBranches(lines) {
  let branch = "";
  const told = ([id, value]) => {
    if (value.depth <= UPPER) branch = id;
    return [id, { ...value, branch }];
  };
  return new Map(lines.map(told));
}

function sizesOf(lines) {
  const sizes = new Map();
  for (const { branch } of lines.values()) sizes.set(branch, { lines: (sizes.get(branch)?.lines ?? 0) + 1 });
  return sizes;
}
