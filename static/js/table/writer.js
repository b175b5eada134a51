// What typing in the table does to the workbook. Every act is one change: one step of undo, one item to send.

import { rowAt, statementsOf } from "./rows.js";
import { toldOf } from "./told.js";

const FIRST_LABEL = 1;
const NATURE_FLAGS = { exploitation: "exploitation", extraction: "extraction" };

const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

export class Writer {
  constructor(session) {
    this.session = session;
    this.book = session.book;
  }

  /** The rank after the last entry of a root. */
  after(root, key = "order") {
    const ranks = this.book.list(root).flatMap((entry) => (entry[key] ? [entry[key]] : []));
    return this.book.between(root, ranks.sort(byCodeUnit).at(-1) ?? null, null);
  }

  /** What every new statement about a row carries. Where it may be read follows from what it says until somebody chooses. */
  statement(root, row) {
    const agreement = statementsOf(row).find(({ entry }) => entry.agreement)?.entry.agreement;
    return {
      place: row.id,
      order: this.after(root),
      ...(agreement ? { agreement } : {}),
      ...(this.session.group ? { group: this.session.group } : {}),
    };
  }

  /** A site for the table: the one that stands for a known place already, or a new one. Returns its id. */
  addSite({ ref = null, name = "", kind = null, territoire = null, treat = false }) {
    const known = ref && this.book.list("places").find((place) => place.ref === ref);
    if (known) {
      if (!known.order) this.book.set("places", known.id, { order: this.after("places") });
      return known.id;
    }
    return this.book.make("places", {
      label: this.nextLabel(),
      order: this.after("places"),
      ...(treat ? { treat: this.after("places", "treat") } : {}),
      ...(ref ? { ref } : {}),
      ...(name ? { name } : {}),
      ...(kind ? { kind } : {}),
      ...(territoire ? { territoire } : {}),
      ...(this.session.group ? { group: this.session.group } : {}),
    });
  }

  nextLabel() {
    const taken = this.book.list("places").map((place) => Number(/^S-(\d+)$/.exec(place.label ?? "")?.[1] ?? 0));
    return `S-${Math.max(FIRST_LABEL - 1, ...taken) + 1}`;
  }

  /** The observation of a row, made when there is none. */
  observation(row) {
    return row.observation?.id ?? this.book.make("observations", this.statement("observations", row));
  }

  /** The nature of a row as it was typed, in place of what was there. */
  setNature(row, nature) {
    this.book.change(() => {
      this.book.set("places", row.id, { kind: nature.kind ?? null });
      const id = this.observation(row);
      const was = this.book.get("observations", id);
      const values = { title_status: nature.title_status, activity_status: nature.activity_status, armed_presence: nature.armed_presence };
      for (const [name, key] of Object.entries(NATURE_FLAGS))
        Object.assign(
          values,
          this.flagsOf(was, name, nature[key], () => true),
        );
      Object.assign(
        values,
        this.flagsOf(was, "mineral", nature.minerals, (at) => at + 1),
      );
      if (!was.language) values.said = nature.unread.join(" · ");
      this.book.set("observations", id, values);
    });
  }

  /** Keys that make a set hold `codes` and nothing else. */
  flagsOf(entry, name, codes, valueAt) {
    const gone = this.book.flags(entry, name).filter((code) => !codes.includes(code));
    return Object.fromEntries([
      ...gone.map((code) => [`${name}:${code}`, null]),
      ...codes.map((code, at) => [`${name}:${code}`, valueAt(at)]),
    ]);
  }

  /** An actor of the row: `actor` is {actor} of the register, or {actor_category, actor_name}. Returns its involvement. */
  addActor(row, actor) {
    const open = row.involvements.find((entry) => !entry.actor && !entry.actor_category && !entry.actor_name);
    if (!open) return this.book.make("involvements", { ...this.statement("involvements", row), ...actor });
    this.setActor("involvements", open.id, actor);
    return open.id;
  }

  /** Another actor for a statement. */
  setActor(root, id, actor) {
    this.book.set(root, id, { actor: null, actor_name: null, actor_category: null, ...actor });
  }

  /** A mode, a levy or both for an actor of the row; without an actor one is made that is still to be named. */
  addMode(row, target, { mode = null, levy = null, said = "" }) {
    let id = target;
    this.book.change(() => {
      id ??= this.book.make("involvements", this.statement("involvements", row));
      const values = {};
      if (mode) values[`mode:${mode}`] = true;
      if (levy) {
        Object.assign(values, { levy_low: levy.low, levy_high: levy.high });
        Object.assign(values, { levy_base: levy.base, levy_unit: levy.unit, levy_per: levy.per });
      }
      if (said) values.said = [this.book.get("involvements", id).said, said].filter(Boolean).join(" · ");
      this.book.set("involvements", id, values);
    });
    return id;
  }

  /** Where the minerals go; with one mineral at the site, that is the one. */
  addLeg(row, leg) {
    const minerals = row.observation ? this.book.flags(row.observation, "mineral") : [];
    const mineral = leg.mineral ?? (minerals.length === 1 ? minerals[0] : null);
    const given = {
      to: leg.to_id,
      to_text: leg.to_text,
      transport: leg.transport,
      formal: leg.formal,
      leg_kind: leg.leg_kind,
      via: leg.via,
    };
    const fields = { ...given, mineral, volume_low: leg.low, volume_high: leg.high, said: (leg.unread ?? []).join(", ") };
    const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ""));
    return this.book.make("legs", { ...this.statement("legs", row), ...told });
  }

  /** Who gains; read in the group only until somebody says otherwise. */
  addBenefit(row, benefit) {
    const open = row.benefits.find(
      (entry) => !entry.beneficiary_type && !entry.unspecified_reason && (entry.beneficiary || entry.beneficiary_name),
    );
    if (open && (benefit.beneficiary_type || benefit.unspecified_reason)) {
      this.book.set("benefits", open.id, benefit);
      return open.id;
    }
    return this.book.make("benefits", { ...this.statement("benefits", row), ...benefit });
  }

  /** How far the group agrees, for everything that it says of the site. */
  setAgreement(row, agreement) {
    this.book.change(() => {
      const statements = statementsOf(row);
      if (!statements.length) this.observation(row);
      for (const { root, entry } of statementsOf(rowAt(this.book, row.id))) this.book.set(root, entry.id, { agreement });
    });
  }

  /** In plenary, or in the group only: the other of the two. Returns what it is now. */
  toggleDisclosure(root, id) {
    const disclosure = toldOf(this.session, root, this.book.get(root, id)) === "GROUP_ONLY" ? "PLENARY" : "GROUP_ONLY";
    this.book.set(root, id, { disclosure });
    return disclosure;
  }

  /** The site was on the list and the day was over before it: the question was not asked. */
  markNotReached(rows) {
    this.book.change(() => {
      for (const row of rows) this.book.set("observations", this.observation(row), { armed_presence: "NOT_ASKED" });
    });
  }
}
