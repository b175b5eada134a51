// Colours come from the tokens of the page, so that themes and paper need nothing here.

/** Reads custom properties of the root element, each once. */
export function tokens() {
  const style = getComputedStyle(document.documentElement);
  const read = new Map();
  return (name) => {
    if (!read.has(name)) read.set(name, style.getPropertyValue(name).trim() || "#000");
    return read.get(name);
  };
}

const MIXED = "--tint-mixed";
const NONE = "--tint-none";
const OTHER = "--tint-other"; // a single value beyond the tints there are

/** Which token colours a value of a colouring: by the order of its dictionary. */
export function tintOf(value, size) {
  if (value === null || value === undefined || value < 0) return NONE;
  return value < size ? `--tint-${value + 1}` : OTHER;
}

const TINTS = 8;

/** Qualification has colours of its own: the words on the decree are "vert", "jaune", "rouge", "bleu". */
const QUALIFICATION = { GREEN: "--tint-green", YELLOW: "--tint-yellow", RED: "--tint-red", BLUE: "--tint-blue" };

/** Token of each place under a colouring other than presence, and the legend's lines. */
export function colouring(engine, color) {
  const { places, state } = engine;
  if (color === "mineral") {
    const dict = places.dict.mineral;
    return {
      tokenOf: (row) => {
        const mask = places.raw.minerals[row] ?? 0;
        if (!mask) return NONE;
        return Number.isInteger(Math.log2(mask)) ? tintOf(Math.log2(mask), TINTS) : MIXED;
      },
      lines: dict.map(([, label], value) => ({
        token: tintOf(value, TINTS),
        label,
        has: (row) => (places.raw.minerals[row] ?? 0) === 2 ** value,
      })),
      mixed: MIXED,
      none: NONE,
    };
  }
  const dict = state.dict[color] ?? [];
  const values = state.raw[color] ?? [];
  const tint = (value) => {
    const code = dict[value]?.[0] ?? "";
    const own = Object.keys(QUALIFICATION).find((word) => color === "qualification" && code.startsWith(word));
    return own ? QUALIFICATION[own] : color === "qualification" ? NONE : tintOf(value, TINTS);
  };
  return {
    tokenOf: (row) => tint(values[row]),
    lines: dict.map(([, label], value) => ({ token: tint(value), label, has: (row) => values[row] === value })),
    mixed: null,
    none: NONE,
  };
}
