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
const FILLERS = /^(?:le|la|les|l['’]|un|une|des|du|the|a)\s*(?=\S)/i;

/** {category, name}: the category by how the name begins, `UNKNOWN` otherwise; the name is empty where the category says it all. */
export function readActor(text, labels = []) {
  const name = text.trim().replace(/\s+/g, " ").replace(FILLERS, "");
  const sounds = soundsOf(name);
  const labelled = labels.find(([, label]) => soundsOf(label).join(" ") === sounds.join(" "));
  if (labelled) return { category: labelled[0], name: "" };
  let best = null;
  for (const one of KNOWN) {
    const fits = one.sounds.every((sound, at) => sounds[at] === sound);
    if (fits && one.sounds.length > (best?.sounds.length ?? 0)) best = one;
  }
  const whole = best && best.sounds.length === sounds.length && best.code !== "AG_LOCAL" && !/^[A-Z\d]{2,}$/.test(name);
  return { category: best?.code ?? "UNKNOWN", name: whole ? "" : capital(name) };
}

const capital = (name) => name.charAt(0).toLocaleUpperCase() + name.slice(1);
