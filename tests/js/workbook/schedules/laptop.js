// One laptop with the real book, outbox and provider; it notes which of its words the server has acknowledged.
import * as Y from "yjs";
import { Book } from "../../../../static/js/workbook/book.js";
import { Findings } from "../../../../static/js/workbook/findings.js";
import { Outbox } from "../../../../static/js/workbook/outbox.js";
import { Timers } from "../../../../static/js/workbook/pauses.js";
import { People } from "../../../../static/js/workbook/people.js";
import { Provider } from "../../../../static/js/workbook/provider.js";
import { BadNetwork } from "./bad_network.js";

/** The page's patience, shortened: 15 s are less than one; what happens at once stays so. */
const shortened = (ms) => Math.min(ms, ms / 20 + 150);

export class Laptop {
  constructor(name, { description, chance, ...line }) {
    this.name = name;
    this.chance = chance;
    this.network = new BadNetwork({ chance, ...line });
    this.book = new Book(description, { random: () => chance.next(), frame: (fn) => setTimeout(fn, 0) });
    this.outbox = new Outbox({ pause: 5 });
    this.book.outbox = this.outbox;
    this.book.onOwn((update, names) => this.outbox.add(update, names));
    const timers = new Timers({ later: (fn, ms) => setTimeout(fn, shortened(ms)) });
    const links = this.network.links();
    this.provider = new Provider({
      book: this.book,
      outbox: this.outbox,
      people: new People(),
      findings: new Findings(),
      epoch: line.room.epoch,
      links,
      timers,
    });
    this.fresh = [];
    this.wordsOf = new Map();
    this.acknowledged = { words: [], hashes: [] };
    this.outbox.addEventListener("ready", () => this.itemMade());
    const received = this.outbox.received.bind(this.outbox);
    this.outbox.received = (hashes) => this.noted(hashes, received);
    this.typed = 0;
  }

  /** Words typed since the last item are in this one. */
  itemMade() {
    const item = [...this.outbox.items.values()].at(-1);
    this.wordsOf.set(item.hash, this.fresh.splice(0));
  }

  noted(hashes, received) {
    for (const hash of hashes.filter((it) => this.outbox.items.has(it))) {
      this.acknowledged.hashes.push(hash);
      this.acknowledged.words.push(...this.wordsOf.get(hash));
    }
    received(hashes);
  }

  /** One thing that a note-taker does. */
  act() {
    const { book, chance } = this;
    const nodes = book.ids("nodes");
    const node = nodes.length ? chance.of(nodes) : null;
    const acts = [
      () => this.make(),
      () => (node ? this.type(node) : this.make()),
      () => node && this.type(node),
      () => node && this.unsay(node),
      () => node && book.set("nodes", node, { theme: chance.of(["LAND", "POVERTY", null]) }),
      () => node && book.flag("nodes", node, "place", `p${chance.below(4)}`, chance.happens(0.5)),
      () => node && book.set("nodes", node, { parent: chance.of(nodes) }),
      () => node && book.vote(node, `g${chance.below(3)}`, chance.below(5)),
      () => node && chance.happens(0.3) && book.remove("nodes", node),
      () => this.makeWithSite(),
    ];
    chance.of(acts)();
  }

  word() {
    this.typed += 1;
    const word = `${this.name}.${this.typed}.`;
    this.fresh.push(word);
    return word;
  }

  make() {
    return this.book.make("nodes", { side: "cause", text: this.word(), said: "abcdefghij" });
  }

  makeWithSite() {
    this.book.change(() => {
      const place = this.book.make("places", { name: this.word() });
      this.book.flag("nodes", this.make(), "place", place, true);
    });
  }

  /** Somewhere in the middle, so that texts of several hands interleave; no word that is counted is ever torn. */
  type(node) {
    const text = this.book.text("nodes", node, "text");
    const words = text.value.split(/(?<=\.)(?=[a-z]+\.\d+\.)/).filter(Boolean);
    words.splice(this.chance.below(words.length + 1), 0, this.word());
    const joined = words.join("");
    this.fresh.length && text.replace(joined);
  }

  /** Deletions, in a text of which no word is counted. */
  unsay(node) {
    const said = this.book.text("nodes", node, "said");
    const at = this.chance.below(said.value.length + 1);
    said.replace(said.value.slice(0, at) + said.value.slice(at + 2));
  }

  /** Come again after a while away. */
  comeAgain() {
    this.answersBefore = this.network.answers;
    this.provider.start();
  }

  /** Whether it has heard from the server since it came again, by the way that is open to it. */
  get cameAgain() {
    return this.network.sockets ? this.provider.joined : this.network.answers > this.answersBefore;
  }

  get settled() {
    const { store } = this.book.doc;
    return this.outbox.empty && store.pendingStructs === null && store.pendingDs === null;
  }

  /** How it stands, for a schedule that ends badly. */
  get end() {
    const { pendingStructs, pendingDs } = this.book.doc.store;
    const { state, reason, joined } = this.provider;
    return {
      sockets: this.network.sockets,
      state,
      reason,
      joined,
      unsent: this.outbox.items.size,
      lacks: [...(pendingStructs?.missing ?? [])],
      deletions: pendingDs?.length ?? 0,
    };
  }

  state() {
    const roots = Object.keys(this.book.roots).map((root) => [root, this.book.doc.getMap(root).toJSON()]);
    return Object.fromEntries(roots.filter(([, entries]) => Object.keys(entries).length));
  }

  get vector() {
    return Buffer.from(Y.encodeStateVector(this.book.doc)).toString("base64");
  }
}
