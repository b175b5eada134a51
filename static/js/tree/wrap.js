// How large a card must be for its words: a few widths only, so that typing rarely moves a neighbour.

/** Measures of cards at the desk: font, padding, line height, widths to try, the least height. */
export const CARD = { font: "13px", line: 16, pad: [22, 12], widths: [134, 164, 204], lines: 3, least: 60 };
export const CORE = { font: "600 15px", line: 19, pad: [44, 16], widths: [330, 420], lines: 2, least: 54 };
const MOST_REMEMBERED = 2_000;

/** Lines that words take in a width; a word that is too long is broken. */
export function linesOf(text, width, measure) {
  let lines = 0;
  for (const paragraph of (text || " ").split("\n")) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(/[ \t]+/)) {
      const long = measure(word);
      if (used > 0 && used + measure(" ") + long > width) {
        lines += 1;
        used = 0;
      }
      if (used > 0) used += measure(" ") + long;
      else {
        lines += Math.max(0, Math.ceil(long / width) - 1);
        used = long > width ? long % width : long;
      }
    }
  }
  return lines;
}

/** Width and height of a card: the narrowest width in which the words need few lines, otherwise the widest and as high as needed. */
export function sizeOf(text, kind, measure) {
  let lines = 1;
  for (const width of kind.widths) {
    lines = linesOf(text, width - kind.pad[0], measure);
    if (lines <= kind.lines) return { width, height: Math.max(kind.least, Math.ceil(lines * kind.line + kind.pad[1])) };
  }
  return { width: kind.widths[kind.widths.length - 1], height: Math.max(kind.least, Math.ceil(lines * kind.line + kind.pad[1])) };
}

/** What sizeOf gives for a kind of card; words that were asked before are not measured again. */
export function remembered(kind, measure) {
  const known = new Map();
  return (text) => {
    if (known.size > MOST_REMEMBERED) known.clear();
    if (!known.has(text)) known.set(text, sizeOf(text, kind, measure));
    return known.get(text);
  };
}

/** Measures words with the browser's own letters and remembers each. */
export function measurer(font, family) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${font} ${family}`;
  const known = new Map();
  return (word) => {
    let width = known.get(word);
    if (width === undefined) {
      width = pen.measureText(word).width * 1.02;
      known.set(word, width);
    }
    return width;
  };
}
