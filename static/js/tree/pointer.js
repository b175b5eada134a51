// The mouse and the bars: choosing by click, buttons, dragging a card onto another, and the lines that say what is going on.

import { pastePlace, childPlace } from "./steps.js";
import { COMMANDS } from "./commands.js";

const DRAG = 6; // pixels before a press is a drag

export class Pointer {
  constructor(station) {
    this.station = station;
    const part = (name) => station.querySelector(`[data-${name}]`);
    Object.assign(this, {
      state: part("state"),
      hint: part("hint"),
      live: part("live"),
      zoomText: part("zoom-text"),
      focusButton: part("do-focus"),
    });
    const on = (type, fn) => station.listen(station, type, fn);
    on("click", (event) => this.clicked(event));
    on("dblclick", (event) => event.target.closest("[role=treeitem]") && !station.editor.open && station.writing.edit());
    on("pointerdown", (event) => this.pressed(event));
    station.listen(window, "pointermove", (event) => this.moved(event));
    station.listen(window, "pointerup", () => this.released());
    station.listen(window, "pointercancel", () => this.stop());
  }

  clicked({ target }) {
    const button = target.closest("button[data-do], a[data-other]");
    if (button) return this.act(button);
    const row = target.closest("[role=treeitem]");
    if (!row || row.contains(this.station.editor.field)) return;
    this.station.where = row.closest("[data-outline]") ? "outline" : "drawing";
    this.station.select(row.dataset.id);
    if (target.closest(".line__fold, [data-part=more]")) COMMANDS.fold(this.station);
    this.station.redraw();
  }

  act(button) {
    const { station } = this;
    if (button.dataset.id) station.select(button.dataset.id);
    const name = button.dataset.do;
    if (name === "cause" || name === "effect") station.writing.begin(childPlace(station.forest, station.forest.core, name));
    else if (name && station.item) {
      COMMANDS[name](station, {});
      station.redraw();
    }
  }

  pressed(event) {
    const card = event.target.closest(".node");
    if (!card || event.button !== 0 || event.pointerType === "touch" || this.station.editor.open || !this.station.session.canWrite) return;
    if (card.dataset.id !== this.station.forest.core)
      this.drag = { id: card.dataset.id, x: event.clientX, y: event.clientY, card, over: null };
  }

  moved(event) {
    const { drag } = this;
    if (!drag) return;
    if (!drag.on && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < DRAG) return;
    drag.on = true;
    drag.card.classList.add("is-dragged");
    drag.over?.classList.remove("is-target");
    const under = document
      .elementsFromPoint(event.clientX, event.clientY)
      .find((one) => one.classList.contains("node") && one !== drag.card);
    drag.over = under && pastePlace(this.station.forest, drag.id, under.dataset.id) ? under : null;
    drag.over?.classList.add("is-target");
  }

  released() {
    const { drag, station } = this;
    const over = drag?.on ? drag.over?.dataset.id : null;
    this.stop();
    if (over) station.writing.hang(drag.id, pastePlace(station.forest, drag.id, over));
  }

  stop() {
    this.drag?.card.classList.remove("is-dragged");
    this.drag?.over?.classList.remove("is-target");
    this.drag = null;
  }

  announce(text) {
    this.live.textContent = text;
  }

  /** Counts above the outline, and what is being held. */
  showState(forest) {
    const { station } = this;
    const loops = forest.links.filter((link) => link.loop).length;
    const links = forest.items.size - 1 + forest.links.length;
    const words = station.words;
    const parts = [words("tree.elements", { n: forest.items.size })];
    if (links > 0) parts.push(words("tree.links", { n: links }));
    if (loops) parts.push(words("tree.loops", { n: loops }));
    this.state.textContent = parts.join(", ");
    const held = station.linking ? "linking" : station.cut ? "cut" : station.focus ? "focused" : "";
    this.hint.hidden = !held;
    if (held) this.hint.textContent = words(`tree.${held}`, { name: station.wordsOf(station.linking ?? station.cut ?? station.focus) });
    this.focusButton.setAttribute("aria-pressed", String(Boolean(station.focus)));
    station.toggleAttribute("data-empty", forest.items.size < 2);
  }

  showZoom(zoom) {
    this.zoomText.textContent = `${Math.round(zoom * 100)} %`;
  }
}
