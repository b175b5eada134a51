// Who is here, and what one tells of oneself: group, station, entry.
export class People extends EventTarget {
  /** `tell(presence)` sends what has changed. */
  constructor(tell = () => {}) {
    super();
    Object.assign(this, { tell, you: 0, here: [], mine: { group: "", station: "", entry: "" } });
  }

  set(here, you = this.you) {
    this.here = here;
    this.you = you;
    this.dispatchEvent(new Event("change"));
  }

  get others() {
    return this.here.filter((person) => person.you !== this.you);
  }

  /** Colleagues who are at an entry. */
  at(root, id) {
    return this.others.filter((person) => person.entry === `${root}/${id}`);
  }

  /** Tell colleagues where one is; only what has changed is sent. */
  say(where) {
    const next = { ...this.mine, ...where };
    if (Object.keys(next).every((key) => next[key] === this.mine[key])) return;
    this.mine = next;
    this.tell(next);
    this.dispatchEvent(new Event("mine"));
  }
}
