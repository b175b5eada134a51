// <filon-clearing>: what was said beside the cleared text; what is marked in the first is struck from the second.
import { struck } from "../lib/struck.js";

export class FilonClearing extends HTMLElement {
  connectedCallback() {
    this.said = this.querySelector("[data-said]");
    this.cleared = this.querySelector("[data-cleared]");
    const take = this.querySelector("[data-take]");
    const strike = this.querySelector("[data-strike]");
    if (!this.said || !this.cleared || !take || !strike) return;
    take.hidden = strike.hidden = false;
    take.addEventListener("click", () => this.write(this.said.textContent));
    strike.addEventListener("click", () => this.strike());
  }

  strike() {
    const marked = this.marked();
    if (marked) this.write(struck(this.cleared.value || this.said.textContent, marked));
  }

  marked() {
    const selection = document.getSelection();
    const inside = selection?.rangeCount && this.said.contains(selection.getRangeAt(0).commonAncestorContainer);
    return inside ? selection.toString().trim() : "";
  }

  write(text) {
    this.cleared.value = text.trim();
    this.cleared.focus();
  }
}

customElements.define("filon-clearing", FilonClearing);
