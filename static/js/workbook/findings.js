// What is to be completed, as the server last told; says "change" when it tells anew.
export class Findings extends EventTarget {
  constructor() {
    super();
    this.all = [];
    this.checked = false;
    this.byEntry = new Map();
  }

  /** `list`: [{code, root, id, key, other}] */
  set(list) {
    this.all = Object.freeze(list.map((finding) => Object.freeze(finding)));
    this.checked = true;
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
