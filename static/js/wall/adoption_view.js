// The read-back on the wall: one territoire, four or five sites a screen, what was said for the plenary alone.

import { readingOrder, screenWith, territoiresOf } from "../adoption/pages.js";
import { sitesOf } from "../adoption/reading.js";
import { drawScreen, drawTerritoires, timeText } from "../adoption/reading_rows.js";

const EVERY_MS = 10_000;

export class AdoptionView {
  constructor(wall, words) {
    this.words = words;
    this.page = wall.querySelector("[data-page=adoption]");
    this.time = this.page.querySelector("[data-time]");
  }

  show({ rows, reserves, agenda, show }) {
    const sites = sitesOf(rows, reserves);
    const screens = readingOrder(territoiresOf(sites));
    const now = screens[screenWith(screens, show.branch)];
    this.page.querySelector("[data-empty]").hidden = Boolean(now);
    this.page.querySelector("[data-read]").hidden = !now;
    this.stop();
    if (!now) return;
    const { territoire, from } = now;
    const told = { from, to: from + now.sites.length - 1, n: territoire.sites.length };
    const title = territoire.name ? this.words("read.territoire", { name: territoire.name }) : this.words("read.nowhere");
    this.page.querySelector("[data-title]").textContent = title;
    this.page.querySelector("[data-which]").textContent = this.words("read.which", told);
    drawTerritoires(this.page.querySelector("[data-territoires]"), this.page, this.words, territoiresOf(sites), territoire.name);
    drawScreen(this.page.querySelector("[data-rows]"), this.page, this.words, now.sites);
    const left = sites.filter(({ adopted }) => !adopted).length;
    const tick = () => {
      this.time.textContent = timeText(this.words, agenda, left, Date.now());
    };
    tick();
    this.timer = setInterval(tick, EVERY_MS);
  }

  stop() {
    clearInterval(this.timer);
  }
}
