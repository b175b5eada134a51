// How much of the tree is there, for the rail.

/** {text, missing, part}: number of nodes, how many findings wait, how far it is (a tree of twenty is one). */
export function summaryOf({ book, findings, words }) {
  const n = book.list("nodes").filter((node) => node.text).length;
  const missing = findings.in("nodes", "links").filter(({ code }) => words.severity(code) !== "TELLS").length;
  return {
    text: n ? words("tree.count", { n }) : "",
    missing,
    part: Math.min(1, n / 20),
  };
}
