// One row of cards: each as near as possible to where it wants to stand, none over another, all within the width.

/**
 * Centres for cards in a given order.
 *
 * `wanted` are centres, `apart[i]` is the least distance between card i - 1 and card i, `low` and `high` bound the first and the last centre.
 * Least squares under these bounds (pooled neighbours); moving one wish by d moves no card by more than d.
 */
export function spread(wanted, apart, low, high) {
  const offsets = [];
  let offset = 0;
  for (let at = 0; at < wanted.length; at += 1) {
    if (at > 0) offset += apart[at];
    offsets.push(offset);
  }
  const pools = [];
  for (let at = 0; at < wanted.length; at += 1) {
    pools.push({ mean: wanted[at] - offsets[at], size: 1 });
    while (pools.length > 1 && pools[pools.length - 2].mean >= pools[pools.length - 1].mean) {
      const last = pools.pop();
      const before = pools[pools.length - 1];
      before.mean = (before.mean * before.size + last.mean * last.size) / (before.size + last.size);
      before.size += last.size;
    }
  }
  const most = high - offset;
  const bound = (value) => (most < low ? (most + low) / 2 : Math.min(most, Math.max(low, value)));
  return pools.flatMap(({ mean, size }) => new Array(size).fill(bound(mean))).map((value, at) => value + offsets[at]);
}
