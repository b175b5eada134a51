// Lines between cards: "leads to" upwards through the gaps, cross-links dashed, loops around the side.

/** Most that two lines stand apart at one card, and how far below a card their tips end: clear of what hangs from it. */
export const DESK_LINES = { port: 56, tip: 15 };
const CORE_TIP = 8;
const LANE = 7; // between two loops at one side
const ROUND = 8;

const middle = (box) => box.x + box.width / 2;
const round = (number) => Math.round(number * 10) / 10;

/**
 * Paths for a layout: `parents` are pairs [lower, upper] of ids, `links` entries {id, from, to, loop}.
 *
 * Returns [{id, kind: "tie" | "cross" | "loop", from, to, d}]; what has an end that is not drawn is left out.
 */
export function tiesOf(layout, parents, links, measures = DESK_LINES) {
  const drawn = ({ from, to }) => layout.at.has(from) && layout.at.has(to);
  const upward = ({ from, to }) => layout.at.get(from).row > layout.at.get(to).row;
  const lines = parents.map(([from, to]) => ({ id: `${from}>${to}`, kind: "tie", from, to })).filter(drawn);
  const crossing = links.map(({ id, from, to, loop }) => ({ id, kind: loop ? "loop" : "cross", from, to })).filter(drawn);
  const rising = [...lines, ...crossing.filter((one) => one.kind === "cross" && upward(one))];
  const around = crossing.filter((one) => one.kind === "loop" || !upward(one));
  const leaving = portsOf(layout, rising, measures.port, "from", "to");
  const coming = portsOf(layout, rising, measures.port, "to", "from");
  const gaps = layout.rows.map((row) => gapsOf(row, layout));
  const risen = rising.map((line) => ({ ...line, d: rise(layout, gaps, line, leaving.get(line), coming.get(line), measures.tip) }));
  return [...risen, ...goAround(layout, around)];
}

/** Where lines touch a card: side by side in the order of where they lead. */
function portsOf(layout, lines, port, own, other) {
  const groups = new Map();
  for (const line of lines) {
    if (!groups.has(line[own])) groups.set(line[own], []);
    groups.get(line[own]).push(line);
  }
  const ports = new Map();
  for (const [id, group] of groups) {
    const box = layout.at.get(id);
    const step = Math.min(port, (box.width - 24) / group.length);
    group.sort((a, b) => middle(layout.at.get(a[other])) - middle(layout.at.get(b[other])) || (a.id < b.id ? -1 : 1));
    group.forEach((line, nth) => {
      ports.set(line, middle(box) + (nth - (group.length - 1) / 2) * step);
    });
  }
  return ports;
}

/** Middles of the free spaces of a row, its two ends included. */
function gapsOf(row, layout) {
  const boxes = row.ids.map((id) => layout.at.get(id)).sort((a, b) => a.x - b.x);
  const gaps = [Math.min(boxes[0].x - 9, boxes[0].x / 2)];
  for (let at = 1; at < boxes.length; at += 1) {
    const left = boxes[at - 1].x + boxes[at - 1].width;
    gaps.push({ low: left, high: boxes[at].x });
  }
  const last = boxes[boxes.length - 1];
  gaps.push(last.x + last.width + 9);
  return gaps.map((gap) => (typeof gap === "number" ? { low: gap, high: gap } : gap));
}

/** The place in a row's free spaces that is nearest to x, a little away from the cards. */
function through(gaps, x) {
  let best = x;
  let least = Number.POSITIVE_INFINITY;
  for (const { low, high } of gaps) {
    const rim = Math.min(8, (high - low) / 2);
    const at = Math.min(high - rim, Math.max(low + rim, x));
    if (Math.abs(at - x) < least) {
      least = Math.abs(at - x);
      best = at;
    }
  }
  return best;
}

/** From a card's upper edge to the lower edge of one further up, through the gaps of the rows between. */
function rise(layout, gaps, line, start, end, below) {
  const from = layout.at.get(line.from);
  const to = layout.at.get(line.to);
  let x = start;
  let y = from.y;
  let d = `M${round(x)} ${y}`;
  for (let row = from.row - 1; row > to.row; row -= 1) {
    const { top, height } = layout.rows[row];
    const gap = through(gaps[row], x + (end - x) / (row - to.row + 1));
    d += bend(x, y, gap, top + height) + (height ? `V${top}` : "");
    x = gap;
    y = top;
  }
  const tip = to.y + to.height + (layout.rows[to.row].level === 0 ? CORE_TIP : below);
  return d + bend(x, y, end, tip);
}

function bend(x, y, toX, toY) {
  const half = round((y + toY) / 2);
  return `C${round(x)} ${half} ${round(toX)} ${half} ${round(toX)} ${round(toY)}`;
}

/** Out of the top of one card, around the nearer side of the tree, into the other from below. */
function goAround(layout, lines) {
  const lanes = { left: 0, right: 0 };
  return lines.map((line) => {
    const from = layout.at.get(line.from);
    const to = layout.at.get(line.to);
    const side = middle(from) + middle(to) <= layout.width ? "left" : "right";
    const lane = side === "left" ? 4 - lanes.left * LANE : layout.width - 4 + lanes.right * LANE;
    lanes[side] += 1;
    const sign = side === "left" ? -1 : 1;
    const out = sign < 0 ? from.x + 14 : from.x + from.width - 14;
    const back = sign < 0 ? to.x + 14 : to.x + to.width - 14;
    const above = from.y - 14;
    const below = to.y + to.height + 18;
    const down = above < below ? 1 : -1;
    const d =
      `M${out} ${from.y}V${above + ROUND}Q${out} ${above} ${out + sign * ROUND} ${above}H${lane - sign * ROUND}` +
      `Q${lane} ${above} ${lane} ${above + down * ROUND}V${below - down * ROUND}Q${lane} ${below} ${lane - sign * ROUND} ${below}` +
      `H${back + sign * ROUND}Q${back} ${below} ${back} ${below - ROUND}V${to.y + to.height + DESK_LINES.tip - 6}`;
    return { ...line, d, side };
  });
}
