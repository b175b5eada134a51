// The state of the map page: the view, the engine and what it found. Elements listen; nobody else keeps a copy.

import { Engine } from "./engine.js";
import { EMPTY } from "./permalink.js";

/** The parts of a view that say which rows are shown, and exported. */
export const ROWS = new Set(["filters", "q", "from", "to", "on", "box", "only"]);

/** How many places have each value when nothing is filtered. */
function baselineOf(engine) {
  const { counts } = engine.run(EMPTY);
  return Object.fromEntries(Object.entries(counts).map(([key, values]) => [key, values.slice()]));
}

/** Fires "drawable", "loaded", "claims", "filtered" and "view" (detail: set of changed names). */
export class Model extends EventTarget {
  constructor(catalogue, view = EMPTY) {
    super();
    this.catalogue = catalogue;
    this.view = { ...view };
    this.engine = null;
    this.claims = null;
    this.result = null;
    this.baseline = {};
    this.since = new Set();
    this.improved = new Set();
  }

  /** Base and state are here: the map is drawn, then everything around it. `changed` and `improved` are codes. */
  load(base, state, changed = [], improved = []) {
    this.begin(base, state, changed, improved);
    this.settle();
  }

  /** What the first drawing needs, and nothing else. */
  begin(base, state, changed = [], improved = []) {
    this.engine = new Engine(base, state, this.catalogue);
    const rows = (codes) => new Set(codes.map((code) => this.engine.rowOf(code)).filter((row) => row >= 0));
    this.since = rows(changed);
    this.improved = rows(improved);
    this.run();
    this.dispatchEvent(new Event("drawable"));
  }

  /** List, filters, legend and time follow the map. */
  settle() {
    this.dispatchEvent(new Event("loaded"));
    if (this.claims) this.setClaims(this.claims);
    else this.announce();
  }

  setClaims(claims) {
    this.claims = claims;
    if (!this.engine) return;
    this.engine.setClaims(claims);
    this.baseline = baselineOf(this.engine);
    this.run();
    this.dispatchEvent(new Event("claims"));
    this.announce();
  }

  /** Takes over what differs; filters run at once, in the same task as the person's act. */
  change(patch) {
    const changed = new Set();
    for (const [name, value] of Object.entries(patch)) {
      if (JSON.stringify(this.view[name]) !== JSON.stringify(value)) changed.add(name);
    }
    if (!changed.size) return;
    this.view = { ...this.view, ...patch };
    if (this.engine && [...changed].some((name) => ROWS.has(name))) {
      this.run();
      this.announce();
    }
    this.dispatchEvent(new CustomEvent("view", { detail: changed }));
  }

  /** Chooses or drops one value of a filter. */
  choose(key, value, chosen) {
    const values = new Set(this.view.filters[key] ?? []);
    if (chosen) values.add(value);
    else values.delete(value);
    const filters = { ...this.view.filters, [key]: [...values].sort((a, b) => a - b) };
    if (!values.size) delete filters[key];
    this.change({ filters });
  }

  /** Back to all places, at the day chosen. */
  clear() {
    this.change({ filters: {}, q: "", from: null, to: null, box: null, only: "" });
  }

  get filtered() {
    const view = this.view;
    return (
      Object.keys(view.filters).length > 0 ||
      view.q.trim() !== "" ||
      view.from !== null ||
      view.to !== null ||
      Boolean(view.box) ||
      view.only !== ""
    );
  }

  run() {
    this.result = this.engine.run(this.view, this.view.only === "since" ? this.since : null);
  }

  announce() {
    this.dispatchEvent(new Event("filtered"));
    performance.mark("filon:filtered");
  }
}
