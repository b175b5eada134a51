// <filon-since>: what changed since the last visit; <filon-changes>: the same, place by place.

import { dayOfIso, dayText, NO_DAY } from "./dates.js";
import { fill } from "./format.js";
import { copyOf, dataIn, markOf, Part, presenceLabel, textsOf } from "./part.js";
import { changeOn } from "./presence.js";
import { shapeOf } from "./symbols.js";

export class FilonSince extends Part {
  setup() {
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-only]");
      if (button) this.model.change({ only: button.dataset.only });
    });
    this.on("view", (event) => event.detail.has("only") && this.update());
    this.update();
  }

  update() {
    for (const button of this.all("[data-only]")) button.setAttribute("aria-pressed", String(button.dataset.only === this.model.view.only));
  }
}

export class FilonChanges extends Part {
  setup() {
    this.texts = textsOf(this);
    this.on("loaded", () => this.update());
    this.addEventListener("click", (event) => {
      const code = event.target.closest("button[data-code]")?.dataset.code;
      if (code) this.model.change({ sel: code });
    });
  }

  update() {
    const before = dayOfIso(dataIn("map-since")?.date);
    this.one("ol").replaceChildren(...[...this.model.since].map((row, at) => this.line(row, at + 1, before)));
  }

  line(row, number, before) {
    const { places, state, drawn } = this.model.engine;
    const line = copyOf("change-line");
    line.classList.toggle("is-better", this.model.improved.has(row));
    line.querySelector("[data-no]").textContent = String(number);
    const button = line.querySelector("button");
    button.dataset.code = places.code[row];
    button.textContent = places.name[row];
    line.querySelector("[data-area]").textContent = places.territoireName[row];
    const shape = shapeOf(state.dict.presence[drawn.presence[row]][0]);
    const presence = line.querySelector("[data-presence]");
    presence.classList.add(`p-${shape}`);
    presence.prepend(markOf(shape));
    presence.querySelector("span").textContent = presenceLabel(this.model, drawn.presence[row]);
    line.querySelector("[data-was]").textContent = this.was(row, before);
    line.querySelector("[data-day]").textContent = drawn.day[row] === NO_DAY ? "" : dayText(drawn.day[row]);
    return line;
  }

  /** What was drawn on the day of the last visit, when it was something else. */
  was(row, before) {
    const { state, drawn } = this.model.engine;
    if (before === null) return "";
    const at = changeOn(state.changes, row, before);
    const presence = at < 0 ? state.none : state.changes.presence[at];
    return presence === drawn.presence[row]
      ? ""
      : fill(this.texts.was, { presence: presenceLabel(this.model, presence).toLocaleLowerCase(document.documentElement.lang) });
  }
}
