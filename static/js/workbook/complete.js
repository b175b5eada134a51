// <filon-complete>: everything that is to be completed, by station; each leads to its entry, or is accepted with a reason.
import { findingName } from "./findings.js";
import { titleOf, stationOf } from "./naming.js";
import { cloneOf, keepRows, part } from "./rows.js";
import { Station } from "./station.js";

const ORDER = ["BLOCKS", "ASKS", "TELLS"];

/** Reasons of accepted findings by the findings' names. */
const accepted = (book) => new Map(book.list("acceptances").map((it) => [it.finding, it]));

/** The other entry that a finding is about, unless the title of its own says it. */
function otherTitle(session, { root, entry, other }) {
  const where = other && [root, "places", "nodes"].find((it) => session.book.reader.peek(it, other));
  const title = where ? titleOf(session, where, other) : "";
  return titleOf(session, root, entry).includes(title) ? "" : title;
}

export class FilonComplete extends Station {
  static summary({ book, findings, words }) {
    const known = accepted(book);
    const open = findings.all.filter((it) => words.severity(it.code) !== "TELLS" && !known.has(findingName(it)));
    const told = open.length ? "" : words("complete.none");
    return {
      text: findings.checked ? told : words("complete.unchecked"),
      missing: open.length,
      part: findings.checked && !open.length ? 1 : null,
    };
  }

  opened() {
    this.only = "";
    for (const button of this.querySelectorAll("[data-only]")) button.addEventListener("click", () => this.choose(button.dataset.only));
    for (const paper of this.querySelectorAll("[data-paper]")) paper.href = this.session.context.addresses?.[paper.dataset.paper] ?? "";
    this.watch(["acceptances"], () => this.draw());
    this.listen(this.session.findings, "change", () => this.draw());
    this.draw();
  }

  choose(only) {
    this.only = only;
    this.draw();
  }

  draw() {
    const { findings, book, words } = this.session;
    const known = accepted(book);
    const rows = findings.all.map((it) => ({ ...it, name: findingName(it), severity: words.severity(it.code) || "ASKS" }));
    const open = rows.filter((it) => !known.has(it.name));
    const shown = open
      .filter((it) => !this.only || it.severity === this.only)
      .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    const stations = [...new Set(shown.map((it) => stationOf(it.root)))];
    for (const button of this.querySelectorAll("[data-only]")) {
      button.setAttribute("aria-pressed", String(button.dataset.only === this.only));
      part(button, "n").textContent = words("figure", {
        n: open.filter((it) => !button.dataset.only || it.severity === button.dataset.only).length,
      });
    }
    part(this, "unchecked").hidden = findings.checked;
    part(this, "none").hidden = !findings.checked || shown.length > 0;
    const boxes = stations.map((id) => ({ id, own: shown.filter((it) => stationOf(it.root) === id) }));
    keepRows(
      part(this, "stations"),
      boxes,
      () => cloneOf(part(this, "station")),
      (box, it) => this.drawStation(box, it),
    );
    this.drawAccepted(known);
  }

  /** One row for each entry, with whatever is to be completed in it. */
  drawStation(box, { id, own }) {
    const { words } = this.session;
    part(box, "name").textContent = words(`station.${id}`);
    part(box, "count").textContent = words("figure", { n: own.length });
    const entries = [...new Set(own.map((it) => `${it.root}/${it.id}`))];
    const rows = entries.map((entry) => ({ id: entry, found: own.filter((it) => `${it.root}/${it.id}` === entry) }));
    keepRows(
      part(box, "entries"),
      rows,
      (row) => this.makeEntry(row),
      (element, row) => {
        part(element, "title").textContent = titleOf(this.session, row.found[0].root, row.found[0].id);
        const found = row.found.map((it) => ({ ...it, entry: it.id, id: it.name }));
        keepRows(
          part(element, "findings"),
          found,
          (it) => this.makeRow(it),
          (line, it) => this.drawRow(line, it),
        );
      },
    );
  }

  makeEntry({ id }) {
    const row = cloneOf(part(this, "entry"));
    part(row, "lead").addEventListener("click", () => this.session.go(stationOf(id.split("/")[0]), id));
    return row;
  }

  makeRow(finding) {
    const row = cloneOf(part(this, "finding"));
    const form = part(row, "reason");
    const opener = part(row, "accept");
    opener.hidden = finding.severity === "BLOCKS" || finding.severity === "TELLS";
    opener.addEventListener("click", () => {
      form.hidden = !form.hidden;
      if (!form.hidden) form.querySelector("input").focus();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const reason = form.querySelector("input").value.trim();
      if (reason) this.session.book.make("acceptances", { finding: finding.name, reason });
      else form.querySelector("input").setAttribute("aria-invalid", "true");
    });
    return row;
  }

  drawRow(row, finding) {
    const { words } = this.session;
    row.dataset.severity = finding.severity;
    part(row, "label").textContent = words.label("finding_code", finding.code);
    const other = otherTitle(this.session, finding);
    part(row, "other").textContent = other ? words("complete.other", { other }) : "";
  }

  drawAccepted(known) {
    const { book } = this.session;
    part(this, "accepted-box").hidden = !known.size;
    part(this, "accepted-count").textContent = this.session.words("figure", { n: known.size });
    const make = ({ id }) => {
      const row = cloneOf(part(this, "accepted-row"));
      part(row, "reopen").addEventListener("click", () => book.remove("acceptances", id));
      return row;
    };
    keepRows(part(this, "accepted"), [...known.values()], make, (row, it) => {
      const [code, root, id] = it.finding.split("|");
      part(row, "what").textContent = `${titleOf(this.session, root, id)} – ${this.session.words.label("finding_code", code)}`;
      part(row, "why").textContent = it.reason ?? "";
    });
  }
}
