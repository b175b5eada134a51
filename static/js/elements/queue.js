// <filon-queue>: brings the entry in hand into view; arrow keys walk from entry to entry.
import { neighbour } from "../lib/neighbour.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

export class FilonQueue extends HTMLElement {
  connectedCallback() {
    this.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    this.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      const entries = [...this.querySelectorAll("li > a")];
      const entry = event.target.closest("li")?.querySelector("a");
      if (!step || !entry) return;
      event.preventDefault();
      neighbour(entries, entry, step)?.focus();
    });
  }
}

customElements.define("filon-queue", FilonQueue);
