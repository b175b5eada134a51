// Réserves: dissent beside the agreed text, attributed to a group, kept and never argued away.
import { titleOf } from "../workbook/naming.js";
import { cloneOf, keepRows, part } from "../workbook/rows.js";

export class ReservesView {
  constructor(station) {
    this.station = station;
    this.page = station.querySelector('[data-page="reserves"]');
    this.form = part(this.page, "form");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.keep();
    });
  }

  get fields() {
    return this.form.elements;
  }

  /** A new réserve about a site, with the cursor in its text. */
  begin(id) {
    this.draw();
    this.fields.about.value = id ? `places/${id}` : "";
    this.fields.text.focus();
  }

  draw() {
    const { session, sites } = this.station;
    const { book, words } = session;
    const choices = [["", words("reserve.whole")], ...sites.map((site) => [`places/${site.id}`, [site.label, site.name].filter(Boolean).join(" ")])];
    options(this.fields.about, [...choices, ...book.list("recommendations").map((it) => [`recommendations/${it.id}`, it.text || words("root.recommendations")])]);
    options(this.fields.group, [["", words("reserve.no-group")], ...book.list("groups").map((group) => [group.id, group.name ?? ""])]);
    if (!this.fields.group.value && session.group) this.fields.group.value = session.group;
    const kept = book.list("reserves");
    part(this.page, "none").hidden = kept.length > 0;
    keepRows(
      part(this.page, "reserves-kept"),
      kept,
      ({ id }) => {
        const row = cloneOf(part(this.page, "reserve"));
        part(row, "remove").addEventListener("click", () => book.remove("reserves", id));
        return row;
      },
      (row, it) => {
        const [root, id] = (it.about ?? "").split("/");
        part(row, "about").textContent = id ? titleOf(session, root, id) : words("reserve.whole");
        part(row, "text").textContent = it.text ?? "";
        part(row, "group").textContent = it.group ? (book.get("groups", it.group)?.name ?? "") : words("reserve.no-group");
      },
    );
  }

  keep() {
    const { text } = this.fields;
    const kept = this.note();
    text.setAttribute("aria-invalid", String(!kept));
    if (kept) this.station.choose("read");
    else text.focus();
  }

  /** What is written becomes a réserve; false where nothing is. */
  note() {
    const { book } = this.station.session;
    const { about, text, group } = this.fields;
    if (!text.value.trim()) return false;
    const last = book.list("reserves").at(-1)?.id ?? null;
    book.make("reserves", { about: about.value, text: text.value.trim(), group: group.value || null, order: book.between("reserves", last, null) });
    text.value = "";
    return true;
  }
}

/** Hold a select to its options without losing what is chosen. */
function options(select, wanted) {
  const signature = JSON.stringify(wanted);
  if (select.dataset.held === signature) return;
  const chosen = select.value;
  select.dataset.held = signature;
  select.replaceChildren(...wanted.map(([value, label]) => new Option(label, value)));
  select.value = wanted.some(([value]) => value === chosen) ? chosen : "";
}
