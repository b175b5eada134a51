// "Erase for safety": the entry at hand is gone for good, everywhere; a typed word confirms.
import { confirms } from "../lib/typed_word.js";
import { titleOf } from "./naming.js";
import { part } from "./rows.js";

export class StrikingPanel {
  constructor(dialog) {
    this.dialog = dialog;
    this.page = dialog.querySelector('[data-panel="strike"]');
    this.form = part(this.page, "strike-form");
    this.button = part(this.page, "strike");
    this.form.addEventListener("input", () => this.drawButton());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.strike();
    });
  }

  /** Offered to whoever may, for an entry that can be erased. */
  offer(session, entry) {
    const root = entry.split("/")[0];
    const may = Boolean(session.context.rights?.strike) && Boolean(root) && !["agenda", "checks", "counts", "votes", "meta"].includes(root);
    this.dialog.querySelector('[data-tab="strike"]').hidden = !may;
    return may;
  }

  draw(session, entry) {
    Object.assign(this, { session, entry });
    const [root, id] = entry.split(/\/(.*)/s);
    part(this.page, "strike-entry").textContent = titleOf(session, root, id);
    part(this.page, "strike-word").textContent = session.words("struck.word");
    this.form.reset();
    this.drawButton();
  }

  drawButton() {
    const live = this.session.provider?.state === "live";
    part(this.page, "strike-offline").hidden = live;
    this.button.disabled = !live || !confirms(this.form.elements.word.value, this.session.words("struck.word"));
  }

  async strike() {
    if (this.button.disabled) return;
    this.button.disabled = true;
    const { context, words, say } = this.session;
    const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": context.csrf };
    const sent = { method: "POST", headers, body: JSON.stringify({ entry: this.entry }), redirect: "error" };
    const answer = await fetch(context.addresses.striking, sent).catch(() => null);
    if (answer?.ok) return this.dialog.close();
    const told = await answer?.json().catch(() => null);
    say(told?.detail ?? words("struck.not"), { kind: "struck" });
    this.drawButton();
  }
}
