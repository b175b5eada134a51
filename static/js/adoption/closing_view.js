// Closing: what would be handed in, what still keeps the room open, the typed name. It needs a server that answers.
import { confirms } from "../lib/typed_word.js";
import { cloneOf, keepRows, part } from "../workbook/rows.js";

const JSON_KIND = "application/json";
const PAUSE_MS = 600;

export class ClosingView {
  constructor(station) {
    Object.assign(this, { station, told: null, busy: false, stale: false, done: false, asked: 0 });
    this.page = station.querySelector('[data-page="close"]');
    this.form = part(this.page, "form");
    this.button = part(this.page, "submit");
    this.form.addEventListener("input", () => this.draw());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.close();
    });
    part(this.page, "again").addEventListener("click", () => this.ask());
    part(this.page, "complete").addEventListener("click", () => station.choose("complete"));
    station.watch("*", () => this.outdate());
    station.listen(this.session.outbox, "change", () => this.outdate());
    station.listen(this.session.provider, "change", () => this.follow());
    station.endings.push(() => clearTimeout(this.later));
  }

  get session() {
    return this.station.session;
  }

  /** Whether a server answers and has everything that was written here. */
  get ready() {
    return this.session.provider?.state === "live" && this.session.outbox.empty;
  }

  /** Somebody wrote, here or elsewhere: what was counted is not what would be closed. */
  outdate() {
    this.stale = true;
    clearTimeout(this.later);
    this.later = setTimeout(() => this.follow(), PAUSE_MS);
    this.draw();
  }

  /** Count again once the server has everything; what was counted stays on the screen meanwhile. */
  follow() {
    if (this.stale && this.ready && this.told && this.station.tab === "close") this.count();
    else this.draw();
  }

  ask() {
    this.told = null;
    this.draw();
    return this.count();
  }

  async count() {
    this.stale = !this.session.outbox.empty;
    const turn = ++this.asked;
    const answer = await asked(this.session.context.addresses?.closing);
    if (!this.station.isConnected || turn !== this.asked) return;
    this.told = answer;
    this.follow();
  }

  draw() {
    if (this.station.tab !== "close") return;
    const { session, told } = this;
    const { words, context } = session;
    const preview = told?.preview ?? null;
    part(this.page, "offline").hidden = this.done || session.provider?.state === "live";
    part(this.page, "waiting").hidden = this.done || session.provider?.state !== "live" || session.outbox.empty;
    part(this.page, "left").hidden = !preview?.left;
    part(this.page, "left-text").textContent = words("close.left", { n: preview?.left ?? 0 });
    const unread = this.station.sites.filter(({ adopted }) => !adopted).length;
    part(this.page, "unread").hidden = !unread || !preview;
    part(this.page, "unread-text").textContent = words("close.unread", { n: unread });
    part(this.page, "preview").hidden = !preview;
    for (const cell of this.page.querySelectorAll("[data-figure]")) cell.textContent = words("figure", { n: figureOf(preview, cell.dataset.figure) });
    for (const line of this.page.querySelectorAll("[data-unless-zero]")) line.hidden = !figureOf(preview, line.dataset.unlessZero);
    part(this.page, "name").textContent = context.workshop?.name ?? "";
    const typed = confirms(this.form.elements.name.value, context.workshop?.name ?? "");
    this.form.hidden = !preview || !context.rights?.close;
    this.button.disabled = this.busy || this.stale || !typed || !this.ready || preview?.left > 0;
    this.drawVersions(told?.versions ?? []);
  }

  drawVersions(versions) {
    const { words } = this.session;
    part(this.page, "versions-box").hidden = !versions.length;
    keepRows(
      part(this.page, "versions"),
      versions.map((it) => ({ ...it, id: String(it.number) })),
      () => cloneOf(part(this.page, "version")),
      (row, it) => {
        part(row, "number").textContent = words("close.version", { number: String(it.number) });
        part(row, "when").textContent = new Date(it.closed_at).toLocaleString(words.language, { dateStyle: "short", timeStyle: "short" });
        part(row, "checksum").textContent = it.checksum;
        part(row, "because").textContent = it.because ? words("close.because", { reason: it.because }) : "";
        part(row, "changes").textContent = it.number > 1 ? words("close.changes", { n: it.changes.length }) : "";
      },
    );
  }

  async close() {
    const { session } = this;
    if (this.busy || !this.told?.preview || !this.ready) return;
    this.busy = true;
    this.draw();
    const sent = { name: this.form.elements.name.value, checksum: this.told.preview.checksum };
    const answer = await asked(session.context.addresses.closing, { token: session.context.csrf, sent });
    this.busy = false;
    if (answer?.versions) return this.closed(answer);
    session.say(answer?.detail ?? session.words("close.unreachable"), { kind: "close", stays: true });
    this.ask();
  }

  /** The room is closed; what it adopted is shown, and nothing is written any more. */
  closed(answer) {
    this.told = { versions: answer.versions, preview: null };
    this.done = true;
    this.form.elements.name.value = "";
    part(this.page, "done").hidden = false;
    part(this.page, "done-text").textContent = this.session.words("close.done", { number: String(answer.versions[0].number), n: answer.submitted });
    for (const paper of this.page.querySelectorAll("[data-paper]")) paper.href = this.session.context.addresses?.[paper.dataset.paper] ?? "";
    this.draw();
  }
}

const figureOf = (preview, name) => preview?.weighed?.[name] ?? preview?.[name] ?? 0;

/** What the door answers, also where it refuses; null without a link. */
async function asked(url, { token = "", sent = null } = {}) {
  const headers = { Accept: JSON_KIND, ...(sent ? { "Content-Type": JSON_KIND, "X-CSRFToken": token } : {}) };
  try {
    const answer = await fetch(url, { method: sent ? "POST" : "GET", headers, body: sent && JSON.stringify(sent), redirect: "error" });
    return await answer.json();
  } catch {
    return null;
  }
}
