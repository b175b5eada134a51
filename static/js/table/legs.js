// Where the minerals go, in one line: "→ Kalemie, or, camion".

import { rangeIn } from "./figures.js";
import { soundsOf } from "./phrases.js";

const ARROW = /^\s*(?:→|->|=>|>+|»|(?:vers|(?:ça )?(?:part|partent|va|vont) (?:à|a|au|vers|en)|goes to|to|kwenda)(?=\s))\s*/i;
const VIA = /^(?:via|par|en passant par|through)\s+/i;
const WORDS = {
  transport: {
    FOOT: "a pied|pied|foot|on foot|portefaix",
    ON_PERSON: "cache|cache sur la personne|hidden",
    MOTO: "moto|velo|motos|bicycle|motorbike|pikipiki",
    TRUCK: "camion|vehicule|voiture|truck|car|jeep",
    BOAT: "pirogue|bateau|baleiniere|boat|canoe",
    RAIL: "train|rail|sncc",
    AIR: "avion|plane|air",
  },
  formal: {
    NO: "informel|informelle|fraude|illegal|informal|sans papiers",
    YES: "formel|formelle|legal|avec papiers|formal",
  },
  leg_kind: {
    SELLING_POINT: "point de vente|pdv|selling point",
    TRANSIT: "passage|transit",
    DESTINATION: "destination|destination finale",
  },
};
const MEANINGS = new Map(
  Object.entries(WORDS).flatMap(([key, codes]) =>
    Object.entries(codes).flatMap(([code, words]) => words.split("|").map((word) => [soundsOf(word).join(" "), [key, code]])),
  ),
);

/** True when the line says where something goes. */
export const isLeg = (line) => ARROW.test(line);

/**
 * {to, mineral, transport, formal, leg_kind, via, low, high, unread} of a line that starts with an arrow; null for another.
 * `mineralOf(words)` gives a code or null. The first piece is the place; pieces that mean nothing stay in `unread`.
 */
export function readLeg(line, mineralOf) {
  if (!isLeg(line)) return null;
  const [to, ...pieces] = line
    .replace(ARROW, "")
    .split(/[,;·]/)
    .map((piece) => piece.trim());
  const leg = { to, mineral: null, transport: null, formal: null, leg_kind: null, via: null, low: null, high: null, unread: [] };
  for (const piece of pieces.filter(Boolean)) readPiece(piece, leg, mineralOf);
  return leg;
}

function readPiece(piece, leg, mineralOf) {
  const meaning = MEANINGS.get(soundsOf(piece.replace(/^(?:en|by|par) /i, "")).join(" "));
  const mineral = mineralOf(piece);
  const volume = /\bkg\b|\bkilos?\b/i.test(piece) ? rangeIn(piece) : null;
  if (meaning) leg[meaning[0]] = meaning[1];
  else if (mineral) leg.mineral = mineral;
  else if (volume) Object.assign(leg, { low: volume.low, high: volume.high });
  else if (VIA.test(piece)) leg.via = piece.replace(VIA, "");
  else leg.unread.push(piece);
}
