// A server that answers as the contract says, and a clock that the test moves: nothing happens by itself.
import * as Y from "yjs";
import { fromBase64, hashOf, toBase64 } from "../../../static/js/workbook/encoding.js";
import { Findings } from "../../../static/js/workbook/findings.js";
import { Timers } from "../../../static/js/workbook/pauses.js";
import { People } from "../../../static/js/workbook/people.js";
import { Provider } from "../../../static/js/workbook/provider.js";
import { room } from "./rooms.js";

export class Clock {
  constructor() {
    this.time = 0;
    this.waiting = [];
  }

  timers() {
    return new Timers({
      later: (fn, ms) => {
        const timer = { at: this.time + ms, fn };
        this.waiting.push(timer);
        return timer;
      },
      cancel: (timer) => {
        this.waiting = this.waiting.filter((it) => it !== timer);
      },
    });
  }

  /** Move on, running what falls due in its order; promises settle in between. */
  async move(ms) {
    const until = this.time + ms;
    for (;;) {
      await new Promise((done) => setImmediate(done));
      const next = this.waiting.filter((it) => it.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.time = next.at;
      this.waiting = this.waiting.filter((it) => it !== next);
      next.fn();
    }
    this.time = until;
  }
}

class Socket extends EventTarget {
  constructor(server) {
    super();
    this.server = server;
    this.readyState = 0;
  }

  open() {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }

  send(data) {
    this.server.heard(this, JSON.parse(data));
  }

  say(message) {
    if (this.readyState === 1) this.dispatchEvent(Object.assign(new Event("message"), { data: JSON.stringify(message) }));
  }

  close() {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.dispatchEvent(new Event("close"));
  }
}

export class ScriptedServer {
  constructor() {
    Object.assign(this, {
      doc: new Y.Doc(),
      epoch: 1,
      schema: 1,
      sockets: [],
      hashes: new Set(),
      heardOf: [],
      reachable: true,
      sockety: true,
    });
    this.standing = "";
    this.silent = false;
    this.found = [];
    this.status = 200;
    this.refuse = () => "";
  }

  links() {
    return { socket: () => this.dial(), post: (body) => this.post(body), findings: async () => this.found };
  }

  dial() {
    const socket = new Socket(this);
    setImmediate(() => (this.reachable && this.sockety ? this.accept(socket) : socket.close()));
    return socket;
  }

  accept(socket) {
    this.sockets.push(socket);
    socket.open();
  }

  heard(socket, message) {
    this.heardOf.push(message);
    if (this.silent) return;
    if (message.type === "hello") socket.say({ type: "state", you: 7, ...this.lacking(message.vector) });
    if (message.type !== "push") return;
    const { received, held, refused } = this.store(message.items);
    if (received.length) socket.say({ type: "received", hashes: received });
    for (const one of held) socket.say({ type: "held", ...one });
    for (const one of refused) socket.say({ type: "refused", ...one });
  }

  async post(body) {
    await new Promise((done) => setImmediate(done));
    if (!this.reachable) throw new TypeError("no link");
    await this.gate;
    this.heardOf.push({ type: "post", ...body });
    if (this.status !== 200) return { status: this.status, answer: null };
    return { status: 200, answer: { ...this.store(body.items), ...this.lacking(body.vector), epoch: this.epoch } };
  }

  lacking(vector) {
    const update = toBase64(Y.encodeStateAsUpdate(this.doc, fromBase64(vector)));
    return { epoch: this.epoch, schema: this.schema, update };
  }

  store(items) {
    const told = { received: [], held: [], refused: [] };
    for (const { hash, update } of items) {
      const bytes = fromBase64(update);
      const reason = this.refuse(hash);
      if (hashOf(bytes) !== hash) throw new Error("the hash is not that of the bytes");
      if (reason) told.refused.push({ hashes: [hash], reason });
      else if (this.standing) told.held.push({ hashes: [hash], reason: this.standing });
      else {
        Y.applyUpdate(this.doc, bytes);
        this.hashes.add(hash);
        told.received.push(hash);
      }
    }
    return told;
  }

  cut() {
    for (const socket of this.sockets.splice(0)) socket.close();
  }
}

/** A laptop with its provider; `clock` runs its timers. */
export function laptop(server, clock) {
  const { book, outbox, frames } = room();
  const [people, findings] = [new People(), new Findings()];
  const provider = new Provider({
    book,
    outbox,
    people,
    findings,
    epoch: 1,
    links: server.links(),
    timers: clock.timers(),
    random: () => 1,
  });
  return { book, outbox, frames, people, findings, provider };
}
