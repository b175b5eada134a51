// The exchange by HTTP: where sockets fail, and for words that come too late for the document.
import { LATER_MS, PUSH_BYTES, PUSH_ITEMS, settle, written } from "./delivery.js";
import { toBase64 } from "./encoding.js";
import { pauseAfter } from "./pauses.js";

const POLL_MS = 3_000;
const FINDINGS_MS = 15_000;

export class HttpWay {
  constructor(provider) {
    this.provider = provider;
    this.busy = false;
  }

  again(ms) {
    this.provider.timers.set("poll", ms, () => this.provider.joined || this.post());
  }

  async post() {
    const { provider } = this;
    if (this.busy || provider.stopped) return;
    this.busy = true;
    const { book, outbox, epoch, page } = provider;
    if (!provider.joined) outbox.again();
    const items = outbox.take(PUSH_BYTES, PUSH_ITEMS);
    let told = { status: 0, answer: null };
    try {
      told = await provider.links.post({ epoch, schema: book.schema, vector: toBase64(book.vector()), items: items.map(written), page });
    } catch {
      // no link: the items wait for the next time
    }
    this.busy = false;
    outbox.again(items.map((item) => item.hash));
    if (provider.stopped) return;
    if (told.answer) this.answered(told.answer);
    else this.unanswered(told.status);
  }

  answered(answer) {
    const { provider } = this;
    const { late, held } = settle(provider.outbox, answer);
    if (provider.state === "ended") return this.handIn(late.length ? LATER_MS : 0);
    if (held) return provider.end(held);
    if (!provider.take(answer) || provider.joined) return;
    provider.turn("live");
    if (!provider.timers.has("findings")) provider.timers.set("findings", FINDINGS_MS, () => this.askFindings());
    this.again(late.length ? LATER_MS : provider.outbox.sendable ? 0 : POLL_MS);
  }

  /** The socket tells findings by itself; without it they are asked for. */
  async askFindings() {
    const { provider } = this;
    if (provider.joined || provider.state !== "live") return;
    const list = await provider.links.findings().catch(() => null);
    if (list) provider.findings.set(list);
  }

  unanswered(status) {
    const { provider } = this;
    if (provider.handsIn) return this.handIn(LATER_MS);
    if (provider.state === "ended") return;
    if (status === 401 || status === 403) return provider.end("SESSION");
    if (status === 404) return provider.end("RIGHTS");
    if (!provider.joined) provider.turn("away");
    this.again(pauseAfter(provider.failures, provider.random));
  }

  /** Whatever is left here goes to the server, which keeps it apart. */
  handIn(ms = 0) {
    if (this.provider.handsIn && this.provider.outbox.sendable) this.again(ms);
  }
}
