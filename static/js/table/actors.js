// Who acts: a name as it is typed becomes a category and a name.

import { soundsOf } from "./phrases.js";

/** Beginnings of names by which a category is guessed; the longest that fits decides. */
const BEGINNINGS = {
  STATE_ARMED:
    "fardc|armée|militaires|forces de sécurité|pnc|police|pmh|police des mines|anr|services de sécurité|army|jeshi|polisi|éléments fardc",
  STATE_CIVIL: "services de l'état|division des mines|divmines|saemape|dgm|dgda|dgi|dgrad|occ|agents de l'état|administration|serikali",
  PARASTATAL: "ceec|cami|cnlfm|services para-étatiques|para-étatique",
  AG_LOCAL: "groupe|groupe armé|groupe armé local|milice|maï-maï|mai mai|kundi|armed group|group",
  AG_FOREIGN: "groupe armé étranger|groupe étranger|fdlr|fnl|red tabara|foreign group",
  SELF_DEFENCE: "autodéfense|groupe d'autodéfense|auto défense|self-defence",
  CRIMINAL: "bandits|réseau criminel|coupeurs de route|majambazi|criminal",
  INDEPENDENT: "porteurs d'armes|hommes armés|hommes en armes|armed men|isolés",
  CUSTOMARY: "chef|chefs|chefferie|chef coutumier|autorité coutumière|groupement|secteur|viongozi|mwami",
  COMPANY: "société|société minière|entreprise|compagnie|company|kampuni|sarl",
  COOPERATIVE: "coopérative|coop|cooperative",
  TRADER: "négociant|négociants|comptoir|comptoirs|acheteurs|trader|traders|wanunuzi",
  PROCESSOR: "entité de traitement|raffinerie|fonderie|processor",
  TRANSPORT: "transporteur|transporteurs|motards|chauffeurs|transporter",
  PRIVATE_SEC: "gardiennage|société de gardiennage|sécurité privée|private security",
  MINERS: "creuseurs|mineurs|miners|wachimbaji|exploitants artisanaux",
  CIVIL_SOC: "société civile|ong|ngo|civil society",
  TRACE_PROG: "itsci|programme de traçabilité|better mining",
  FOREIGN_STATE: "armée étrangère|état étranger|foreign army",
  FOREIGN_BUYER: "acheteur étranger|acheteurs étrangers|réseau étranger|foreign buyer",
  VDP: "vdp|wazalendo|réserve armée|rad",
  REBELLION: "m23|afc|rébellion|rebellion",
  PARK_GUARD: "éco-gardes|écogardes|gardes parc|gardes du parc|iccn|park guards",
  STATE_COMPANY: "sakima|drc gold trading|entreprise publique|state company",
};
const KNOWN = Object.entries(BEGINNINGS).flatMap(([code, words]) => words.split("|").map((word) => ({ code, sounds: soundsOf(word) })));
const ARTICLE = /^(?:(?:les?|la|une?|des|du|the|an?)\s+|l['’]\s*)(?=\S)/i;

/** A name as it is typed, without the article before it. */
export const bareName = (text) => text.trim().replace(/\s+/g, " ").replace(ARTICLE, "");

/** The longest beginning of a name by which a category is guessed: {code, sounds}, or null. */
function beginningOf(sounds) {
  const fits = KNOWN.filter((one) => one.sounds.every((sound, at) => sounds[at] === sound));
  return fits.reduce((best, one) => (one.sounds.length > (best?.sounds.length ?? 0) ? one : best), null);
}

/** Whether a name says more than a category: "groupe A", not "groupe armé". */
export function namesOne(text) {
  const sounds = soundsOf(bareName(text));
  return sounds.length > (beginningOf(sounds)?.sounds.length ?? 0);
}

/** {category, name}: the category by how the name begins, `UNKNOWN` otherwise; the name is empty where the category says it all. */
export function readActor(text, labels = []) {
  const name = bareName(text);
  const sounds = soundsOf(name);
  const labelled = labels.find(([, label]) => soundsOf(label).join(" ") === sounds.join(" "));
  if (labelled) return { category: labelled[0], name: "" };
  const best = beginningOf(sounds);
  const whole = best && best.sounds.length === sounds.length && best.code !== "AG_LOCAL" && !/^[A-Z\d]{2,}$/.test(name);
  return { category: best?.code ?? "UNKNOWN", name: whole ? "" : capital(name) };
}

const capital = (name) => name.charAt(0).toLocaleUpperCase() + name.slice(1);
