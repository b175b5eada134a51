// Friendly warnings: what the server found about a node or its links, in the words of the page.

export class Warnings {
  constructor(session) {
    Object.assign(this, { session, words: session.words });
    this.follow(null);
  }

  /** The tree whose nodes are asked for. */
  follow(forest) {
    this.forest = forest;
    this.links = new Map();
    for (const link of forest?.links ?? []) this.links.set(link.from, [...(this.links.get(link.from) ?? []), link]);
  }

  /** {text, others}: one sentence for each finding, and the nodes that are meant besides. */
  of(id) {
    const found = [...this.session.findings.of("nodes", id), ...this.ofLinks(id)];
    const texts = [...new Set(found.map((one) => this.say(one)))].filter(Boolean);
    const others = found.map((one) => one.other).filter((other) => other && other !== id && this.forest?.items.has(other));
    return { text: texts.join(" "), others };
  }

  ofLinks(id) {
    return (this.links.get(id) ?? []).flatMap((link) => this.session.findings.of("links", link.id));
  }

  say({ code, other, words }) {
    const name = this.forest?.items.get(other)?.entry.text ?? "";
    const own = `tree.found-${code}`;
    if (this.words.has(own)) return this.words(own, { name });
    return words || this.words.codes("finding_code").find(([one]) => one === code)?.[1] || this.words("tree.found");
  }
}
