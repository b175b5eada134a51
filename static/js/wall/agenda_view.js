// The agenda on the wall: what runs now and how long it still has, what is done, what comes.

import { Keyed } from "../tree/keyed.js";
import { clockText, DONE, leftOf, RUNNING } from "../workbook/agenda_time.js";

export class AgendaView {
  constructor(wall, words) {
    this.words = words;
    this.page = wall.querySelector("[data-page=agenda]");
    const part = (name) => this.page.querySelector(`[data-${name}]`);
    Object.assign(this, { now: part("now"), title: part("title"), clock: part("clock"), empty: part("empty") });
    const template = part("row");
    this.rows = new Keyed(
      part("rows"),
      () => template.content.firstElementChild.cloneNode(true),
      (row, value) => this.tell(row, value),
    );
  }

  show({ agenda }) {
    this.running = agenda.find((point) => point.state === RUNNING && point.started_at) ?? null;
    const day = this.running?.day ?? agenda.find((point) => point.state !== DONE)?.day;
    const points = agenda.filter((point) => point.day === day);
    this.empty.hidden = points.length > 0;
    this.rows.show(new Map(points.map((point) => [point.id, point])), true);
    this.now.hidden = !this.running;
    this.stop();
    if (!this.running) return;
    this.title.textContent = this.running.title;
    this.tick();
    this.timer = setInterval(() => this.tick(), 1000);
  }

  stop() {
    clearInterval(this.timer);
  }

  tick() {
    const left = leftOf(this.running, Date.now());
    this.clock.textContent = clockText(left);
    this.clock.classList.toggle("is-over", left < 0);
  }

  tell(row, { title, minutes, state }) {
    row.dataset.state = state || "ahead";
    row.querySelector("[data-title]").textContent = title;
    row.querySelector("[data-minutes]").textContent = minutes ? this.words("wall.minutes", { n: minutes }) : "";
    row.querySelector("[data-state]").textContent =
      state === DONE ? this.words("wall.done") : state === RUNNING ? this.words("wall.running") : "";
  }
}
