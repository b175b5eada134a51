// How long to wait before trying again: longer each time, never all laptops at once.
const FIRST_MS = 500;
const LONGEST_MS = 20_000;

export const pauseAfter = (failures, random = Math.random) => Math.min(LONGEST_MS, FIRST_MS * 2 ** failures) * (0.5 + random() / 2);

/** Timers of one owner: each name at most once, all of them ended together. */
export class Timers {
  constructor({ later = (fn, ms) => setTimeout(fn, ms), cancel = (timer) => clearTimeout(timer) } = {}) {
    Object.assign(this, { later, cancel, running: new Map() });
  }

  set(name, ms, fn) {
    this.end(name);
    const run = () => {
      this.running.delete(name);
      fn();
    };
    this.running.set(name, this.later(run, ms));
  }

  has(name) {
    return this.running.has(name);
  }

  end(name) {
    if (this.running.has(name)) this.cancel(this.running.get(name));
    this.running.delete(name);
  }

  endAll() {
    for (const name of [...this.running.keys()]) this.end(name);
  }
}

/** Does something when nothing has been asked for `rest` ms, or `most` ms after the first asking that does not wait for the rest alone. */
export class Rested {
  constructor(fn, rest, most) {
    Object.assign(this, { fn, rest, most, since: null });
  }

  ask({ restAlone = false } = {}) {
    const now = performance.now();
    if (!restAlone) this.since ??= now;
    const due = this.since === null ? this.rest : this.since + this.most - now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), Math.min(this.rest, due));
  }

  run() {
    this.end();
    this.fn();
  }

  /** Nothing is owed any more. */
  end() {
    clearTimeout(this.timer);
    this.since = null;
  }
}
