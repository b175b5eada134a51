// One recommendation, every field of it.
import { wireFields } from "./fields.js";
import { Picker } from "./picker.js";
import { cloneOf, part } from "./rows.js";

const ROOT = "recommendations";

export class RecommendationSheet {
  constructor(place, session) {
    Object.assign(this, { place, session, id: "" });
    this.template = place.querySelector("template");
  }

  show(id) {
    if (id !== this.id) this.open(id);
    const entry = id && this.session.book.get(ROOT, id);
    if (!entry) return;
    this.redraw(entry);
    for (const [name, picker] of Object.entries(this.pickers)) picker.show(this.session.book.flags(entry, name).map((it) => ({ id: it })));
  }

  open(id) {
    this.leave();
    this.id = id;
    if (!id) return;
    this.form = cloneOf(this.template);
    this.redraw = wireFields(this.form, this.session, ROOT, id);
    this.pickers = { cause: this.picker("cause", causes(this.session)), place: this.picker("place", places(this.session)) };
    part(this.form, "remove").addEventListener("click", () => this.remove());
    this.place.append(this.form);
    this.session.people.say({ entry: `${ROOT}/${id}` });
  }

  picker(name, { find, nameOf }) {
    const { book, words } = this.session;
    const flag = (on) => (value) => book.flag(ROOT, this.id, name, value, on);
    return new Picker(part(this.form, name), { find, name: nameOf, pick: flag(true), drop: flag(false), dropWord: words("picker.drop"), noneWord: words("picker.none") });
  }

  remove() {
    const { book, words, say } = this.session;
    const id = this.id;
    book.remove(ROOT, id);
    say(words("recommendation.removed"), { kind: "removed", action: { label: words("undo"), run: () => book.restore(ROOT, id) } });
  }

  leave() {
    this.form?.dispatchEvent(new Event("row-gone"));
    this.form?.remove();
    this.form = null;
    this.id = "";
  }

  focus() {
    this.form?.querySelector("[data-text]").focus();
  }
}

/** Nodes of the tree by their words. */
export function causes({ book, words }) {
  const nameOf = (id) => book.get("nodes", id)?.text || words("picker.gone");
  return {
    nameOf,
    find: (typed) =>
      book
        .list("nodes")
        .filter((node) => node.text && node.side !== "effect" && words.fold(node.text).includes(words.fold(typed)))
        .map((node) => ({ id: node.id, label: node.text })),
  };
}

/** Places of the workbook by their name, as the room calls them. */
function places({ book, words, register }) {
  const nameOf = (id) => {
    const place = book.get("places", id);
    return place ? [place.label, place.name || register.get("places", place.ref)?.name].filter(Boolean).join(" ") : words("picker.gone");
  };
  return {
    nameOf,
    find: (typed) =>
      book
        .list("places")
        .map((place) => ({ id: place.id, label: nameOf(place.id) }))
        .filter(({ label }) => label && words.fold(label).includes(words.fold(typed))),
  };
}
