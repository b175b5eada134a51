// Keeps one book and the server alike: live by a socket, by HTTP where sockets fail, later where there is no link. No word is ever dropped.
import { LATER_MS, PUSH_BYTES, PUSH_ITEMS, settle, written } from "./delivery.js";
import { fromBase64, toBase64 } from "./encoding.js";
import { HttpWay } from "./http_way.js";
import { pauseAfter, Timers } from "./pauses.js";

const ANSWER_MS = 15_000;
const RESYNC_MS = 60_000;
const SOCKET_FAILURES = 2; // then HTTP, while the socket is tried again now and then

/** `state`: opening, live, away, ended (`reason`: RIGHTS, CLOSED, EPOCH, SESSION, SCHEMA). Event: "change". */
export class Provider extends EventTarget {
  constructor({ book, outbox, people, findings, epoch, links, timers = new Timers(), random = Math.random, page = "" }) {
    super();
    Object.assign(this, { book, outbox, people, findings, epoch, links, timers, random, page, letGo: false });
    Object.assign(this, { state: "opening", reason: "", socket: null, joined: false, failures: 0, stopped: true });
    this.http = new HttpWay(this);
    outbox.addEventListener("ready", () => this.send());
    people.tell = (where) => this.say({ type: "presence", ...where });
  }

  start() {
    Object.assign(this, { stopped: false, failures: 0 });
    this.turn("opening");
    this.connect();
  }

  /** The link may be back: try now. */
  nudge() {
    if (!this.stopped && this.state !== "ended" && !this.joined) this.connect();
  }

  stop() {
    this.stopped = true;
    this.timers.endAll();
    this.drop();
  }

  turn(state, reason = "") {
    if (state === this.state && reason === this.reason) return;
    Object.assign(this, { state, reason });
    this.dispatchEvent(new Event("change"));
  }

  /** Words that come too late are handed in all the same: the server keeps them apart. */
  get handsIn() {
    return this.state === "ended" && (["RIGHTS", "CLOSED"].includes(this.reason) || (this.reason === "EPOCH" && this.letGo));
  }

  /** The document was begun anew and nothing was erased: what is only here goes to the secretariat. */
  handIn() {
    this.letGo = true;
    this.http.handIn();
  }

  connect() {
    this.timers.end("connect");
    this.drop();
    let socket;
    try {
      socket = this.links.socket();
    } catch {
      return this.lost();
    }
    this.socket = socket;
    const current = (act) => (event) => socket === this.socket && act(event);
    socket.addEventListener(
      "open",
      current(() => this.hello()),
    );
    socket.addEventListener(
      "message",
      current((event) => this.heard(read(event.data))),
    );
    socket.addEventListener(
      "error",
      current(() => {}),
    );
    socket.addEventListener(
      "close",
      current(() => this.lost()),
    );
    this.timers.set("answer", ANSWER_MS, () => this.lost());
  }

  drop() {
    const socket = this.socket;
    Object.assign(this, { socket: null, joined: false });
    this.timers.end("answer");
    this.timers.end("resync");
    socket?.close();
  }

  say(message) {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(message));
  }

  hello() {
    this.timers.set("answer", ANSWER_MS, () => this.lost());
    this.say({ type: "hello", epoch: this.epoch, schema: this.book.schema, vector: toBase64(this.book.vector()), page: this.page });
  }

  heard(message) {
    const act = {
      state: () => this.join(message),
      received: () => this.settled({ received: message.hashes }),
      held: () => this.settled({ held: [message] }),
      refused: () => this.settled({ refused: [message] }),
      update: () => this.book.apply(fromBase64(message.update)),
      people: () => this.people.set(message.here),
      findings: () => this.findings.set(message.list),
      ended: () => this.end(message.reason),
    }[message?.type];
    act?.();
  }

  join(message) {
    this.timers.end("answer");
    this.timers.set("resync", RESYNC_MS, () => this.hello());
    if (!this.take(message)) return;
    this.people.you = message.you;
    if (this.joined) return this.send();
    Object.assign(this, { joined: true, failures: 0 });
    this.timers.end("poll");
    this.outbox.again();
    this.turn("live");
    this.say({ type: "presence", ...this.people.mine });
    this.send();
  }

  /** What the server had more; false when this page cannot go on with it. */
  take({ epoch, schema, update }) {
    if (epoch !== this.epoch) return this.end("EPOCH");
    if (schema > this.book.schema) return this.end("SCHEMA");
    if (update) this.book.apply(fromBase64(update));
    return true;
  }

  settled(answer) {
    const { late } = settle(this.outbox, answer);
    this.timers.end("answer");
    if (late.length) this.timers.set("late", LATER_MS, () => this.sendAgain());
    if ([...this.outbox.items.values()].some((item) => item.sent)) this.timers.set("answer", ANSWER_MS, () => this.lost());
  }

  sendAgain() {
    this.outbox.again();
    this.send();
  }

  /** Send what waits, the way that is open. */
  send() {
    if (this.stopped) return;
    if (this.joined) return this.push();
    if (this.state === "live" || this.handsIn) this.http.post();
  }

  /** Only into an open socket: an item that is marked as sent and was not would be overtaken by later ones. */
  push() {
    while (this.socket?.readyState === 1) {
      const items = this.outbox.take(PUSH_BYTES, PUSH_ITEMS);
      if (!items.length) return;
      if (!this.timers.has("answer")) this.timers.set("answer", ANSWER_MS, () => this.lost());
      this.say({ type: "push", epoch: this.epoch, schema: this.book.schema, items: items.map(written) });
    }
  }

  /** The link broke or never came: what was sent without an answer waits again. */
  lost() {
    this.drop();
    if (this.stopped || this.state === "ended") return;
    this.outbox.again();
    this.people.set([]);
    this.failures += 1;
    if (this.state === "live" && this.failures <= SOCKET_FAILURES) this.turn("away");
    this.timers.set("connect", pauseAfter(this.failures, this.random), () => this.connect());
    if (this.failures > SOCKET_FAILURES && !this.timers.has("poll")) this.http.post();
  }

  /** Rights or state have changed: the page keeps its words. */
  end(told) {
    const reason = told === "ERASED" ? "EPOCH" : told;
    this.drop();
    this.timers.endAll();
    this.people.set([]);
    this.outbox.flush();
    this.outbox.again();
    this.turn("ended", reason);
    this.http.handIn();
    return false;
  }
}

function read(data) {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
