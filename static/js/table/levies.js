// A levy in one line: "500 FC par creuseur par semaine", "2 kg par puits, par mois", "10 % de la production".

import { rangeIn } from "./figures.js";

const UNITS = [
  ["PERCENT", /^\s*(?:%|pour\s?cents?\b|per\s?cent\b)/i],
  ["CDF", /^\s*(?:francs?(?:\s+congolais)?\b|fc\b|cdf\b|fr\.?c\b|congolese francs?\b)/i],
  ["USD", /^\s*(?:dollars?(?:\s+us)?\b|usd\b|us\$|\$\s?us\b|\$)/i],
  ["KG", /^\s*(?:kilos?\b|kilogrammes?\b|kilograms?\b|kgs?\b)(?:\s+(?:de |d['’]|of )?(?:minerais?|ore)\b)?/i],
  ["G_GOLD", /^\s*(?:grammes?\b|grams?\b|gr?\b)(?:\s+(?:d['’]\s?or|of gold)\b)?/i],
];
const BASES = [
  ["DIGGER", /\b(?:par|per|\/|chaque)\s*(?:creuseurs?|diggers?|mineurs?|miners?|personnes?|t[êe]tes?|mchimbaji)/i],
  ["PIT", /\b(?:par|per|chaque)\s+(?:puits?|trous?|pits?|chantiers?)/i],
  ["BAG", /\b(?:par|per|chaque)\s+(?:sacs?|colis|bags?|parcels?)/i],
  [
    "PASSAGE",
    /\b(?:par|per|chaque)\s+(?:passages?|motos?|camions?|pirogues?|pi[ée]tons?|v[ée]hicules?|trucks?)|(?:au|à chaque) passage\b/i,
  ],
  ["HOUSEHOLD", /\b(?:par|per|chaque)\s+(?:m[ée]nages?|maisons?|households?|familles?)/i],
  ["TRADER", /\b(?:par|per|chaque)\s+(?:n[ée]gociants?|boutiques?|commer[çc]ants?|traders?|shops?)/i],
  ["SHARE", /\b(?:de |sur )?la production\b|\bof (?:the )?output\b/i],
];
const PERS = [
  ["SEVERAL_WEEK", /\bplusieurs fois par semaine\b|\bseveral times a week\b/i],
  ["BIWEEKLY", /\btou(?:s|tes) les (?:15 jours|quinze jours|deux semaines|2 semaines)\b|\bpar quinzaine\b|\bevery two weeks\b/i],
  ["DAILY", /\b(?:par|per|chaque|a) (?:jour|day)\b|\btous les jours\b|\b(?:quotidien(?:ne)?|journalier|daily)\b/i],
  ["WEEKLY", /\b(?:par|per|chaque|a) (?:semaine|week)\b|\btoutes les semaines\b|\b(?:hebdomadaire|hebdo|weekly)\b/i],
  ["MONTHLY", /\b(?:par|per|chaque|a) (?:mois|month)\b|\btous les mois\b|\b(?:mensuel(?:le)?|monthly)\b/i],
  ["LESS_MONTHLY", /\b(?:par|per|a) (?:trimestre|semestre|an|ann[ée]e|year|quarter)\b/i],
];

/**
 * {base, low, high, unit, per, rest} of a line; null when no figure with a unit or a base stands in it.
 * `rest` are the words that belong to no levy: the mode that was typed before it.
 */
export function readLevy(line) {
  let rest = line.replace(/\s*\/\s*(?=\p{L})/gu, " par ").replace(/\s+/g, " ");
  const per = cut(PERS);
  const base = cut(BASES);
  const figure = new RegExp(rangeSource).exec(rest);
  if (!figure) return null;
  const after = rest.slice(figure.index + figure[0].length);
  const dollars = /\$\s*$/.exec(rest.slice(0, figure.index));
  const unit = unitAt(after) ?? (dollars ? { code: "USD", length: 0 } : null);
  if (!unit && !base) return null;
  const { low, high } = rangeIn(figure[0]);
  rest = `${rest.slice(0, dollars?.index ?? figure.index)} ${after.slice(unit?.length ?? 0)}`;
  return { base: base ?? (unit?.code === "PERCENT" ? "SHARE" : null), low, high, unit: unit?.code ?? null, per, rest: tidy(rest) };

  function cut(patterns) {
    for (const [code, pattern] of patterns) {
      if (!pattern.test(rest)) continue;
      rest = rest.replace(pattern, " ");
      return code;
    }
    return null;
  }
}

const rangeSource = "\\d[\\d \\u00a0\\u202f.,]*(?:\\s*(?:à|a|to|-|–|/)\\s*\\d[\\d \\u00a0\\u202f.,]*)?";

function unitAt(text) {
  for (const [code, pattern] of UNITS) {
    const found = pattern.exec(text);
    if (found) return { code, length: found[0].length };
  }
  return null;
}

const tidy = (text) =>
  text
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:·–-]+|[\s,;:·–-]+$/g, "")
    .trim();
