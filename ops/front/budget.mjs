// Weights, gzip, that a first screen may have: everything the page loads before a person asks for more.
import { basename } from "node:path";

const KILOBYTE = 1024;
export const BUDGETS = {
  base: { files: ["base.css", "base.js", "sprite.svg"], bytes: 40 * KILOBYTE },
  workbook: { files: ["base.css", "base.js", "sprite.svg", "workbook.css", "workbook.js"], bytes: 120 * KILOBYTE },
  map: { files: ["base.css", "base.js", "sprite.svg", "map.css", "map.js"], bytes: 250 * KILOBYTE },
};

/** Names of the outputs that `name` imports statically, itself included. */
export function loadedWith(name, graph) {
  const outputs = Object.fromEntries(Object.entries(graph).map(([path, output]) => [basename(path), output]));
  const seen = new Set();
  const waiting = [name];
  while (waiting.length) {
    const next = waiting.pop();
    if (seen.has(next)) continue;
    seen.add(next);
    for (const found of outputs[next]?.imports ?? []) if (found.kind === "import-statement") waiting.push(basename(found.path));
  }
  return [...seen];
}

/** Sentences about screens that are too heavy; none when all is well. */
export function overBudget(sizes, graph, budgets = BUDGETS) {
  const problems = [];
  for (const [screen, { files, bytes }] of Object.entries(budgets)) {
    const loaded = new Set(files.flatMap((name) => loadedWith(name, graph)));
    const total = [...loaded].reduce((sum, name) => sum + (sizes[name] ?? 0), 0);
    if (total > bytes) problems.push(`${screen}: ${total} bytes gzip, allowed are ${bytes}`);
  }
  return problems;
}
