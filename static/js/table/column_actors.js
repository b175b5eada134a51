// The column "Acteurs principaux": known actors by name and alias, else a category and a name.

import { fold } from "../map/search.js";
import { bareName, namesOne, readActor } from "./actors.js";
import { findCodes } from "./code_search.js";
import { missingOf } from "./rows.js";
import { actorName } from "./wording.js";

const MOST = 6;

export const actorsColumn = {
  name: "actors",

  lines(model, row) {
    const lines = row.involvements.map((entry) => ({
      root: "involvements",
      id: entry.id,
      text: actorName(model.session, entry),
      told: model.told("involvements", entry),
      waits: model.waits(entry),
      missing: !entry.actor && !entry.actor_name && !entry.actor_category,
    }));
    return missingOf(row).has("actors") ? [{ text: model.words("table.to_complete"), missing: true }] : lines;
  },

  options(model, _row, typed) {
    const name = bareName(typed);
    const { session, words } = model;
    const categories = words.codes("actor_category");
    if (!name)
      return [
        { title: words("table.categories"), options: categories.map(([code, label]) => ({ label, value: { actor_category: code } })) },
      ];
    const known = session.register.search("actors", name, MOST);
    const options = known.map((one) => ({
      label: one.name,
      hint: one.category ? words.label("actor_category", one.category) : "",
      value: { actor: one.id },
    }));
    const matching = findCodes(categories, name)
      .slice(0, MOST)
      .map(({ code, label }) => ({ label, value: { actor_category: code } }));
    const groups = {
      known: { title: words("table.known_actors"), options },
      categories: { title: words("table.categories"), options: matching },
      fresh: freshGroup(model, name),
    };
    const order = isMeant(known, name) || !groups.fresh ? ["known", "categories", "fresh"] : ["fresh", "known", "categories"];
    return order.map((key) => groups[key]).filter((group) => group?.options.length);
  },

  choose(model, row, value) {
    model.aim(row, model.writer.addActor(row, value));
    return {};
  },

  remove: (model, _row, line) => model.book.remove(line.root, line.id),
};

const namesOf = (one) => [one.name, one.acronym ?? "", ...(one.aliases ?? [])].map(fold);

/** Whether a known actor is meant: by one of its names as a whole, or as the only one that has every word of the typed name. */
function isMeant(known, name) {
  if (known.some((one) => namesOf(one).includes(fold(name)))) return true;
  const words = fold(name).split(" ");
  const having = known.filter((one) => namesOf(one).some((other) => words.every((word) => other.split(" ").includes(word))));
  return namesOne(name) && having.length === 1 && having[0] === known[0];
}

/** The typed name with the category that its beginning tells; with each category where it tells none. */
function freshGroup(model, typed) {
  const { words } = model;
  const { category, name } = readActor(typed, words.codes("actor_category"));
  const option = (code) => ({
    label: name || words.label("actor_category", code),
    hint: name ? words.label("actor_category", code) : "",
    value: { actor_category: code, ...(name ? { actor_name: name } : {}) },
  });
  const others = category === "UNKNOWN" ? words.codes("actor_category").filter(([code]) => code !== "UNKNOWN") : [];
  return { title: words("table.as_typed"), options: [option(category), ...others.map(([code]) => option(code))] };
}
