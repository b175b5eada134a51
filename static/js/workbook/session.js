// What a station is given: the document, who is here, what is known, and the words of the page.
import { watchTwice } from "./concurrent.js";
import { Findings } from "./findings.js";
import { Outbox } from "./outbox.js";
import { People } from "./people.js";
import { Register } from "./register_search.js";

/** Events: "group" (one notes for another group), "register", "last-round" (they have come). */
export class Session extends EventTarget {
  constructor({ book, words, context = {}, outbox = new Outbox(), go = () => {}, say = () => {} }) {
    super();
    Object.assign(this, { book, words, context, outbox, leave: go, say });
    this.findings = new Findings();
    this.people = new People();
    this.register = new Register();
    this.lastRound = {};
    this.group = "";
    watchTwice(book, this.findings);
    book.onOwn((update, names) => outbox.add(update, names));
    book.outbox = outbox;
    outbox.addEventListener("change", ({ names }) => book.news.add(names));
  }

  get canWrite() {
    return this.context.rights?.write !== false;
  }

  setGroup(id) {
    if (id === this.group) return;
    this.group = id;
    this.people.say({ group: id });
    this.dispatchEvent(new Event("group"));
  }

  setRegister(rows) {
    this.register = new Register(rows);
    this.dispatchEvent(new Event("register"));
  }

  setLastRound(told) {
    this.lastRound = told;
    this.dispatchEvent(new Event("last-round"));
  }

  /** Open a station, at an entry (`root/id` or id) when one is given. */
  go(station, entry = "") {
    this.leave(station, entry);
  }
}
