// <filon-preparation>: who is invited, which sites, what must be ready a week and a day before.
import { wireFields } from "./fields.js";
import { cloneOf, keepRows, part } from "./rows.js";
import { printSheet } from "./sheets.js";
import { Station } from "./station.js";

const DAY_MS = 86_400_000;

export class FilonPreparation extends Station {
  static summary({ book, context, words }) {
    const checks = book.list("checks");
    const done = checks.filter((check) => check.done).length;
    const left = checks.length - done;
    const { day } = context.workshop ?? {};
    const text = left
      ? day < 1
        ? words("preparation.in-days", { n: 1 - day })
        : words("preparation.left", { n: left })
      : words("preparation.ready");
    return { text, part: checks.length ? done / checks.length : null };
  }

  opened(entry) {
    this.row = part(this, "invitation");
    this.check = part(this, "check");
    this.querySelector("[data-add]").addEventListener("click", () => this.add());
    this.querySelector("[data-list]").addEventListener("click", () => this.session.go("sites"));
    this.querySelector("[data-print]").addEventListener("click", () => part(this, "documents").showModal());
    for (const button of this.querySelectorAll("[data-sheet]")) button.addEventListener("click", () => this.print(button.dataset.sheet));
    this.watch(["invitations", "checks", "places", "agenda", "counts"], () => this.draw());
    this.listen(this.session, "last-round", () => this.draw());
    this.draw();
    this.show(entry);
  }

  draw() {
    const { book, words, context, lastRound } = this.session;
    const invited = book.list("invitations");
    const sum = (key) => invited.reduce((total, row) => total + (row[key] ?? 0), 0);
    part(this, "seats").textContent = words("preparation.seats", { seats: sum("seats"), women: sum("women") });
    keepRows(
      part(this, "invitations"),
      invited,
      (row) => this.makeRow(row),
      (element, row) => element.redraw(row),
    );
    part(this, "none-invited").hidden = invited.length > 0;
    for (const [name, due] of Object.entries({ week: -7, eve: -1 })) this.drawChecks(name, due);
    const left = book.list("checks").filter((check) => !check.done).length;
    part(this, "left").textContent = [context.workshop?.round, left ? words("preparation.left", { n: left }) : words("preparation.ready")]
      .filter(Boolean)
      .join(" · ");
    this.drawSites();
    const told = Object.values(lastRound).flat().length;
    part(this, "told").textContent = words("figure", { n: told });
    this.drawFollowed(context.followed ?? []);
  }

  makeRow(entry) {
    const row = cloneOf(this.row);
    row.redraw = wireFields(row, this.session, "invitations", entry.id);
    part(row, "remove").addEventListener("click", () => this.session.book.remove("invitations", entry.id));
    row.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.localName === "button") return;
      event.preventDefault();
      event.target.blur();
      const next = row.nextElementSibling;
      if (next) next.querySelector("[data-key]").focus();
      else this.add();
    });
    return row;
  }

  add() {
    const { book } = this.session;
    const last = book.list("invitations").at(-1)?.id ?? null;
    const id = book.make("invitations", { order: book.between("invitations", last, null), seats: 1 });
    this.draw();
    this.querySelector(`[data-invitations] [data-id="${id}"] [data-key]`).focus();
  }

  drawChecks(name, due) {
    const { book, context } = this.session;
    const start = Date.parse(context.workshop?.starts_on ?? "");
    if (start)
      part(this, `${name}-day`).textContent = new Date(start + due * DAY_MS).toISOString().slice(0, 10).split("-").reverse().join("/");
    const rows = book.list("checks").filter((check) => (due === -1) === (check.due ?? -7) > -7);
    const make = (entry) => {
      const row = cloneOf(this.check);
      row.redraw = wireFields(row, this.session, "checks", entry.id);
      return row;
    };
    keepRows(part(this, name), rows, make, (row, entry) => {
      row.redraw(entry);
      part(row, "title").textContent = entry.title ?? "";
      row.classList.toggle("done", Boolean(entry.done));
    });
  }

  drawSites() {
    const { book, words, register } = this.session;
    const chosen = book.list("places").filter((place) => place.treat);
    const counts = new Map();
    for (const place of chosen) {
      const known = place.ref ? register.get("places", place.ref) : null;
      const area = place.territoire ? register.get("areas", place.territoire)?.name : known?.territoire;
      const name = area || words("preparation.elsewhere");
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    part(this, "chosen").textContent = words("preparation.chosen", { n: chosen.length });
    const items = [...counts].sort((a, b) => b[1] - a[1]).map(([name, n]) => ({ id: name, name, n }));
    keepRows(
      part(this, "territoires"),
      items,
      () => cloneOf(part(this, "territoire")),
      (row, item) => {
        row.querySelector("dt").textContent = item.name;
        row.querySelector("dd").textContent = words("figure", { n: item.n });
      },
    );
  }

  /** Recommendations of the last round: [[status in words, number]…] as the server counted them. */
  drawFollowed(followed) {
    part(this, "followed-box").hidden = !followed.length;
    const items = followed.map(([status, n]) => ({ id: status, n }));
    keepRows(
      part(this, "followed"),
      items,
      () => document.createElement("li"),
      (row, item) => {
        const figure = document.createElement("b");
        figure.textContent = this.session.words("figure", { n: item.n });
        row.replaceChildren(figure, item.id);
      },
    );
  }

  print(name) {
    part(this, "documents").close();
    printSheet(this.session, name);
  }
}
