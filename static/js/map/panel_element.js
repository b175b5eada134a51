// <filon-panel>: what is known of the chosen place. The server writes it; here it is fetched, tabbed and closed.

import { isoOf } from "./dates.js";
import { Part } from "./part.js";

const HANDLE_PAUSE = 300; // ms

export class FilonPanel extends Part {
  setup() {
    this.body = this.one("[data-panel]");
    this.on("view", (event) => this.viewed(event.detail));
    this.on("loaded", () => this.model.view.sel && this.follow());
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("keydown", (event) => this.pressed(event));
  }

  /** The handle may be on its way through many days: the place is asked for where it stops. */
  viewed(changed) {
    clearTimeout(this.timer);
    if (changed.has("sel")) this.follow();
    else if (changed.has("on") && this.model.view.sel) this.timer = setTimeout(() => this.follow(), HANDLE_PAUSE);
  }

  async follow() {
    const { sel } = this.model.view;
    const address = this.address(sel);
    if (sel && address === this.shown) return undefined;
    this.request?.abort();
    if (!sel) return this.close();
    const { activeElement } = document;
    if (!this.contains(activeElement) && activeElement !== document.body) this.opener = activeElement;
    this.shown = address;
    this.request = new AbortController();
    this.body.setAttribute("aria-busy", "true");
    try {
      await this.fetch(address, this.request.signal);
    } catch (problem) {
      if (problem.name !== "AbortError") this.state("unreachable");
    }
    this.body.removeAttribute("aria-busy");
    return undefined;
  }

  /** The fragment's address: a place, as known on the handle's day. */
  address(code) {
    const { on } = this.model.view;
    return `${this.dataset.url.replace("CODE", code)}${on === null ? "" : `?on=${isoOf(on)}`}`;
  }

  async fetch(address, signal) {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, signal, cache: "no-store" });
    const elsewhere = answer.redirected && !new URL(answer.url).pathname.endsWith("/panel/");
    const markup = await answer.text(); // also of a refusal: what is not read to its end keeps its line busy
    if (elsewhere || answer.status === 401)
      location.reload(); // signed out meanwhile
    else if (answer.ok) this.show(markup);
    else this.state("missing");
  }

  state(name) {
    this.body.replaceChildren(document.getElementById(`panel-${name}`).content.cloneNode(true));
    this.shown = "";
  }

  /** Parsed apart from the page: nothing in it runs. */
  show(markup) {
    const parsed = new DOMParser().parseFromString(markup, "text/html");
    this.body.replaceChildren(...parsed.body.childNodes);
    const tabs = this.tabs;
    this.open(tabs.find((tab) => tab.dataset.tab === this.model.view.tab) ?? tabs[0], false);
    const heading = this.body.querySelector("h2");
    if (heading) {
      heading.tabIndex = -1;
      if (this.opener?.closest?.("filon-list, filon-beside, filon-changes")) heading.focus();
    }
    this.body.scrollTop = 0;
  }

  get tabs() {
    return [...this.body.querySelectorAll("[role=tab]")];
  }

  open(tab, told = true) {
    for (const one of this.tabs) {
      const chosen = one === tab;
      one.setAttribute("aria-selected", String(chosen));
      one.tabIndex = chosen ? 0 : -1;
      const sheet = document.getElementById(one.getAttribute("aria-controls"));
      if (sheet) sheet.hidden = !chosen;
    }
    if (tab && told) this.model.change({ tab: this.tabs[0] === tab ? "" : tab.dataset.tab });
  }

  clicked(event) {
    const tab = event.target.closest("[role=tab]");
    if (tab) {
      event.preventDefault();
      this.open(tab);
    }
    const leg = event.target.closest("[data-open-tab]");
    if (leg) {
      event.preventDefault();
      const wanted = this.tabs.find((one) => one.dataset.tab === leg.dataset.openTab);
      if (wanted) {
        this.open(wanted);
        wanted.focus();
      }
    }
    if (event.target.closest("[data-close]")) this.model.change({ sel: "", tab: "" });
  }

  /** Arrow keys rove among the tabs; Escape closes. */
  pressed(event) {
    if (event.key === "Escape" && !event.defaultPrevented) this.model.change({ sel: "", tab: "" });
    if (!event.target.matches("[role=tab]")) return;
    const { tabs } = this;
    const at = tabs.indexOf(event.target);
    const next = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at + tabs.length - 1) % tabs.length, Home: 0, End: tabs.length - 1 }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    this.open(tabs[next]);
    tabs[next].focus();
  }

  close() {
    const inside = this.contains(document.activeElement);
    this.shown = "";
    this.body.replaceChildren();
    if (inside) (this.opener?.isConnected ? this.opener : this.root.querySelector("[data-map]"))?.focus();
    this.opener = null;
  }
}
