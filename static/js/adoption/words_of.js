// A site of the read-back in words: the same on the laptop and on the wall.

import { levyText, lowered, shortOf } from "../table/wording.js";

const SITE_KINDS = new Set(["MINE_SITE", "MINE_PIT", "MINING_AREA"]);
const list = (words, name, codes) => codes.map((code) => shortOf(words, name, code)).join(", ");

/** "artisanal · or · filonien · hors titre" */
export function natureOf(words, { kind, exploitation, minerals, extraction, title }) {
  const parts = [
    SITE_KINDS.has(kind) ? "" : lowered(words.label("place_kind", kind)),
    list(words, "exploitation_mode", exploitation),
    list(words, "mineral", minerals),
    list(words, "extraction_type", extraction),
    title ? shortOf(words, "title_status", title) : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

/** "Groupe armé A : taxation illégale des minerais, 2 kg par puits, par mois" */
export function lineOf(words, line) {
  if ("leg" in line) {
    const mineral = line.leg ? shortOf(words, "mineral", line.leg) : "";
    return [`→\u00a0${line.end || words("read.end-missing")}`, mineral].filter(Boolean).join(" · ");
  }
  if ("gain" in line) {
    const told = line.why ? words.label("unspecified_reason", line.why) : line.gain ? words.label("beneficiary_type", line.gain) : "";
    return told && words("read.gain", { who: told });
  }
  const who = line.actor || (line.category ? words.label("actor_category", line.category) : words("read.actor-missing"));
  const levy = line.levy
    ? levyText(words, { levy_low: line.levy.low, levy_high: line.levy.high, levy_unit: line.levy.unit, levy_base: line.levy.base, levy_per: line.levy.per })
    : "";
  const modes = line.modes.map((code) => lowered(words.label("mode", code)));
  const acts = [...(modes.length ? modes : [line.role ? lowered(words.label("chain_role", line.role)) : ""]), levy, line.frequency && !levy ? shortOf(words, "frequency", line.frequency) : ""];
  const done = acts.filter(Boolean).join(", ");
  return done ? words("read.acts", { who, done }) : who;
}

/** Everything that is said of a site, line by line. */
export const linesOf = (words, site) => site.lines.map((line) => lineOf(words, line)).filter(Boolean);
