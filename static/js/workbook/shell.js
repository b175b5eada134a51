// <filon-workbook>: the frame around the stations of one workshop.
import { readAddress, writeAddress } from "./address.js";
import { changeOver, tellBehind } from "./changing_over.js";
import { Keys } from "./keys.js";
import { watchLimits } from "./limits.js";
import { openWorkshop } from "./opening.js";
import { Rested } from "./pauses.js";
import { Rail } from "./rail.js";
import { Toasts } from "./toasts.js";
import { makeWords, textsOf } from "./words.js";
import { Workbar } from "./workbar.js";

const RAIL_REST_MS = 500;
const RAIL_MOST_MS = 3_000;
const IDLE = { timeout: 2_000 };
const whenIdle = (work) => (globalThis.requestIdleCallback ? requestIdleCallback(work, IDLE) : setTimeout(work));
const json = (id) => JSON.parse(document.getElementById(id).textContent);

export class FilonWorkbook extends HTMLElement {
  connectedCallback() {
    this.words = makeWords(textsOf(document.getElementById("words")), json("workbook-codes"), document.documentElement.lang);
    this.stage = this.querySelector("[data-stage]");
    this.stations = new Map();
    for (const template of document.querySelectorAll("template[data-station-of]"))
      this.stations.set(template.dataset.stationOf, template.content.firstElementChild.localName);
    this.rail = new Rail(this.querySelector("[data-rail]"), this.stations);
    this.toasts = new Toasts(this.querySelector("[data-toasts]"), document.getElementById("toast"));
    this.bar = new Workbar(this);
    this.keys = new Keys(this);
    watchLimits(this, (n) => this.toasts.show(this.words("limit.reached", { n }), { kind: "limit" }));
    window.addEventListener("hashchange", () => this.route());
    window.addEventListener("beforeunload", (event) => this.leaving(event));
    this.route();
  }

  /** Words that the server has not acknowledged are not left behind without a warning; nor those still in a field. */
  leaving(event) {
    if (this.locking) return;
    const field = document.activeElement;
    this.station?.settle();
    if (!this.session || this.session.outbox.empty) return;
    this.session.outbox.flush();
    event.preventDefault();
    setTimeout(() => field.isConnected && field.focus());
  }

  /** What the address asks for: another workshop, another station, an entry. */
  async route() {
    const address = readAddress(location.hash);
    if (!address.workshop) return this.tell("none");
    if (address.workshop !== this.workshop) await this.enter(address.workshop);
    if (!this.session) return;
    const station = this.stations.has(address.station) ? address.station : this.first();
    await customElements.whenDefined(this.stations.get(station));
    if (station !== this.open) this.show(station, address.entry);
    else if (address.entry) this.station.show(address.entry);
  }

  first() {
    const running = this.session.context.workshop?.state !== "PREPARED";
    return running && this.stations.has("tree") ? "tree" : this.rail.names[0];
  }

  async enter(workshop) {
    if (this.session && !this.session.outbox.empty) return this.stay();
    this.workshop = workshop;
    this.session?.provider?.stop();
    this.session = null;
    this.open = null;
    this.tell("opening");
    const session = await openWorkshop(this, workshop);
    if (!session || workshop !== this.workshop) return;
    this.session = session;
    this.rail.address(workshop);
    this.bar.attach(session);
    this.follow(session);
  }

  /** Another workshop is not opened over unsent words. */
  stay() {
    this.toasts.show(this.words("leave.unsent", { n: this.session.outbox.totals.here }), { kind: "leave" });
    location.replace(writeAddress({ workshop: this.workshop, station: this.open }));
  }

  follow(session) {
    session.provider?.addEventListener("change", () => this.session === session && changeOver(this, session));
    tellBehind(session, this.toasts);
    const draw = () => whenIdle(() => session === this.session && this.rail.refresh(session));
    const rested = new Rested(draw, RAIL_REST_MS, RAIL_MOST_MS);
    const refresh = () => rested.ask();
    session.book.subscribe("*", refresh);
    session.findings.addEventListener("change", refresh);
    session.addEventListener("last-round", refresh);
    this.rail.refresh(session);
    for (const name of this.stations.values()) customElements.whenDefined(name).then(refresh);
  }

  show(name, entry = "") {
    this.station?.close();
    this.open = name;
    const template = document.querySelector(`template[data-station-of="${name}"]`);
    this.stage.replaceChildren(template.content.cloneNode(true));
    this.station = this.stage.firstElementChild;
    this.querySelector("[data-frame]").dataset.station = name;
    this.toggleAttribute("data-folded", Boolean(this.station.constructor.folds));
    this.rail.open(name);
    this.session.people.say({ station: name, entry: "" });
    this.station.open(this.session, entry);
    if (!this.stage.contains(document.activeElement)) this.heading();
    document.title = `${this.rail.nameOf(name)} – ${this.session.context.workshop?.name ?? ""} – Filon`;
  }

  /** Whoever comes to a station by a key is in it, and hears which one it is. */
  heading() {
    const heading = this.station.querySelector("h2");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  go(station, entry) {
    const hash = writeAddress({ workshop: this.workshop, station, entry });
    if (hash === location.hash) this.route();
    else location.hash = hash;
  }

  /** A message in place of a station: `none`, `opening`, `missing`, `unreachable`, `signed-out`, `closed` (with its page). */
  tell(kind, page = "") {
    this.station?.close();
    this.station = null;
    this.open = null;
    this.stage.replaceChildren(document.getElementById(`tell-${kind}`).content.cloneNode(true));
    this.stage.querySelector("[data-its-page]")?.setAttribute("href", page);
    this.stage.querySelector("[data-again]")?.addEventListener("click", () => {
      this.workshop = null;
      this.route();
    });
  }

  /** Lock: whatever was read is dropped from memory; the page that comes is empty. */
  lock() {
    this.station?.settle();
    if (!this.session?.outbox.empty && !window.confirm(this.words("lock.unsent"))) return;
    this.locking = true;
    this.session?.provider?.stop();
    history.replaceState(null, "", location.pathname);
    location.reload();
  }
}
