// <filon-agenda>: the points of both days with a timer, groups, counts of participants, ground rules read aloud.
import { clockText, DONE, hoursText, leftOf, progress, RUNNING } from "./agenda_time.js";
import { wireFields } from "./fields.js";
import { drawCounts, makeCounts } from "./participants.js";
import { cloneOf, fillOptions, keepRows, part } from "./rows.js";
import { Station } from "./station.js";

const SECOND_MS = 1000;

export class FilonAgenda extends Station {
  static summary({ book, words }) {
    const { done, all } = progress(book.list("agenda"), Date.now());
    if (!all) return { text: "", part: null };
    const text = done ? words("agenda.of", { done: hoursText(done, words), all: hoursText(all, words) }) : hoursText(all, words);
    const missing = book.list("counts").some((row) => row.number) ? 0 : 1;
    return { text, part: done / all, missing: done ? missing : 0 };
  }

  opened(entry) {
    const { book } = this.session;
    this.querySelector("[data-add-point]").addEventListener("click", () => this.addPoint());
    this.querySelector("[data-add-group]").addEventListener("click", () => this.addGroup());
    this.rules = part(this, "rules");
    this.querySelector("[data-read]").addEventListener("click", () => this.rules.showModal());
    for (const button of this.rules.querySelectorAll("[data-speak]"))
      button.addEventListener("click", () => this.speak(button.dataset.speak));
    this.speak(this.session.words.language);
    makeCounts(part(this, "counts"), part(this, "count"), this.session);
    this.watch(["agenda", "groups", "counts"], () => this.draw());
    const ticking = setInterval(() => this.tick(), SECOND_MS);
    this.endings.push(() => clearInterval(ticking));
    this.draw();
    if (!book.list("groups").length) part(this, "no-groups").hidden = false;
    this.show(entry);
  }

  draw() {
    const { book, words } = this.session;
    const points = book.list("agenda");
    const days = [...new Set(points.map((point) => point.day ?? 1))].sort((a, b) => a - b);
    keepRows(
      part(this, "days"),
      days.map((day) => ({ id: String(day), day })),
      () => cloneOf(part(this, "day")),
      (element, { day }) => {
        const own = points.filter((point) => (point.day ?? 1) === day);
        part(element, "day-name").textContent = words("agenda.day", { n: day });
        part(element, "day-sum").textContent = hoursText(
          own.reduce((sum, point) => sum + (point.minutes ?? 0), 0),
          words,
        );
        keepRows(
          part(element, "points"),
          own,
          (point) => this.makePoint(point),
          (row, point) => this.drawPoint(row, point),
        );
      },
    );
    this.drawGroups();
    drawCounts(part(this, "counts"), part(this, "totals"), this.session);
    this.tick();
  }

  makePoint({ id }) {
    const { book } = this.session;
    const row = cloneOf(part(this, "point"));
    row.redraw = wireFields(row, this.session, "agenda", id);
    part(row, "toggle").addEventListener("click", () => this.toggle(id));
    part(row, "remove").addEventListener("click", () => book.remove("agenda", id));
    row.addEventListener("keydown", (event) => {
      if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.code)) return;
      event.preventDefault();
      const { key = "title" } = event.target.dataset;
      event.target.blur();
      this.move(id, event.code === "ArrowUp" ? -1 : 1);
      this.querySelector(`[data-points] [data-id="${id}"] [data-key="${key}"]`)?.focus();
    });
    return row;
  }

  drawPoint(row, point) {
    const { words } = this.session;
    row.redraw(point);
    row.dataset.state = point.state ?? "";
    const word = { [RUNNING]: "agenda.finish", [DONE]: "agenda.again" }[point.state] ?? "agenda.start";
    part(row, "toggle-word").textContent = words(word);
    part(row, "toggle").setAttribute("aria-label", `${words(word)} – ${point.title ?? ""}`);
  }

  /** One point runs at a time: starting one finishes the other. */
  toggle(id) {
    const { book } = this.session;
    const { state } = book.get("agenda", id);
    book.change(() => {
      for (const other of book.list("agenda"))
        if (other.state === RUNNING && other.id !== id) book.set("agenda", other.id, { state: DONE });
      if (state === RUNNING) book.set("agenda", id, { state: DONE });
      else if (state === DONE) book.set("agenda", id, { state: null, started_at: null });
      else book.set("agenda", id, { state: RUNNING, started_at: new Date().toISOString() });
    });
  }

  move(id, by) {
    const { book } = this.session;
    const own = book.list("agenda").filter((point) => (point.day ?? 1) === (book.get("agenda", id).day ?? 1));
    const at = own.findIndex((point) => point.id === id) + by;
    if (at < 0 || at >= own.length) return this.moveDay(id, by);
    const [before, after] = by < 0 ? [own[at - 1], own[at]] : [own[at], own[at + 1]];
    book.set("agenda", id, { order: book.between("agenda", before?.id ?? null, after?.id ?? null) });
    this.draw();
  }

  /** Beyond the first or the last point of its day a point goes to the day before or after. */
  moveDay(id, by) {
    const { book, context } = this.session;
    const day = (book.get("agenda", id).day ?? 1) + by;
    if (day < 1 || day > Math.max(context.workshop?.days ?? 1, ...book.list("agenda").map((point) => point.day ?? 1))) return;
    const there = book.list("agenda").filter((point) => (point.day ?? 1) === day);
    const [before, after] = by < 0 ? [there.at(-1), null] : [null, there[0]];
    book.set("agenda", id, { day, ...(there.length ? { order: book.between("agenda", before?.id ?? null, after?.id ?? null) } : {}) });
    this.draw();
  }

  addPoint() {
    const { book } = this.session;
    const last = book.list("agenda").at(-1);
    const id = book.make("agenda", { day: last?.day ?? 1, minutes: 30, order: book.between("agenda", last?.id ?? null, null) });
    this.draw();
    this.querySelector(`[data-points] [data-id="${id}"] [data-key="title"]`).focus();
  }

  /** The clock of the running point. */
  tick() {
    const { book, words } = this.session;
    const running = book.list("agenda").find((point) => point.state === RUNNING && point.started_at);
    const { done, all } = progress(book.list("agenda"), Date.now());
    part(this, "spent").textContent = all ? words("agenda.of", { done: hoursText(done, words), all: hoursText(all, words) }) : "";
    part(this, "now").hidden = !running;
    if (!running) return;
    const left = leftOf(running, Date.now());
    part(this, "now-title").textContent = running.title ?? "";
    part(this, "clock").textContent = clockText(left);
    part(this, "now").classList.toggle("is-over", left < 0);
    part(this, "clock-note").textContent = words(left < 0 ? "agenda.over" : "agenda.left");
  }

  drawGroups() {
    const { book } = this.session;
    const groups = [...book.list("groups")].sort((a, b) => (a.session ?? 1) - (b.session ?? 1));
    keepRows(
      part(this, "groups"),
      groups,
      (group) => this.makeGroup(group),
      (row, group) => row.redraw(group),
    );
    part(this, "no-groups").hidden = groups.length > 0;
  }

  makeGroup({ id }) {
    const row = cloneOf(part(this, "group"));
    const { days } = this.session.context.workshop ?? {};
    if (days) Object.assign(row.querySelector('[data-key="session"]').dataset, { low: 1, high: days });
    row.redraw = wireFields(row, this.session, "groups", id);
    fillOptions(row.querySelector('[data-key="kind"]'), this.session.words.codes("group_kind"));
    part(row, "remove").addEventListener("click", () => this.session.book.remove("groups", id));
    return row;
  }

  addGroup() {
    const { book, context } = this.session;
    const last = book.list("groups").at(-1)?.id ?? null;
    const session = Math.min(Math.max(context.workshop?.day ?? 1, 1), context.workshop?.days ?? 2);
    const id = book.make("groups", { session, kind: "WORKING", order: book.between("groups", last, null) });
    this.draw();
    this.querySelector(`[data-groups] [data-id="${id}"] [data-key="name"]`).focus();
  }

  speak(language) {
    for (const text of this.rules.querySelectorAll("[data-rules-in]")) text.hidden = text.dataset.rulesIn !== language;
    for (const button of this.rules.querySelectorAll("[data-speak]"))
      button.setAttribute("aria-pressed", String(button.dataset.speak === language));
  }
}
