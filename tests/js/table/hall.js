// A session over a real document, with French labels, a small register and what the last round said. Everything is invented.

import { Session } from "../../../static/js/workbook/session.js";
import { makeWords } from "../../../static/js/workbook/words.js";
import { TableModel } from "../../../static/js/table/model.js";
import { Book } from "../../../static/js/workbook/book.js";
import { readFileSync } from "node:fs";

const shared = (name) => JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url)));
const labels = shared("labels");

const FAMILIES = {
  TAX_MINERAL: "LEVY",
  TAX_ENTRY: "LEVY",
  TAX_COMMERCE: "LEVY",
  PREFINANCE: "TRADE",
  BUYING: "TRADE",
  CONTROL_ROUTE: "CONTROL",
  TAX_EVASION: "FRAUD",
};
const TEXTS = new Map(
  Object.entries({
    "range.to": "à",
    "levy.unit.CDF": "FC",
    "levy.base.DIGGER": "par creuseur",
    "levy.per.WEEKLY": "par semaine",
    "short.exploitation_mode.ARTISANAL": "artisanal",
    "short.extraction_type.ALLUVIAL": "alluvionnaire",
    "short.title_status.NONE": "hors titre",
    "short.transport.TRUCK": "camion",
    "leg.formal.NO": "informel",
    "update.actor": "{name} : {acts}",
    "period.since": "depuis",
    "period.until": "jusqu’à",
    "table.other_observations#one": "1 autre observation",
    "table.other_observations": "{n} autres observations",
    "table.to_complete": "à compléter",
    "table.unread": "à compléter : « {words} »",
  }),
);

export const REGISTER = {
  places: [
    {
      id: "p1",
      ref: "7KQ3M2",
      name: "Site fictif Mwamba-7",
      aliases: ["Mouamba sept"],
      kind: "MINE_SITE",
      territoire: "Nyunzu",
      lon: 27.9,
      lat: -5.9,
    },
    { id: "p2", ref: "8AB4C5", name: "Site fictif Kifungo-2", aliases: [], kind: "MINE_SITE", territoire: "Kalemie" },
  ],
  actors: [
    { id: "a1", name: "Groupe armé A", acronym: "", aliases: ["Groupe A"], category: "AG_LOCAL" },
    { id: "a2", name: "Armée", acronym: "", aliases: [], category: "STATE_ARMED" },
  ],
  areas: [{ pcode: "CD7401", name: "Kalemie", level: 2, above: "CD74" }],
  towns: [{ name: "Kalemie", lon: 29.19, lat: -5.94, rank: 1 }],
};

export const LAST_ROUND = {
  "7KQ3M2": [
    { id: "c1", kind: "OBSERVATION", armed_presence: "PRESENT_NO_INT", minerals: ["GOLD"], exploitation_modes: ["ARTISANAL"] },
    {
      id: "c2",
      kind: "INVOLVEMENT",
      actor: "Groupe armé A",
      actor_id: "a1",
      actor_category: "AG_LOCAL",
      modes: ["TAX_ENTRY"],
      levy_low: "300",
      levy_high: "300",
      levy_unit: "CDF",
      levy_base: "DIGGER",
    },
    { id: "c3", kind: "LEG", to: "Lubanza-4", mineral: "GOLD", formal: "NO" },
    { id: "c4", kind: "QUALIFICATION", status: "GREEN" },
  ],
};

/** {session, book, model, site(name) → row, row(id)} */
export function hall() {
  const book = new Book(shared("document"), { frame: () => {}, random: () => 0, now: () => 0 });
  const words = makeWords(TEXTS, { lists: labels, families: FAMILIES }, "fr");
  const session = new Session({ book, words, context: { workshop: { starts_on: "2024-09-24", provinces: [{ code: "CD74" }] } } });
  session.setRegister(REGISTER);
  session.setLastRound(LAST_ROUND);
  const model = new TableModel(session);
  const row = (id) => model.row(id);
  return { session, book, model, row, site: (given) => row(model.writer.addSite(typeof given === "string" ? { name: given } : given)) };
}
