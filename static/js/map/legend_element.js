// <filon-legend>: what the marks mean under the colouring chosen; and <filon-colour>, which chooses it.

import { colouring } from "./colours.js";
import { copyOf, isNarrow, markOf, Part, textsOf, wordsOfShape } from "./part.js";
import { shapeOf } from "./symbols.js";

const ORDER = ["seen", "unhindered", "undetermined", "absent", "unknown", "withheld"];

/** Indices of the states of presence that are drawn, each shape once, the gravest first. */
export function statesShown(dict) {
  const shapes = dict.map(([code]) => shapeOf(code));
  return ORDER.map((shape) => shapes.indexOf(shape)).filter((index) => index >= 0);
}

export class FilonLegend extends Part {
  setup() {
    this.texts = textsOf(this);
    this.lines = this.one("[data-lines]");
    this.one("details").open = !isNarrow();
    this.on("loaded", () => this.update());
    this.on("view", (event) => event.detail.has("color") && this.update());
  }

  update() {
    if (!this.model.engine) return;
    const { color } = this.model.view;
    this.one("[data-title]").textContent = this.texts[color];
    const presence = this.presenceLines();
    const others = color === "presence" ? [] : this.colourLines(color);
    this.lines.replaceChildren(...others, ...presence);
  }

  presenceLines() {
    return statesShown(this.model.engine.state.dict.presence).map((index) => {
      const [code] = this.model.engine.state.dict.presence[index];
      return this.line(markOf(shapeOf(code)), wordsOfShape(shapeOf(code), "legend"));
    });
  }

  colourLines(color) {
    const { engine } = this.model;
    const { lines, mixed, none } = colouring(engine, color);
    const rows = Array.from(engine.places.code.keys());
    const used = lines.filter((line) => rows.some(line.has)).map((line) => this.swatch(line.token, line.label));
    if (mixed) used.push(this.swatch(mixed, this.texts.mixed));
    return [...used, this.swatch(none, this.texts.none)];
  }

  swatch(token, label) {
    const box = document.createElement("span");
    box.className = "swatch";
    box.style.background = `var(${token})`;
    const line = this.line(box, label);
    line.classList.add("is-colour");
    return line;
  }

  line(mark, label) {
    const line = copyOf("legend-line");
    line.prepend(mark);
    line.querySelector("[data-label]").textContent = label;
    return line;
  }
}

export class FilonColour extends Part {
  setup() {
    this.select = this.one("select");
    this.select.value = this.model.view.color;
    this.select.addEventListener("change", () => this.model.change({ color: this.select.value }));
    this.on("view", (event) => {
      if (event.detail.has("color")) this.select.value = this.model.view.color;
    });
  }
}
