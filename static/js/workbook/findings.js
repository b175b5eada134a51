// What is to be completed: as the server last told, and what this page finds by itself; says "change" when there is news.
export class Findings extends EventTarget {
  constructor() {
    super();
    Object.assign(this, { told: [], own: [], checked: false });
    this.gather();
  }

  /** From the server: [{code, root, id, key, other}] */
  set(list) {
    this.told = list;
    this.checked = true;
    this.gather();
  }

  /** Found in this page, in the same form. */
  setOwn(list) {
    this.own = list;
    this.gather();
  }

  gather() {
    const once = new Map([...this.told, ...this.own].map((finding) => [findingName(finding), Object.freeze(finding)]));
    this.all = Object.freeze([...once.values()]);
    this.byEntry = grouped(this.all);
    this.dispatchEvent(new Event("change"));
  }

  of(root, id) {
    return this.byEntry.get(`${root}/${id}`) ?? [];
  }

  in(...roots) {
    return this.all.filter((finding) => roots.includes(finding.root));
  }
}

const nameOf = ({ root, id }) => `${root}/${id}`;

/** The name under which a finding is accepted with a reason: the same finding keeps it. */
export const findingName = ({ code, root, id, key, other }) => [code, root, id, key ?? "", other ?? ""].join("|");

function grouped(list) {
  const groups = new Map();
  for (const finding of list) groups.set(nameOf(finding), [...(groups.get(nameOf(finding)) ?? []), finding]);
  return groups;
}
