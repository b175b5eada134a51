// The read-back in screens: territoire by territoire, four or five sites each. Pure; the station and the wall ask the same.

const AT_ONCE = 5;

/** Agreement of a site: of what is said of it, the one that agrees least; the room's default where nobody said anything. */
const RANK = ["CONSENSUS", "MAJORITY", "MINORITY", "NOT_DISCUSSED", "CONTESTED"];

export const leastOf = (agreements) => RANK[Math.max(0, ...agreements.map((code) => RANK.indexOf(code)))];

/** As few screens as hold `sites`, as even as may be: six make three and three, never five and one. */
export function screensOf(sites) {
  const count = Math.ceil(sites.length / AT_ONCE);
  const least = count ? Math.floor(sites.length / count) : 0;
  const longer = sites.length - least * count;
  const begins = (at) => at * least + Math.min(at, longer);
  return Array.from({ length: count }, (_none, at) => sites.slice(begins(at), begins(at + 1)));
}

/** Territoires in the order in which they first come, with their sites and screens. */
export function territoiresOf(sites) {
  const names = [...new Set(sites.map(({ territoire }) => territoire))];
  return names.map((name) => {
    const own = sites.filter(({ territoire }) => territoire === name);
    return { name, sites: own, screens: screensOf(own), done: own.filter(({ adopted }) => adopted).length };
  });
}

/** Every screen in its order: {territoire, from, sites}. */
export function readingOrder(territoires) {
  return territoires.flatMap((territoire) => {
    let from = 1;
    return territoire.screens.map((sites) => {
      const screen = { territoire, from, sites };
      from += sites.length;
      return screen;
    });
  });
}

/** The screen on which a site stands; the first that is not adopted where there is none. */
export function screenWith(screens, id) {
  const found = screens.findIndex(({ sites }) => sites.some((site) => site.id === id));
  if (found >= 0) return found;
  const open = screens.findIndex(({ sites }) => sites.some((site) => !site.adopted));
  return Math.max(0, open);
}

/** What was read of a site in a few letters: when it says something else, it is to be read again. */
export function markOf({ name, presence, nature, lines, agreement }) {
  const text = JSON.stringify([name, presence, nature, lines, agreement]);
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
    other = Math.imul(other ^ text.charCodeAt(at), 1597334677);
  }
  return ((one ^ (other >>> 15)) >>> 0).toString(36) + ((other ^ (one >>> 13)) >>> 0).toString(36);
}
