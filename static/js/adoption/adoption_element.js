// <filon-adoption>: the read-back, what is to be completed, réserves, and the closing of the room.
import { agreementKeys, pressed } from "./adoption_keys.js";
import { ClosingView } from "./closing_view.js";
import { markOf, readingOrder, screenWith, territoiresOf } from "./pages.js";
import { plenaryRows } from "./plenary_rows.js";
import { sitesOf } from "./reading.js";
import { drawScreen, drawTerritoires, timeText } from "./reading_rows.js";
import { ReservesView } from "./reserves_view.js";
import { part } from "../workbook/rows.js";
import { Station } from "../workbook/station.js";
import { FilonComplete } from "../workbook/complete.js";

const ROOTS = ["places", "observations", "involvements", "legs", "benefits", "reserves", "agenda"];
const TOLD = ["observations", "involvements", "legs", "benefits"];
const EVERY_MS = 10_000;

/** Sites that are read back; one that says something else than was adopted is open again. */
function sitesToRead(session) {
  const abouts = session.book.list("reserves").map(({ about }) => about ?? "");
  return sitesOf(plenaryRows(session), abouts).map((site) => ({ ...site, adopted: site.adopted === markOf(site) ? site.adopted : "" }));
}

export class FilonAdoption extends Station {
  static folds = true;

  static summary(session) {
    const sites = sitesToRead(session);
    const done = sites.filter(({ adopted }) => adopted).length;
    return { text: sites.length ? session.words("read.rail", { done, n: sites.length }) : "", missing: 0, part: sites.length ? done / sites.length : null };
  }

  opened(entry) {
    Object.assign(this, { screen: -1, site: "", tab: "read" });
    this.inner = this.querySelector("filon-complete");
    this.inner.open(this.session);
    this.reserves = new ReservesView(this);
    this.closing = new ClosingView(this);
    for (const button of this.querySelectorAll("[data-tab]")) button.addEventListener("click", () => this.choose(button.dataset.tab));
    for (const button of this.querySelectorAll("[data-do]")) button.addEventListener("click", () => this.do(button.dataset.do));
    part(this, "rows").addEventListener("click", ({ target }) => this.clicked(target));
    this.listen(document, "keydown", (event) => pressed(this, event));
    this.listen(this.session, "register", () => this.draw());
    this.listen(this.session.findings, "change", () => this.drawTabs());
    this.watch(ROOTS, () => this.draw());
    const ticking = setInterval(() => this.drawTime(), EVERY_MS);
    this.endings.push(() => clearInterval(ticking));
    this.draw();
    this.takeKeys();
    if (entry) this.show(entry);
  }

  /** Keys are for the screen: a link or button that was clicked before must not take Enter. */
  takeKeys() {
    part(this, "read").focus({ preventScroll: true });
  }

  settle() {
    this.reserves.note();
    super.settle();
  }

  closed() {
    this.inner.close();
  }

  show(entry) {
    const id = entry.slice(entry.indexOf("/") + 1);
    this.choose("read");
    this.turn(screenWith(this.screens, id));
  }

  choose(tab) {
    this.tab = tab;
    for (const page of this.querySelectorAll("[data-page]")) page.hidden = page.dataset.page !== tab;
    this.drawTabs();
    if (tab === "read") this.takeKeys();
    if (tab === "reserves") this.reserves.draw();
    if (tab === "close") this.closing.ask();
  }

  draw() {
    this.sites = sitesToRead(this.session);
    this.territoires = territoiresOf(this.sites);
    this.screens = readingOrder(this.territoires);
    if (this.screen < 0 || this.screen >= this.screens.length) this.screen = screenWith(this.screens, "");
    this.drawRead();
    this.drawTabs();
    this.drawTime();
    if (this.tab === "reserves") this.reserves.draw();
    this.closing.draw();
  }

  get shown() {
    return this.screens[this.screen]?.sites ?? [];
  }

  drawRead() {
    const { words } = this.session;
    const now = this.screens[this.screen];
    part(this, "empty").hidden = Boolean(now);
    part(this, "read").hidden = !now;
    if (!now) return;
    const { territoire, from, sites } = now;
    part(this, "title").textContent = territoire.name ? words("read.territoire", { name: territoire.name }) : words("read.nowhere");
    part(this, "which").textContent = words("read.which", { from, to: from + sites.length - 1, n: territoire.sites.length });
    drawTerritoires(part(this, "territoires"), this, words, this.territoires, territoire.name);
    drawScreen(part(this, "rows"), this, words, sites, this.site);
    for (const row of part(this, "rows").children) row.querySelector("[data-exception]").hidden = row.dataset.id !== this.site;
    const adopt = this.querySelector('[data-do="adopt"]');
    adopt.disabled = !this.session.canWrite;
    part(adopt, "text").textContent = words(sites.every(({ adopted }) => adopted) ? "read.next" : "read.adopt", { n: sites.length });
    this.session.people.say({ entry: `places/${sites[0].id}` });
  }

  drawTabs() {
    const { words, book } = this.session;
    const counts = {
      read: this.sites.filter(({ adopted }) => !adopted).length,
      complete: FilonComplete.summary(this.session).missing,
      reserves: book.list("reserves").length,
    };
    for (const button of this.querySelectorAll("[data-tab]")) {
      button.setAttribute("aria-pressed", String(button.dataset.tab === this.tab));
      const count = part(button, "n");
      if (count) count.textContent = words("figure", { n: counts[button.dataset.tab] });
    }
  }

  drawTime() {
    const left = this.sites.filter(({ adopted }) => !adopted).length;
    const text = this.sites.length ? timeText(this.session.words, this.session.book.list("agenda"), left, Date.now()) : "";
    part(this, "time").textContent = text;
    part(this, "timer").hidden = !text;
  }

  turn(to) {
    this.screen = Math.max(0, Math.min(to, this.screens.length - 1));
    this.site = "";
    this.drawRead();
  }

  do(act) {
    const acts = { adopt: () => this.adopt(), back: () => this.turn(this.screen - 1), on: () => this.turn(this.screen + 1), reserve: () => this.note() };
    acts[act]?.();
  }

  /** The room agrees with the screen; what a group did not say of its agreement is consensus. */
  adopt() {
    const { book } = this.session;
    const open = this.shown.filter(({ adopted }) => !adopted);
    if (!open.length) return this.turn(this.screen + 1);
    book.change(() => {
      for (const site of open) {
        this.agree(site.id, "CONSENSUS", true);
        book.set("places", site.id, { adopted: markOf(site) });
      }
    });
    const at = this.screen;
    this.draw();
    if (this.shown.every(({ adopted }) => adopted)) this.turn(screenWith(this.screens, ""));
    if (at === this.screen && this.sites.every(({ adopted }) => adopted)) this.session.say(this.session.words("read.all-adopted"), { kind: "read" });
  }

  /** What is read of a site has this agreement; with `silent`, only where nothing was said. */
  agree(id, agreement, silent = false) {
    const { book } = this.session;
    const row = plenaryRows(this.session).find((it) => it.id === id);
    for (const root of TOLD)
      for (const entry of row?.[root] ?? []) if (!silent || !entry.agreement) book.set(root, entry.id, { agreement });
  }

  /** The site at a key is opened for an exception, or closed again. */
  openSite(at) {
    const site = this.shown[at];
    if (!site) return;
    this.site = this.site === site.id ? "" : site.id;
    this.drawRead();
  }

  except(agreement) {
    const id = this.site;
    this.session.book.change(() => this.agree(id, agreement));
    this.site = "";
    this.draw();
  }

  note() {
    const id = this.site || this.shown[0]?.id || "";
    this.choose("reserves");
    this.reserves.begin(id);
  }

  clicked(target) {
    const row = target.closest("[data-id]");
    if (!row) return;
    const level = target.closest("[data-level]");
    if (level) return this.except(agreementKeys[Number(level.dataset.level) - 1]);
    if (target.closest("[data-key], [data-open]")) this.openSite([...row.parentElement.children].indexOf(row));
  }
}
