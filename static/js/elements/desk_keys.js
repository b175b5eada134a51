// <filon-desk-keys>: one key a step at the desk, by its place on the keyboard; silent while somebody types or a dialog is open.
import { neighbour } from "../lib/neighbour.js";

const WALK = { KeyJ: 1, KeyK: -1 };

export class FilonDeskKeys extends HTMLElement {
  connectedCallback() {
    this.heard = (event) => this.hear(event);
    document.addEventListener("keydown", this.heard);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.heard);
  }

  hear(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select, dialog")) return;
    if (document.querySelector("dialog[open]")) return;
    const target = WALK[event.code] ? this.next(WALK[event.code]) : document.querySelector(`[data-key="${event.code}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches("textarea")) target.focus();
    else target.click();
  }

  next(step) {
    const entries = [...document.querySelectorAll("filon-queue li > a")];
    const current = entries.find((entry) => entry.hasAttribute("aria-current"));
    return current ? neighbour(entries, current, step) : entries[0];
  }
}

customElements.define("filon-desk-keys", FilonDeskKeys);
