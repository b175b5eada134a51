// What every station has in common: it is opened with a session, listens while it is open, and ends cleanly.
export class Station extends HTMLElement {
  /** "How much is there, what is missing" for the rail: {text, missing, part} (part 0 to 1, or null). */
  static summary() {
    return { text: "", missing: "", part: null };
  }

  open(session, entry = "") {
    this.session = session;
    this.endings = [];
    this.opened(entry);
  }

  /** Words that are typed and not taken yet are taken: neither a key that leads elsewhere nor leaving the page loses them. */
  settle() {
    const field = document.activeElement;
    if (this.contains(field)) field.blur();
  }

  close() {
    this.settle();
    this.closed();
    for (const end of this.endings.splice(0)) end();
  }

  opened() {}

  closed() {}

  /** The same station is asked to show an entry (`root/id`): the focus goes to its first field. */
  show(entry = "") {
    const id = entry.slice(entry.indexOf("/") + 1);
    if (id) this.querySelector(`[data-id="${CSS.escape(id)}"] [data-key]`)?.focus();
  }

  /** Draw again when entries of these roots change. */
  watch(roots, fn) {
    this.endings.push(this.session.book.subscribe(roots, fn));
  }

  /** Listen until the station is closed. */
  listen(target, type, fn) {
    target.addEventListener(type, fn);
    this.endings.push(() => target.removeEventListener(type, fn));
  }
}
