// <filon-view>: the map page. Loads the layers, holds the model, keeps the address bar and the page's form in step.

import { dayText } from "./dates.js";
import { counted, fill } from "./format.js";
import { fetchJson, fetchMap } from "./loader.js";
import { Model, ROWS } from "./model.js";
import { dataIn, painted, textsOf } from "./part.js";
import { queryText, readView, rowsQuery, writeView } from "./permalink.js";

const ADDRESS_PAUSE = 250; // ms; browsers limit how often the address may change

export class FilonView extends HTMLElement {
  connectedCallback() {
    if (this.model) return;
    this.catalogue = dataIn("map-filters") ?? [];
    this.since = dataIn("map-since");
    this.model = new Model(this.catalogue, readView(location.search, this.catalogue));
    this.texts = textsOf(this);
    this.model.addEventListener("view", (event) => this.follow(event.detail));
    this.model.addEventListener("filtered", () => this.filtered());
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.escaped());
    document.addEventListener("click", (event) => event.target.closest("a[href]") && this.address(), true);
    window.addEventListener("offline", () => this.offline());
    window.addEventListener("online", () => this.load());
    window.addEventListener("popstate", () => this.model.change(readView(location.search, this.catalogue)));
    this.follow(new Set(Object.keys(this.model.view)));
    this.dispatchEvent(new Event("filon:model"));
    this.load();
  }

  async load() {
    try {
      const { base, state } = await fetchMap(this.dataset.baseUrl, this.dataset.stateUrl);
      this.model.begin(base, state, this.since?.places ?? [], this.since?.better_places ?? []);
      await painted();
      this.model.settle();
      this.loadedAt = new Date();
      this.notice("");
      this.toggleAttribute("data-ready", true);
      this.model.setClaims(await fetchJson(this.dataset.claimsUrl));
      this.dispatchEvent(new CustomEvent("filon:ready", { bubbles: true }));
    } catch (problem) {
      this.failed(problem);
    }
  }

  failed(problem) {
    if (problem.status === 401 || problem.status === 403) location.reload();
    else this.offline();
  }

  /** The link dropped: what was loaded stays usable, with the time of its data. */
  offline() {
    if (!this.loadedAt) return this.notice(this.texts.unreachable);
    const time = this.loadedAt.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    const day = dayText(Math.floor((this.loadedAt.getTime() - this.loadedAt.getTimezoneOffset() * 60_000) / 86_400_000));
    return this.notice(fill(this.texts.offline, { day, time }));
  }

  notice(sentence) {
    const notice = this.querySelector("[data-notice]");
    notice.hidden = !sentence;
    notice.querySelector("p").textContent = sentence;
  }

  /** Map or list, details open or not, and the address. */
  follow(changed) {
    if (changed.has("view")) this.dataset.form = this.model.view.view;
    if (changed.has("sel")) this.dataset.details = this.model.view.sel ? "open" : "closed";
    if (changed.has("sel") && this.model.view.sel) delete this.dataset.sheet;
    for (const button of this.querySelectorAll("[data-form-button]")) {
      button.setAttribute("aria-pressed", String(button.dataset.formButton === this.model.view.view));
    }
    if ([...changed].some((name) => ROWS.has(name))) this.exports();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.address(), ADDRESS_PAUSE);
  }

  /** Also at once when a link is followed: who comes back finds the view as it was left. */
  address() {
    clearTimeout(this.timer);
    const query = writeView(this.model.view, this.catalogue);
    history.replaceState(history.state, "", query ? `?${query}` : location.pathname);
  }

  /** What is exported is what the screen shows, from the moment it shows it: this never waits as the address does. */
  exports() {
    const rows = queryText(rowsQuery(this.model.view, this.catalogue));
    for (const link of this.querySelectorAll("a[data-export]")) {
      link.href = `${link.dataset.export}${rows ? `${link.dataset.export.includes("?") ? "&" : "?"}${rows}` : ""}`;
    }
  }

  filtered() {
    const { result, engine } = this.model;
    const count = this.querySelector("[data-count]");
    count.textContent = "";
    const [before, after = ""] = counted({ one: this.texts.countOne, other: this.texts.countOther }, result.visible, {
      n: "\u0001",
      total: engine.count,
    }).split("\u0001");
    const figure = document.createElement("b");
    figure.textContent = fill("{n}", { n: result.visible });
    count.append(before, figure, after);
  }

  clicked(event) {
    const button = event.target.closest("[data-form-button], [data-sheet-button], [data-print], [data-clear]");
    if (!button) return;
    if (button.dataset.formButton) this.model.change({ view: button.dataset.formButton });
    else if ("sheetButton" in button.dataset) this.sheet(button.dataset.sheetButton);
    else if ("clear" in button.dataset) this.model.clear();
    else window.print();
  }

  /** On narrow screens and for ministries the filters are a sheet that opens over the map. */
  sheet(name) {
    if (this.dataset.sheet === name) delete this.dataset.sheet;
    else this.dataset.sheet = name;
    const open = this.dataset.sheet === "filters";
    for (const button of this.querySelectorAll("[data-sheet-button='filters'][aria-expanded]"))
      button.setAttribute("aria-expanded", String(open));
    if (open) this.querySelector("filon-filters input, filon-filters summary")?.focus();
    else this.querySelector("[data-sheet-button='filters'][aria-expanded]")?.focus();
  }

  escaped() {
    if (this.dataset.sheet) this.sheet(this.dataset.sheet);
  }
}
