// Papers for the room: filled from the document, printed by the browser, gone when printed. No person is on any of them.
import { cloneOf, part } from "./rows.js";

const LINES = 14;

/** Print one of the sheets: rules, agenda, counts, sites. */
export function printSheet(session, name) {
  const sheet = cloneOf(document.getElementById(`sheet-${name}`));
  for (const place of sheet.querySelectorAll("[data-workshop-name]")) place.textContent = session.context.workshop?.name ?? "";
  const body = part(sheet, "lines");
  if (body) body.replaceChildren(...linesOf(session, name).map(line));
  document.body.append(sheet);
  document.body.classList.add("is-printing");
  const done = () => {
    sheet.remove();
    document.body.classList.remove("is-printing");
  };
  window.addEventListener("afterprint", done, { once: true });
  window.print();
}

function linesOf({ book, words, register }, name) {
  if (name === "agenda")
    return book
      .list("agenda")
      .map((it) => [words("agenda.day", { n: it.day ?? 1 }), it.title ?? "", words("agenda.minutes", { n: it.minutes ?? 0 })]);
  if (name === "counts") return words.codes("participant_category").map(([, label]) => [label, "", ""]);
  const chosen = book
    .list("places")
    .filter((place) => place.treat)
    .sort((a, b) => (a.treat < b.treat ? -1 : 1));
  const rows = chosen.map((place) => {
    const known = place.ref ? register.get("places", place.ref) : null;
    return [
      place.label ?? "",
      place.name ?? known?.name ?? "",
      known?.territoire ?? register.get("areas", place.territoire)?.name ?? "",
      "",
    ];
  });
  return rows.concat(Array.from({ length: Math.max(0, LINES - rows.length) }, () => ["", "", "", ""]));
}

function line(cells) {
  const row = document.createElement("tr");
  for (const text of cells) {
    const cell = document.createElement("td");
    cell.textContent = text;
    row.append(cell);
  }
  return row;
}
