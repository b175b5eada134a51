// The kinds of fields of the sheet. Each fills its control once and shows an entry; what is typed becomes values of keys.

import { readRange, rangeText } from "./figures.js";
import { parseNature } from "./nature.js";
import { periodText, readPeriod } from "./periods.js";
import { isFixed, toldOf } from "./told.js";
import { watchTyping } from "./typing.js";
import { periodWords, shortOf } from "./wording.js";

/** A text that must be understood: {read(text, form) → values or null, write(entry, form) → text}. */
const TYPED = {
  line: {
    read: (text, { key }) => ({ [key]: text.trim() || null }),
    write: (entry, { key }) => entry[key] ?? "",
  },
  range: {
    read(text, { key, dataset }) {
      if (!text.trim()) return { [`${key}_low`]: null, [`${key}_high`]: null };
      const range = readRange(text, !("decimal" in dataset));
      return range && { [`${key}_low`]: range.low, [`${key}_high`]: range.high };
    },
    write: (entry, { key, words }) => rangeText(entry[`${key}_low`], entry[`${key}_high`], words("range.to"), words.language),
  },
  period: {
    read: (text) => readPeriod(text),
    write: (entry, { words }) => periodText(entry.from, entry.until, periodWords(words)),
  },
  minerals: {
    read(text, { phrases, book, entry }) {
      const nature = parseNature(text, phrases);
      if (nature.unread.length) return null;
      const gone = entry ? book.flags(entry, "mineral").filter((code) => !nature.minerals.includes(code)) : [];
      return Object.fromEntries([
        ...gone.map((code) => [`mineral:${code}`, null]),
        ...nature.minerals.map((code, at) => [`mineral:${code}`, at + 1]),
      ]);
    },
    write: (entry, { words, book }) =>
      book
        .flags(entry, "mineral")
        .map((code) => shortOf(words, "mineral", code))
        .join(", "),
  },
};

function typed(kind) {
  const { read, write } = TYPED[kind];
  return {
    start(form) {
      form.typing = watchTyping(form.control, () => form.show());
      form.control.addEventListener("change", () => {
        const values = read(form.control.value, form);
        form.wrong(values === null);
        if (values) form.set(values);
      });
    },
    show(form, entry) {
      if (!form.typing() && form.control.getAttribute("aria-invalid") !== "true") form.control.value = write(entry ?? {}, form);
    },
  };
}

function option(value, label) {
  const made = document.createElement("option");
  made.value = value;
  made.textContent = label;
  return made;
}

/** One of a closed list, in a menu. */
const select = {
  start(form) {
    form.control.replaceChildren(
      option("", form.words(form.dataset.empty ?? "sheet.not_said")),
      ...form.codes.map(([code, label]) => option(code, label)),
    );
    form.control.addEventListener("change", () => form.set({ [form.key]: form.control.value || null }));
  },
  show(form, entry) {
    form.control.value = entry?.[form.key] ?? "";
  },
};

/** One of the few choices that the page itself brings. */
const fixed = {
  start: (form) => form.control.addEventListener("change", () => form.set({ [form.key]: form.control.value || null })),
  show: select.show,
};

/** One of a closed list, all of it in sight; Space on the chosen one takes it back. */
const choice = {
  start(form) {
    const box = form.box.querySelector("[data-choices]");
    box.replaceChildren(...form.ordered.map(([code, label]) => form.radio(code, label)));
    box.addEventListener("change", (event) => form.set({ [form.key]: event.target.value }));
    box.addEventListener("click", (event) => {
      if (event.target.matches("input") && event.target.value === form.shown) form.set({ [form.key]: null });
    });
  },
  show(form, entry) {
    form.shown = entry?.[form.key] ?? null;
    for (const radio of form.box.querySelectorAll("input")) radio.checked = radio.value === form.shown;
  },
};

/** Where the statement may be read: what follows from it until somebody chooses. */
const told = {
  start(form) {
    form.box.addEventListener("change", (event) => form.set({ disclosure: event.target.value }));
  },
  show(form, entry) {
    const now = toldOf(form.session, form.source.root, entry ?? {});
    for (const radio of form.box.querySelectorAll("input")) {
      radio.name = `told-${form.id}`;
      radio.checked = radio.value === now;
      radio.disabled = entry ? isFixed(entry) : false;
    }
  },
};

/** Several of a closed list: boxes to tick, in families where there are any. */
const flags = {
  start(form) {
    const box = form.box.querySelector("[data-choices]");
    box.replaceChildren(...form.codes.map(([code, label]) => form.tick(code, label)));
    box.addEventListener("change", (event) => form.set({ [`${form.key}:${event.target.value}`]: event.target.checked || null }));
  },
  show(form, entry) {
    const chosen = entry ? form.book.flags(entry, form.key) : [];
    for (const tick of form.box.querySelectorAll("input")) tick.checked = chosen.includes(tick.value);
    const summary = form.box.querySelector("[data-chosen]");
    if (summary) summary.textContent = chosen.length ? chosen.map((code) => form.labelOf(code)).join(" · ") : form.words("sheet.not_said");
  },
};

/** Rows that a statement points at, each to tick: territoires, or the actors that this workbook names. */
const relations = {
  start(form) {
    form.box.addEventListener("change", (event) => form.set({ [`${form.key}:${event.target.value}`]: event.target.checked || null }));
  },
  show(form, entry) {
    const told = form.relations();
    const chosen = entry ? form.book.flags(entry, form.key) : [];
    const box = form.box.querySelector("[data-choices]");
    if (form.listed !== told.length) {
      form.listed = told.length;
      box.replaceChildren(...told.map(([value, label]) => form.tick(value, label)));
    }
    for (const tick of box.querySelectorAll("input")) tick.checked = chosen.includes(tick.value);
    const names = told.filter(([value]) => chosen.includes(value)).map(([, label]) => label);
    form.box.querySelector("[data-chosen]").textContent = names.length ? names.join(" · ") : form.words("sheet.not_said");
  },
};

/** A shared text: two hands may write in it at once. */
const text = {
  start() {},
  show(form, entry) {
    if (form.bound === entry?.id) return;
    form.unbind();
    if (entry) form.bind(entry.id);
    else form.wait();
  },
};

/** One row of a register or a territoire, in a menu. */
const rows = {
  start(form) {
    form.control.addEventListener("change", () => form.set({ [form.key]: form.control.value || null }));
  },
  show(form, entry) {
    const told = form.rows();
    const listed = told.join("|");
    if (form.listed !== listed) {
      form.listed = listed;
      form.control.replaceChildren(
        option("", form.words(form.dataset.empty ?? "sheet.none")),
        ...told.map(([value, label]) => option(value, label)),
      );
    }
    form.control.value = entry?.[form.key] ?? "";
  },
};

export const KINDS = {
  line: typed("line"),
  range: typed("range"),
  period: typed("period"),
  minerals: typed("minerals"),
  select,
  fixed,
  choice,
  told,
  flags,
  text,
  rows,
  relations,
};
