// What the elements of the map page share: finding the page's model, cloning the page's templates.

import { shapeOf } from "./symbols.js";

const HIDDEN_PAUSE = 300; // ms

/** An element that starts when <filon-view> above it has its model. */
export class Part extends HTMLElement {
  connectedCallback() {
    if (this.model) return;
    this.root = this.closest("filon-view");
    const begin = () => {
      this.model = this.root.model;
      this.setup();
    };
    if (this.root?.model) begin();
    else this.root?.addEventListener("filon:model", begin, { once: true });
  }

  /** Listens to the model by names separated with blanks. */
  on(names, listener) {
    for (const name of names.split(" ")) this.model.addEventListener(name, listener);
  }

  one(selector) {
    return this.querySelector(selector);
  }

  all(selector) {
    return [...this.querySelectorAll(selector)];
  }
}

/** After the next frame; a page in the background has none and does not wait for it. */
export function painted() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, HIDDEN_PAUSE);
  });
}

/** A copy of a template's first element. */
export function copyOf(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

/** The drawing of a shape (seen, absent, …) or of the sign of contradiction, as the page holds it. */
export function markOf(shape) {
  const mark = document.getElementById("map-marks").content.querySelector(`[data-mark="${shape}"]`);
  const copy = mark ? mark.cloneNode(true) : document.createElement("span");
  for (const name of ["short", "legend"]) delete copy.dataset[name];
  return copy;
}

/** True where the map has the screen for itself: legend and credits stand folded. */
export const isNarrow = () => window.matchMedia("(max-width: 900px)").matches;

/** Sentences of an element: data-text-name becomes texts.name. */
export function textsOf(element) {
  const texts = {};
  for (const [name, value] of Object.entries(element.dataset)) {
    if (name.startsWith("text")) texts[name[4].toLowerCase() + name.slice(5)] = value;
  }
  return texts;
}

/** Data that the page carries, null when it carries none. */
export function dataIn(id) {
  const script = document.getElementById(id);
  return script ? JSON.parse(script.textContent) : null;
}

/** The words of a shape that a narrow column has room for: "short", or "legend". */
export function wordsOfShape(shape, kind = "short") {
  return document.getElementById("map-marks").content.querySelector(`[data-mark="${shape}"]`)?.dataset[kind] ?? "";
}

/** Short words for a state of presence, by its place in the dictionary. */
export function presenceLabel(model, index) {
  return wordsOfShape(shapeOf(model.engine.state.dict.presence[index]?.[0]));
}
