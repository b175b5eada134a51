// Votes are plain numbers under `<node>|<group>`.
const SEPARATOR = "|";

export const voteId = (node, group) => `${node}${SEPARATOR}${group}`;

/** Points of one node: group → number. */
export function votesOf(votes, node) {
  const found = [...votes].map(([id, points]) => [...id.split(SEPARATOR), points]);
  return Object.fromEntries(found.filter(([of]) => of === node).map(([, group, points]) => [group, points]));
}

/** Points of all groups together: node → sum. */
export function pointsOf(votes) {
  const sums = new Map();
  for (const [id, points] of votes) {
    const [node] = id.split(SEPARATOR);
    sums.set(node, (sums.get(node) ?? 0) + (Number(points) || 0));
  }
  return sums;
}
