// Tells subscribers which entries have changed: at most once a frame, however many changes there were.
const nextFrame = (fn) => (globalThis.document && !document.hidden ? requestAnimationFrame(fn) : setTimeout(fn, 16));

export class News {
  constructor(frame = nextFrame) {
    this.frame = frame;
    this.waiting = new Set();
    this.listeners = new Set();
  }

  /** `fn(Set of "root/id")`; `roots` is a name, a list of names, or "*". Returns what stops it. */
  subscribe(roots, fn) {
    const listener = { all: roots === "*", roots: new Set([roots].flat()), fn };
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  add(names) {
    if (!this.waiting.size && names.length) this.frame(() => this.tell());
    for (const name of names) this.waiting.add(name);
  }

  tell() {
    const names = this.waiting;
    this.waiting = new Set();
    for (const { all, roots, fn } of [...this.listeners]) {
      const told = all ? names : new Set([...names].filter((name) => roots.has(name.split("/")[0])));
      if (told.size) fn(told);
    }
  }
}
