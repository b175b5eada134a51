// Words by which a room names bodies of the State: the register's names and acronyms, and the plain words of the page.

import { plainOf } from "./mention.js";

const CATEGORIES = new Set(["STATE_ARMED", "STATE_CIVIL", "PARASTATAL", "STATE_COMPANY", "PARK_GUARD", "VDP", "CUSTOMARY"]);
const LEAST = 3;

export class StateNames {
  constructor(session) {
    this.session = session;
  }

  /** Plain names, looked up again when another register has come. */
  get names() {
    const { register, words } = this.session;
    if (this.of === register) return this.known;
    this.of = register;
    const actors = register.list("actors").filter((actor) => CATEGORIES.has(actor.category));
    const said = actors.flatMap((actor) => [actor.name, actor.acronym, ...(actor.aliases ?? [])]);
    const plain = words("tree.state-words").split(",");
    this.known = [...new Set([...said, ...plain].map((name) => plainOf(name ?? "")).filter((name) => name.length >= LEAST))];
    return this.known;
  }
}
