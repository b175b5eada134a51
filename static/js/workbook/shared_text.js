// One shared text as a field knows it.
import * as Y from "yjs";

/** Characters of one change: whatever is pasted, no item is ever too large for the server, which would leave a gap before all later ones. */
const AT_ONCE = 16_384;

export class SharedText {
  constructor(book, root, id, key) {
    Object.assign(this, { book, root, id, key });
  }

  get shared() {
    const value = this.book.reader.maps[this.root].get(this.id)?.get(this.key);
    return value instanceof Y.Text ? value : null;
  }

  get value() {
    return this.shared?.toString() ?? this.book.reader.peek(this.root, this.id)?.[this.key] ?? "";
  }

  /** Make it `text` by the smallest change, so that what a colleague types in the same text stays. */
  replace(text, origin = undefined) {
    const was = this.value;
    if (text === was) return;
    const shared = this.shared;
    if (!shared) return this.book.set(this.root, this.id, { [this.key]: text });
    const { at, gone, come } = difference(was, text);
    const typed = `${this.root}/${this.id}/${this.key}`;
    const [first = "", ...rest] = pieces(come);
    this.book.step(
      () => {
        if (gone) shared.delete(at, gone);
        if (first) shared.insert(at, first);
      },
      typed,
      origin,
    );
    let end = at + first.length;
    for (const piece of rest) {
      this.book.step(() => shared.insert(end, piece), typed, origin);
      end += piece.length;
    }
  }

  /** `fn(value, delta, own)` after each change; `own` when it was typed here. Returns what stops it. */
  observe(fn) {
    const shared = this.shared;
    if (!shared) return () => {};
    const told = (event, transaction) => fn(shared.toString(), event.changes.delta, transaction.local);
    shared.observe(told);
    return () => shared.unobserve(told);
  }
}

function pieces(text) {
  const found = [];
  for (let at = 0; at < text.length; at += found.at(-1).length) {
    const end = at + AT_ONCE;
    found.push(text.slice(at, isHigh(text.charCodeAt(end - 1)) ? end - 1 : end));
  }
  return found;
}

/** Where two texts differ: `gone` characters at `at` give way to `come`. Pairs of surrogates are not torn. */
export function difference(was, text) {
  const most = Math.min(was.length, text.length);
  let at = 0;
  while (at < most && was[at] === text[at]) at += 1;
  if (at && isHigh(was.charCodeAt(at - 1))) at -= 1;
  let end = 0;
  while (end < most - at && was[was.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  if (end && isLow(was.charCodeAt(was.length - end))) end -= 1;
  return { at, gone: was.length - at - end, come: text.slice(at, text.length - end) };
}

const isHigh = (unit) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff;
