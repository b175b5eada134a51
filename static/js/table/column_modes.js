// The column "Modes opératoires": what each actor does, the levy in one line, and where the minerals go.

import { findCodes } from "./code_search.js";
import { isLeg, readLeg } from "./legs.js";
import { readLevy } from "./levies.js";
import { missingOf } from "./rows.js";
import { SAID_OF_MODES } from "./said_of_modes.js";
import { actorName, legText, levyText, placeName } from "./wording.js";
import { fold } from "../map/search.js";

const MOST_PLACES = 4;
const LEVY = "LEVY";

export const modesColumn = {
  name: "modes",

  lines(model, row) {
    const several = row.involvements.length > 1;
    const lines = row.involvements.flatMap((entry) => modeLines(model, entry, several));
    lines.push(
      ...row.legs.map((leg) => ({
        root: "legs",
        id: leg.id,
        text: legText(model.session, leg),
        told: model.told("legs", leg),
        waits: model.waits(leg),
      })),
    );
    if (missingOf(row).has("modes") && !lines.some((line) => line.missing))
      lines.push({ text: model.words("table.to_complete"), missing: true });
    return lines;
  },

  /** For whom the next mode is, when several actors stand in the row. */
  purpose(model, row) {
    const target = model.target(row);
    return target && row.involvements.length > 1 ? model.words("table.mode_of", { name: actorName(model.session, target) }) : "";
  },

  options(model, row, typed) {
    if (isLeg(typed)) return legOptions(model, typed);
    const levy = readLevy(typed);
    const words = levy ? levy.rest : typed;
    const groups = [...modeGroups(model, words, levy)];
    const aims = row.involvements.length > 1 && typed.trim().length > 1 ? aimOptions(model, row, typed) : [];
    const places = levy || typed.trim().length < 3 ? [] : placeOptions(model, typed);
    if (levy && !words) groups.unshift({ options: [{ label: levyLabel(model, levy), value: { levy } }] });
    if (!groups.length && !places.length && typed.trim())
      groups.push({
        options: [
          {
            label: model.words("table.mode_as_typed", { words: words || typed }),
            hint: levy ? levyLabel(model, levy) : "",
            value: { said: words, levy },
          },
        ],
      });
    return [...groups, ...places, ...aims];
  },

  choose(model, row, value) {
    if (value.aim) model.aim(row, value.aim);
    else if (value.leg) model.writer.addLeg(row, value.leg);
    else model.aim(row, model.writer.addMode(row, model.target(row)?.id, value));
    return {};
  },

  remove(model, _row, line) {
    if (line.mode) model.book.flag(line.root, line.id, "mode", line.mode, false);
    else if (line.levy)
      model.book.set(line.root, line.id, { levy_low: null, levy_high: null, levy_base: null, levy_unit: null, levy_per: null });
    else if (line.said) model.book.set(line.root, line.id, { said: "" });
    else model.book.remove(line.root, line.id);
  },
};

/** The modes of one actor; the levy stands under the first levying one. */
function modeLines(model, entry, several) {
  const { words } = model;
  const common = { root: "involvements", id: entry.id, waits: model.waits(entry), of: several ? actorName(model.session, entry) : "" };
  const modes = model.book.flags(entry, "mode");
  const levy = levyText(words, entry);
  const levying = modes.find((mode) => words.family(mode) === LEVY);
  const lines = modes.map((mode) => ({ ...common, mode, text: words.label("mode", mode), strong: mode === levying ? levy : "" }));
  if (levy && !levying) lines.push({ ...common, levy: true, text: levy });
  if (entry.said && !entry.language)
    lines.push({ ...common, said: true, missing: true, text: words("table.unread", { words: entry.said }) });
  else if (!modes.length && several) lines.push({ ...common, missing: true, text: words("table.mode_missing") });
  return lines;
}

const levyLabel = (model, { low, high, base, unit, per }) =>
  levyText(model.words, { levy_low: low, levy_high: high, levy_base: base, levy_unit: unit, levy_per: per });

/** Modes that fit, by family; the likeliest family first. */
function modeGroups(model, typed, levy) {
  const found = typed || !levy ? findCodes(model.words.codes("mode"), typed, SAID_OF_MODES) : [];
  const families = new Map();
  for (const { code, label } of found) {
    const family = model.words.family(code);
    if (!families.has(family)) families.set(family, []);
    families.get(family).push({ label, hint: levy ? levyLabel(model, levy) : "", value: { mode: code, levy } });
  }
  return [...families].map(([family, options]) => ({ title: model.words.label("mode_family", family), options }));
}

function legOptions(model, typed) {
  const leg = readLeg(typed, (words) => model.mineral(words));
  if (!leg.to) return [{ options: [{ label: model.words("table.leg_where"), value: null }] }];
  return [{ title: model.words("table.goes_to"), options: ends(model, leg.to, leg) }];
}

function placeOptions(model, typed) {
  const options = ends(model, typed.trim(), {}).filter((option) => option.known);
  return options.length ? [{ title: model.words("table.goes_to"), options }] : [];
}

/** Known ends of a leg, and the words themselves; what is spelled like a known one comes first. */
export function ends(model, to, leg) {
  const { session } = model;
  const folded = fold(to);
  const here = session.book.list("places").filter((place) => folded && fold(placeName(session, place)).startsWith(folded));
  const known = here.slice(0, MOST_PLACES).map((place) => ({
    label: `→\u00a0${model.name(place)}`,
    hint: model.where(place),
    known: true,
    value: { leg: { ...leg, to_id: place.id } },
  }));
  const towns = session.register.search("towns", to, MOST_PLACES).filter((town) => fold(town.name).startsWith(folded));
  known.push(
    ...towns.map((town) => ({
      label: `→\u00a0${town.name}`,
      hint: town.territoire ?? "",
      known: true,
      value: { leg: { ...leg, to_text: town.name } },
    })),
  );
  return [...known, { label: `→\u00a0${to}`, hint: model.words("table.leg_as_typed"), value: { leg: { ...leg, to_text: to } } }];
}

/** Actors of the row by name: the next modes are theirs. */
function aimOptions(model, row, typed) {
  const folded = fold(typed);
  const options = row.involvements
    .map((entry) => ({ name: actorName(model.session, entry), id: entry.id }))
    .filter(({ name }) => fold(name).includes(folded))
    .map(({ name, id }) => ({ label: model.words("table.mode_of", { name }), value: { aim: id } }));
  return options.length ? [{ title: model.words("table.for_whom"), options }] : [];
}
