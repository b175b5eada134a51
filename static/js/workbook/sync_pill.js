// The pill that says where the words are: green only when the server has acknowledged everything.
const SOON_MS = 120;

export class SyncPill {
  constructor(button, shell) {
    Object.assign(this, { button, shell });
    this.text = button.querySelector("[data-sync-text]");
    button.addEventListener("click", () => this.asked());
    document.addEventListener("visibilitychange", () => document.hidden || this.returned());
    window.addEventListener("focus", () => this.returned());
    window.addEventListener("online", () => this.session?.provider.nudge());
  }

  attach(session) {
    this.session = session;
    this.button.hidden = false;
    const draw = () => session === this.session && this.soon();
    session.outbox.addEventListener("change", draw);
    session.provider.addEventListener("change", () => session === this.session && this.turned());
    session.book.subscribe("*", draw);
    this.draw();
  }

  /** Green goes at once; the figures follow, so that counting does not delay the next key. */
  soon() {
    this.showState();
    this.waiting ??= setTimeout(() => {
      this.waiting = null;
      this.draw();
    }, SOON_MS);
  }

  showState() {
    const { outbox, provider } = this.session;
    const going = outbox.totals.here ? "waiting" : provider.state === "live" ? "received" : "away";
    const state = provider.state === "ended" ? "ended" : going;
    if (this.button.dataset.state !== state) this.button.dataset.state = state;
    return state;
  }

  draw() {
    const { outbox, provider, words } = this.session;
    const { here, held, refused } = outbox.totals;
    const state = this.showState();
    const received = Math.max(0, count(this.session.book) - here);
    const parts = [
      here ? words("sync.here", { n: here }) : "",
      words(here ? "sync.received" : "sync.all-received", { n: received }),
      held ? words("sync.held", { n: held }) : "",
      refused ? words("sync.refused", { n: refused }) : "",
    ];
    const lead =
      { ended: words(`ended.${provider.reason}.short`), away: words("sync.away") }[state] ??
      (provider.state === "live" ? "" : words("sync.away"));
    const text = [lead, ...parts].filter(Boolean).join(" · ");
    if (this.text.textContent !== text) this.text.textContent = text;
  }

  /** The way to the server has opened, closed, or ended. */
  turned() {
    this.draw();
    const { provider, words } = this.session;
    const { toasts } = this.shell;
    if (provider.state === "live") toasts.hide("link");
    if (provider.state === "away") toasts.show(words("link.away"), { kind: "link", stays: true });
    if (provider.state === "ended")
      toasts.show(words(`ended.${provider.reason}`), { kind: "link", stays: true, action: this.action(provider.reason) });
  }

  action(reason) {
    const { words } = this.session;
    if (reason === "SESSION") return { label: words("ended.sign-in"), run: () => this.signIn() };
    if (reason === "EPOCH" || reason === "SCHEMA") return { label: words("ended.reload"), run: () => location.reload() };
    return null;
  }

  /** Sign in beside this page, which keeps its words, and goes on when one comes back to it. */
  signIn() {
    window.open(this.shell.dataset.signInUrl, "_blank", "noopener");
    this.turned();
  }

  async returned() {
    const { provider } = this.session ?? {};
    if (provider?.state !== "ended" || provider.reason !== "SESSION") return;
    const why = await this.session.resume();
    if (why === "other") this.shell.toasts.show(this.session.words("ended.other"), { kind: "link", stays: true });
  }

  asked() {
    if (this.session.provider.state === "ended") return this.turned();
    this.session.provider.nudge();
    this.shell.toasts.show(this.session.words("keys.no-save"), { kind: "save" });
  }
}

/** Live entries; the description of the document itself is none. */
function count(book) {
  return Object.keys(book.roots).reduce((sum, root) => sum + (root === "meta" || book.roots[root].scalar ? 0 : book.reader.count(root)), 0);
}
