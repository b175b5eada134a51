// A document list like the page's, and several books that exchange by hand.
import * as Y from "yjs";
import { Book } from "../../../static/js/workbook/book.js";
import { Outbox } from "../../../static/js/workbook/outbox.js";

const kinds = (keys) => Object.fromEntries(Object.entries(keys).map(([key, kind]) => [key, { kind, codes: null, of: "" }]));
export const DESCRIPTION = {
  schema: 1,
  roots: {
    meta: { scalar: false, keys: kinds({ schema: "integer", epoch: "integer" }) },
    nodes: {
      scalar: false,
      keys: kinds({
        side: "code",
        parent: "ref",
        order: "order",
        text: "text",
        said: "text",
        theme: "code",
        place: "flags",
        actor: "flags",
      }),
    },
    places: { scalar: false, keys: kinds({ name: "line", order: "order", lon: "number", mineral: "ranks" }) },
    votes: { scalar: true, keys: {} },
  },
};

/** A book whose frames come when the test says `frames.run()`. */
export function room({ now = () => 0 } = {}) {
  const waiting = [];
  const book = new Book(DESCRIPTION, { frame: (fn) => waiting.push(fn), random: () => 0, now });
  const frames = {
    run: () => {
      for (const fn of waiting.splice(0)) fn();
    },
    get count() {
      return waiting.length;
    },
  };
  const outbox = new Outbox({ later: () => 1, cancel: () => {} });
  book.outbox = outbox;
  book.onOwn((update, names) => outbox.add(update, names));
  return { book, outbox, frames };
}

/** Everything of `from` reaches `to`. */
export function pass(from, to) {
  to.book.apply(Y.encodeStateAsUpdate(from.book.doc, Y.encodeStateVector(to.book.doc)));
}
