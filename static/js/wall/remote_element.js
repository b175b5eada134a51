// <filon-remote>: what the wall shows, chosen from the laptop. It appears once the wall was opened.

const SOON_MS = 250; // an arrow held down moves the wall once
const KEPT_BACK = "GROUP_ONLY";
const OF_STATION = { tree: "tree", sites: "sites", table: "sites", recommendations: "recommendations", agenda: "agenda", adoption: "adoption" };

export class FilonRemote extends HTMLElement {
  /** Another workshop is open: the remote is for its wall. */
  attach(session) {
    this.session = session;
    this.hidden = true;
    this.shown = { station: "tree", branch: "" };
    session.people.addEventListener("mine", () => session === this.session && this.followed());
    session.book.subscribe(["nodes", "places", "recommendations"], () => session === this.session && !this.hidden && this.list());
    if (this.link) return;
    this.link = document.querySelector("[data-project]");
    this.follow = this.querySelector("[name=remote-follow]");
    this.from = this.querySelector("[data-from]");
    this.language = this.querySelector("[data-language]");
    this.link.addEventListener("click", () => this.start());
    this.addEventListener("change", ({ target }) => this.changed(target));
    this.querySelector("[data-close]").addEventListener("click", () => {
      this.hidden = true;
      this.link.focus();
    });
  }

  start() {
    this.hidden = false;
    this.show({ station: OF_STATION[this.session.people.mine.station] ?? "tree", branch: "" });
    this.followed();
  }

  /** The wall goes where the note-taker goes, but never to what is kept back. */
  followed() {
    if (this.hidden || !this.follow.checked) return;
    const { station, entry } = this.session.people.mine;
    const [root, id] = entry.split("/");
    const shown = OF_STATION[station];
    if (!shown || (id && this.session.book.get(root, id)?.disclosure === KEPT_BACK)) return;
    this.show({ station: shown, branch: id ?? "" });
  }

  changed(target) {
    if (target === this.language) return this.openIn(target.value);
    if (target === this.follow) return this.followed();
    this.follow.checked = false;
    if (target === this.from) this.show({ branch: this.from.value });
    else this.show({ station: target.value, branch: "" });
  }

  /** The same window in another language. */
  openIn(language) {
    window.open(`${this.link.href.split("?")[0]}?language=${language}`, this.link.target);
  }

  show(next) {
    this.shown = { ...this.shown, ...next };
    for (const radio of this.querySelectorAll("[name=remote-station]")) radio.checked = radio.value === this.shown.station;
    this.list();
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.session.provider?.say({ type: "show", ...this.shown }), SOON_MS);
  }

  /** Branches or rows to begin with; entries that are kept back are not offered. */
  list() {
    const { station, branch } = this.shown;
    const none = this.session.words(station === "tree" ? "remote.no-branch" : "remote.from-top");
    const options = [["", none], ...this.entries(station).filter(([, label]) => label)];
    const signature = JSON.stringify(options);
    if (signature !== this.listed) {
      this.listed = signature;
      this.from.replaceChildren(...options.map(([id, label]) => new Option(label, id)));
    }
    this.from.value = options.some(([id]) => id === branch) ? branch : "";
    this.querySelector("[data-from-row]").hidden = options.length < 2;
  }

  entries(station) {
    const { book, register } = this.session;
    const texts = (root) => book.list(root).filter((entry) => entry.disclosure !== KEPT_BACK && entry.side !== "core");
    if (station === "tree") return texts("nodes").map(({ id, text }) => [id, text]);
    if (station === "recommendations") return texts("recommendations").map(({ id, text }) => [id, text]);
    if (!["sites", "adoption"].includes(station)) return [];
    return book.list("places").map((place) => [place.id, place.name || register.get("places", place.ref)?.name || place.label]);
  }
}
