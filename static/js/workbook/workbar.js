// The bar above the stations: which workshop, for which group one writes, what is only here, who is here.
import { byOrder } from "./order.js";
import { PastDialog } from "./past_dialog.js";
import { SyncPill } from "./sync_pill.js";

const MOST_SHOWN = 5;

export class Workbar {
  constructor(shell) {
    this.shell = shell;
    const find = (name) => shell.querySelector(`[data-${name}]`);
    Object.assign(this, { name: find("workshop"), day: find("day"), groups: find("group"), people: find("people") });
    this.pill = new SyncPill(find("sync"), shell);
    this.wall = find("project");
    this.past = new PastDialog(document.getElementById("past-dialog"));
    find("past").addEventListener("click", () => this.history());
    find("lock").addEventListener("click", () => shell.lock());
    this.groups.addEventListener("change", () => shell.session.setGroup(this.groups.value));
  }

  attach(session) {
    this.session = session;
    const { workshop = {} } = session.context;
    this.name.textContent = workshop.name ?? "";
    this.day.textContent = dayText(workshop, session.words);
    this.pill.attach(session);
    this.wall.hidden = !session.context.addresses?.wall;
    this.wall.href = session.context.addresses?.wall ?? "";
    this.shell.querySelector("filon-remote").attach(session);
    this.drawGroups();
    session.book.subscribe("groups", () => this.drawGroups());
    session.people.addEventListener("change", () => this.drawPeople());
  }

  /** The history of the entry at hand, and the named versions. */
  history() {
    if (this.session) this.past.open(this.session, this.session.people.mine.entry);
  }

  drawGroups() {
    const { book, words } = this.session;
    const groups = [...book.list("groups")].sort((a, b) => (a.session ?? 1) - (b.session ?? 1) || byOrder(a, b));
    const chosen = this.session.group;
    const options = groups.map((group) => option(group.id, words("bar.group", { name: group.name ?? "" })));
    this.groups.replaceChildren(option("", words("bar.no-group")), ...options);
    this.groups.value = groups.some((group) => group.id === chosen) ? chosen : "";
  }

  drawPeople() {
    const { people, words } = this.session;
    const row = (person, at) => {
      const item = document.createElement("li");
      item.dataset.person = (at % 3) + 1;
      item.textContent = initials(person.name);
      const name = person.you === people.you ? words("people.you", { name: person.name }) : person.name;
      item.title = [name, this.shell.rail.nameOf(person.station)].filter(Boolean).join(" – ");
      return item;
    };
    const more = document.createElement("li");
    more.textContent = `+${people.here.length - MOST_SHOWN}`;
    more.title = people.here
      .slice(MOST_SHOWN)
      .map((it) => it.name)
      .join(", ");
    this.people.replaceChildren(...people.here.slice(0, MOST_SHOWN).map(row), ...(people.here.length > MOST_SHOWN ? [more] : []));
    this.people.setAttribute("aria-label", words("people.here", { names: people.here.map((it) => it.name).join(", ") }));
  }
}

function option(value, text) {
  const element = document.createElement("option");
  element.value = value;
  element.textContent = text;
  return element;
}

const initials = (name = "") =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? "")
    .join("")
    .slice(0, 2)
    .toUpperCase();

/** "day 1 of 2" while it runs, else its dates. */
export function dayText(workshop, words) {
  if (workshop.day >= 1 && workshop.day <= workshop.days) return words("bar.day", { day: workshop.day, days: workshop.days });
  const shown = (day) => (day ? day.split("-").reverse().join("/") : "");
  const dates = [...new Set([shown(workshop.starts_on), shown(workshop.ends_on)])].filter(Boolean);
  return dates.join(" – ");
}
