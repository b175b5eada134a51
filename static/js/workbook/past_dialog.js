// The past of the workbook: who changed what of an entry, named versions and how they differ from now.
import { findingName } from "./findings.js";
import { titleOf } from "./naming.js";
import { read } from "./opening.js";
import { cloneOf, part } from "./rows.js";
import { StrikingPanel } from "./striking_panel.js";
import { keyText, momentText, valueText } from "./told_values.js";

export class PastDialog {
  constructor(dialog) {
    this.dialog = dialog;
    this.striking = new StrikingPanel(dialog);
    dialog.addEventListener("close", () => this.forget());
    for (const button of dialog.querySelectorAll("[data-tab]")) button.addEventListener("click", () => this.turn(button.dataset.tab));
    part(dialog, "name-version").addEventListener("submit", (event) => {
      event.preventDefault();
      this.name(event.target.querySelector("input"));
    });
  }

  open(session, entry) {
    if (session !== this.session) session.findings.addEventListener("change", () => this.found(session));
    Object.assign(this, { session, entry });
    this.striking.offer(session, entry ?? "");
    if (!this.dialog.open) this.dialog.showModal();
    this.turn(entry ? "history" : "versions");
  }

  /** A closed dialog holds no word: what it showed may have been erased since. */
  forget() {
    for (const name of ["changes", "versions"]) part(this.dialog, name).replaceChildren();
    for (const name of ["entry", "strike-entry", "twice-keys"]) part(this.dialog, name).textContent = "";
  }

  /** What is found while the dialog stands open is told in it. */
  found(session) {
    if (!this.dialog.open || session !== this.session || !this.entry) return;
    const known = part(this.dialog, "twice").hidden;
    this.twice(...this.entry.split(/\/(.*)/s));
    if (known && !part(this.dialog, "twice").hidden) this.history();
  }

  turn(tab) {
    for (const button of this.dialog.querySelectorAll("[data-tab]"))
      button.setAttribute("aria-pressed", String(button.dataset.tab === tab));
    for (const panel of this.dialog.querySelectorAll("[data-panel]")) panel.hidden = panel.dataset.panel !== tab;
    if (tab === "strike") return this.striking.draw(this.session, this.entry);
    return tab === "history" ? this.history() : this.versions();
  }

  /** What the answer holds is drawn; what could not be asked says so. */
  async ask(place, url, draw) {
    const { words } = this.session;
    place.replaceChildren(line(words("past.asking")));
    const told = await read(url);
    place.replaceChildren();
    if (typeof told === "string") place.append(line(words("past.unreachable")));
    else draw(told);
    if (!place.children.length) place.append(line(words("past.none")));
  }

  async history() {
    const [root, id] = this.entry ? this.entry.split(/\/(.*)/s) : ["", ""];
    const place = part(this.dialog, "changes");
    part(this.dialog, "entry").textContent = this.entry ? titleOf(this.session, root, id) : this.session.words("past.no-entry");
    this.twice(root, id);
    if (!this.entry) return place.replaceChildren();
    const url = `${this.session.context.addresses.history}?entry=${encodeURIComponent(this.entry)}`;
    await this.ask(place, url, ({ changes }) => place.append(...changes.map((change) => this.change(root, id, change))));
  }

  /** "Changed by two": said above the history that shows both values; whoever has looked says that it is right. */
  twice(root, id) {
    const { findings, words, book } = this.session;
    const box = part(this.dialog, "twice");
    const found = root ? findings.of(root, id).filter((it) => it.code === "CHANGED_BY_TWO") : [];
    const open = found.filter((it) => !book.list("acceptances").some((known) => known.finding === findingName(it)));
    box.hidden = !open.length;
    part(this.dialog, "twice-keys").textContent = open.map((it) => keyText(this.session, root, it.key)).join(", ");
    part(this.dialog, "settle").onclick = () => {
      for (const it of open) book.make("acceptances", { finding: findingName(it), reason: words("past.looked") });
      box.hidden = true;
    };
  }

  change(root, id, { at, person, changed, overruled }) {
    const { session } = this;
    const row = cloneOf(part(this.dialog, "change"));
    part(row, "who").textContent = person || session.words("past.server");
    part(row, "when").textContent = momentText(at, session.words.language);
    for (const [key, values] of Object.entries(changed)) part(row, "values").append(this.value(root, id, key, values));
    for (const [key, values] of Object.entries(overruled)) {
      const value = this.value(root, id, key, values);
      part(value, "overruled").hidden = false;
      part(row, "values").append(value);
    }
    return row;
  }

  value(root, id, key, [before, after]) {
    const { session } = this;
    const row = cloneOf(part(this.dialog, "value"));
    part(row, "key").textContent = keyText(session, root, key);
    part(row, "before").textContent = valueText(session, root, key, before);
    part(row, "after").textContent = valueText(session, root, key, after);
    const button = part(row, "bring-back");
    button.hidden = !id || !session.canWrite || session.book.roots[root].scalar;
    button.addEventListener("click", () => {
      session.book.set(root, id, { [key]: before });
      session.say(session.words("past.brought-back"), {
        kind: "past",
        action: { label: session.words("undo"), run: () => session.book.undo() },
      });
      this.dialog.close();
    });
    return row;
  }

  async versions() {
    const place = part(this.dialog, "versions");
    await this.ask(place, this.session.context.addresses.versions, ({ versions }) =>
      place.append(...versions.map((it) => this.version(it))),
    );
  }

  version(told) {
    const row = cloneOf(part(this.dialog, "version"));
    part(row, "name").textContent = told.name;
    part(row, "made").textContent = [told.by, momentText(told.at, this.session.words.language)].filter(Boolean).join(" · ");
    part(row, "compare").addEventListener("click", () => this.compare(row, told));
    return row;
  }

  async compare(row, told) {
    const place = part(row, "differences");
    place.hidden = false;
    await this.ask(place, `${this.session.context.addresses.versions}${told.id}/`, ({ changes }) => {
      for (const { entry, changed } of changes) {
        const [root, id] = entry.split(/\/(.*)/s);
        const item = line(titleOf(this.session, root, id));
        const list = document.createElement("ul");
        list.append(...Object.entries(changed).map(([key, values]) => this.value(root, id, key, values)));
        item.append(list);
        place.append(item);
      }
    });
  }

  async name(field) {
    const { context, words, say } = this.session;
    const name = field.value.trim();
    if (!name) return field.focus();
    const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": context.csrf };
    const answer = await fetch(context.addresses.versions, { method: "POST", headers, body: JSON.stringify({ name }) }).catch(() => null);
    if (!answer?.ok) return say(words("past.not-named"), { kind: "past" });
    field.value = "";
    this.versions();
  }
}

function line(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}
