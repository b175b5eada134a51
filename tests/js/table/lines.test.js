import assert from "node:assert/strict";
import { test } from "node:test";
import { readActor } from "../../../static/js/table/actors.js";
import { readRange, rangeText } from "../../../static/js/table/figures.js";
import { readLeg } from "../../../static/js/table/legs.js";
import { readLevy } from "../../../static/js/table/levies.js";
import { dayText, periodText, readDay, readPeriod } from "../../../static/js/table/periods.js";
import { random } from "./drawn.js";
import { codesOf } from "./labels.js";

const levy = (base, low, high, unit, per, rest = "") => ({ base, low, high, unit, per, rest });
const WORDS = { since: "depuis", until: "jusqu’à", to: "à" };

test("a levy is read from one line", () => {
  const lines = {
    "500 FC par creuseur par semaine": levy("DIGGER", 500, 500, "CDF", "WEEKLY"),
    "500fc/creuseur/semaine": levy("DIGGER", 500, 500, "CDF", "WEEKLY"),
    "500 FC par creuseur, par semaine": levy("DIGGER", 500, 500, "CDF", "WEEKLY"),
    "1 500 à 2 000 FC par passage": levy("PASSAGE", 1500, 2000, "CDF", null),
    "2 kg par puits, par mois": levy("PIT", 2, 2, "KG", "MONTHLY"),
    "2,5 g d'or par sac": levy("BAG", 2.5, 2.5, "G_GOLD", null),
    "10 % de la production": levy("SHARE", 10, 10, "PERCENT", null),
    "10%": levy("SHARE", 10, 10, "PERCENT", null),
    "5 dollars par camion": levy("PASSAGE", 5, 5, "USD", null),
    "taxe entrée 500 FC par creuseur par jour": levy("DIGGER", 500, 500, "CDF", "DAILY", "taxe entrée"),
    "1000 FC par ménage toutes les semaines": levy("HOUSEHOLD", 1000, 1000, "CDF", "WEEKLY"),
    "$20 par négociant, mensuel": levy("TRADER", 20, 20, null, "MONTHLY", "$"),
    "500 CDF per digger per week": levy("DIGGER", 500, 500, "CDF", "WEEKLY"),
    "un jeton de 500 FC": levy(null, 500, 500, "CDF", null, "un jeton de"),
  };
  lines["$20 par négociant, mensuel"] = levy("TRADER", 20, 20, "USD", "MONTHLY");
  for (const [line, wanted] of Object.entries(lines)) assert.deepEqual(readLevy(line), wanted, line);
});

test("a line without a levy is none", () => {
  for (const line of ["taxe", "Mwamba 7", "12", "", "par semaine", "le groupe A taxe à la barrière"])
    assert.equal(readLevy(line), null, line);
});

test("figures are read as they are said and written back", () => {
  assert.deepEqual(readRange("350 à 400"), { low: 350, high: 400 });
  assert.deepEqual(readRange("350-400"), { low: 350, high: 400 });
  assert.deepEqual(readRange("1 500"), { low: 1500, high: 1500 });
  assert.deepEqual(readRange("1.500 à 2.000"), { low: 1500, high: 2000 });
  assert.deepEqual(readRange("entre 20 et 30"), { low: 20, high: 30 });
  assert.deepEqual(readRange("environ 40"), { low: 40, high: 40 });
  assert.deepEqual(readRange("400 à 350"), { low: 350, high: 400 }, "the smaller end first");
  for (const text of ["", "beaucoup", "3 puits", "2,5"]) assert.equal(readRange(text), null, text);
  const draw = random(3);
  for (let round = 0; round < 300; round += 1) {
    const low = Math.floor(draw() * 20_000);
    const high = low + Math.floor(draw() * 3000);
    assert.deepEqual(readRange(rangeText(low, high, "à")), { low, high }, rangeText(low, high, "à"));
  }
});

test("days stay as precise as they were said", () => {
  const said = {
    "08/2024": "2024-08",
    "15/08/2024": "2024-08-15",
    2024: "2024",
    "août 2024": "2024-08",
    "3 mars 2023": "2023-03-03",
    "2024-08": "2024-08",
  };
  for (const [text, day] of Object.entries(said)) assert.equal(readDay(text), day, text);
  for (const text of ["", "13/2024", "31/02/2024", "hier", "24", "8/24"]) assert.equal(readDay(text), null, text);
  assert.equal(dayText("2024-08-15"), "15/08/2024");
});

test("a period has two ends, one, or none", () => {
  assert.deepEqual(readPeriod("08/2024"), { from: "2024-08", until: "2024-08" });
  assert.deepEqual(readPeriod("depuis 2023"), { from: "2023", until: null });
  assert.deepEqual(readPeriod("jusqu’en 05/2024"), { from: null, until: "2024-05" });
  assert.deepEqual(readPeriod("01/2023 à 08/2024"), { from: "2023-01", until: "2024-08" });
  assert.deepEqual(readPeriod("2023 – 2024"), { from: "2023", until: "2024" });
  assert.deepEqual(readPeriod(""), { from: null, until: null });
  for (const text of ["bientôt", "08/2024 à 01/2023", "depuis toujours"]) assert.equal(readPeriod(text), null, text);
  for (const text of ["08/2024", "depuis 2023", "jusqu’à 05/2024", "01/2023 à 08/2024"]) {
    const { from, until } = readPeriod(text);
    assert.equal(periodText(from, until, WORDS), text);
  }
});

test("a leg is typed in one line", () => {
  const minerals = { or: "GOLD", coltan: "COLTAN" };
  const read = (line) => readLeg(line, (words) => minerals[words.toLowerCase()] ?? null);
  const empty = { mineral: null, transport: null, formal: null, leg_kind: null, via: null, low: null, high: null, unread: [] };
  assert.deepEqual(read("→ Kalemie, or, camion"), { ...empty, to: "Kalemie", mineral: "GOLD", transport: "TRUCK" });
  assert.deepEqual(read("> Kalemie"), { ...empty, to: "Kalemie" });
  assert.deepEqual(read("-> Lubanza-4, coltan, en moto, informel, point de vente, 50 à 60 kg"), {
    ...empty,
    to: "Lubanza-4",
    mineral: "COLTAN",
    transport: "MOTO",
    formal: "NO",
    leg_kind: "SELLING_POINT",
    low: 50,
    high: 60,
  });
  assert.deepEqual(read("part à Kalemie, via Nyunzu, le soir"), { ...empty, to: "Kalemie", via: "Nyunzu", unread: ["le soir"] });
  assert.equal(read("vers Kalemie").to, "Kalemie");
  for (const line of ["taxe", "Kalemie", "toto", "versement"]) assert.equal(read(line), null, line);
});

test("an actor's category is guessed by how the name begins, never the name itself", () => {
  const labels = codesOf("actor_category");
  const said = {
    "le groupe A": ["AG_LOCAL", "Groupe A"],
    "Groupe armé A": ["AG_LOCAL", "Groupe armé A"],
    "groupe armé étranger B": ["AG_FOREIGN", "Groupe armé étranger B"],
    "Forces de sécurité de l’État": ["STATE_ARMED", ""],
    FARDC: ["STATE_ARMED", "FARDC"],
    "coopérative C": ["COOPERATIVE", "Coopérative C"],
    négociants: ["TRADER", ""],
    "Porteurs d’armes isolés (hors groupe)": ["INDEPENDENT", ""],
    Wazalendo: ["VDP", ""],
    "société civile": ["CIVIL_SOC", ""],
    "société D": ["COMPANY", "Société D"],
    "les militaires": ["STATE_ARMED", ""],
    "armée congolaise": ["STATE_ARMED", "Armée congolaise"],
    "Agents de l’État du poste": ["STATE_CIVIL", "Agents de l’État du poste"],
    "Union des jeunes": ["UNKNOWN", "Union des jeunes"],
    Xyz: ["UNKNOWN", "Xyz"],
  };
  for (const [text, [category, name]] of Object.entries(said)) assert.deepEqual(readActor(text, labels), { category, name }, text);
});
