// Participants counted by category and sex: a table of whole numbers with its totals; never a name.
import { cloneOf, part, showValue } from "./rows.js";
import { readWhole } from "./whole_field.js";

const idOf = (category, sex) => `${category}|${sex}`;

/** One row per category, one field per sex. */
export function makeCounts(place, template, session) {
  const { book, words } = session;
  const sexes = words.codes("sex");
  for (const [category, label] of words.codes("participant_category")) {
    const row = cloneOf(template);
    row.dataset.category = category;
    part(row, "label").textContent = label;
    row.querySelectorAll("input").forEach((field, at) => {
      const [sex, word] = sexes[at];
      field.dataset.count = idOf(category, sex);
      field.setAttribute("aria-label", `${label}, ${word}`);
      field.addEventListener("focus", () => session.people.say({ entry: `counts/${field.dataset.count}` }));
      field.addEventListener("change", () => {
        const number = readWhole(field, words);
        if (number !== undefined) book.make("counts", { category, sex, number }, field.dataset.count);
      });
    });
    place.append(row);
  }
}

export function drawCounts(place, totals, { book, words }) {
  const sums = {};
  for (const field of place.querySelectorAll("[data-count]")) {
    const number = book.get("counts", field.dataset.count)?.number ?? null;
    showValue(field, number);
    const sex = field.dataset.count.split("|")[1];
    sums[sex] = (sums[sex] ?? 0) + (number ?? 0);
  }
  for (const row of place.children) {
    const sum = [...row.querySelectorAll("[data-count]")].reduce(
      (total, field) => total + (book.get("counts", field.dataset.count)?.number ?? 0),
      0,
    );
    part(row, "sum").textContent = sum ? words("figure", { n: sum }) : "";
  }
  const cells = totals.querySelectorAll("td");
  words.codes("sex").forEach(([sex], at) => {
    cells[at].textContent = words("figure", { n: sums[sex] ?? 0 });
  });
  cells[cells.length - 1].textContent = words("figure", { n: Object.values(sums).reduce((a, b) => a + b, 0) });
}
