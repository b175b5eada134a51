// The worker that lays out: one question at a time, and of those that wait only the newest.

export class LayoutThread {
  /** `done(drawn)` gets each answer. */
  constructor(url, done) {
    Object.assign(this, { done, turn: 0, busy: false, waiting: null });
    this.worker = new Worker(url, { type: "module" });
    this.worker.addEventListener("message", ({ data }) => this.answered(data));
  }

  ask(ask) {
    this.waiting = ask;
    if (!this.busy) this.next();
  }

  next() {
    const ask = this.waiting;
    if (!ask) return;
    this.waiting = null;
    this.busy = true;
    this.turn += 1;
    this.worker.postMessage({ turn: this.turn, ask });
  }

  answered({ drawn }) {
    this.busy = false;
    const newer = this.waiting !== null;
    this.next();
    if (!newer) this.done(drawn);
  }

  stop() {
    this.worker.terminate();
  }
}
