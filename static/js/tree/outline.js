// The same tree as lines: effects, the core problem, causes. It is the form for screen readers and for narrow screens.

import { Keyed } from "./keyed.js";
import { setAria } from "./parts.js";

const SIDES = ["effect", "core", "cause"];

export class Outline {
  constructor(root, { words }) {
    this.words = words;
    this.list = root.querySelector("[data-outline]");
    const template = root.querySelector("[data-line]");
    const born = () => template.content.firstElementChild.cloneNode(true);
    this.sides = new Map(
      SIDES.map((side) => [side, new Keyed(root.querySelector(`[data-lines="${side}"]`), born, (line, value) => this.tell(line, value))]),
    );
  }

  get(id) {
    for (const side of this.sides.values()) if (side.get(id)) return side.get(id);
    return null;
  }

  /** Brings a line into view without moving anything else. */
  reveal(id) {
    const line = this.get(id);
    if (!line) return;
    const top = line.offsetTop - this.list.offsetTop;
    const { scrollTop, clientHeight } = this.list;
    if (top < scrollTop) this.list.scrollTop = top - 8;
    else if (top + line.offsetHeight > scrollTop + clientHeight) this.list.scrollTop = top + line.offsetHeight - clientHeight + 8;
  }

  /** `lines`: id → what a line shows, as they are read. */
  show(lines) {
    for (const [side, keyed] of this.sides) {
      const own = new Map([...lines].filter(([, value]) => value.side === side));
      keyed.show(own, true);
      keyed.parent.parentElement.hidden = !own.size;
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
    line.querySelector("[data-loop]").hidden = !value.loop;
    line.querySelector("[data-warn]").hidden = !value.warning;
    line.querySelector("[data-warning]").textContent = value.warning;
    line.querySelector("[data-kept]").hidden = !value.badges.kept;
    line.querySelector("[data-figure]").textContent = value.figure;
    line.querySelector("[data-who]").textContent = value.who;
    line.tabIndex = value.selected ? 0 : -1;
    setAria(line, value);
  }
}
