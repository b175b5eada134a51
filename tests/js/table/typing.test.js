import assert from "node:assert/strict";
import { test } from "node:test";
import { actorsColumn } from "../../../static/js/table/column_actors.js";
import { agreementColumn, benefitsColumn } from "../../../static/js/table/column_benefits.js";
import { modesColumn } from "../../../static/js/table/column_modes.js";
import { natureColumn } from "../../../static/js/table/column_nature.js";
import { chooseSite, siteOptions } from "../../../static/js/table/column_site.js";
import { cellOf } from "../../../static/js/table/grid.js";
import { missingOf } from "../../../static/js/table/rows.js";
import { openedOf } from "../../../static/js/table/sheet_observations.js";
import { toldOf } from "../../../static/js/table/told.js";
import { observationText } from "../../../static/js/table/wording.js";
import { REGISTER, hall } from "./hall.js";

/** What Enter takes: the first option of what is typed. */
function enter({ model, row }, column, id, typed) {
  const [group] = column.options(model, row(id), typed);
  column.choose(model, row(id), group.options[0].value);
}

const texts = (lines) => lines.map((line) => line.text);

test("a known site is found by name, alias and code despite its spelling; a new one needs only a name", () => {
  const { model, book } = hall();
  for (const typed of ["site fictif mwam", "Mouamba", "7kq3m2", "mwamba-7"]) {
    const labels = siteOptions(model, typed).flatMap((group) => group.options.map((option) => option.label));
    assert.ok(labels.includes("Site fictif Mwamba-7"), typed);
  }
  assert.deepEqual(siteOptions(model, "Tambwe-1")[0].options[0].value, { name: "Tambwe-1" });
  const id = chooseSite(model, siteOptions(model, "site fictif mwam")[0].options[0].value);
  assert.equal(book.get("places", id).ref, "7KQ3M2");
  assert.equal(chooseSite(model, { ref: "7KQ3M2" }), id, "a site stands once in the table");
  assert.deepEqual(siteOptions(model, "mwamba")[0].options[0].value, { place: id });
});

test("“Mwamba-7, coltan, le groupe A taxe, ça part à Kalemie” stands in the workbook", () => {
  const it = hall();
  const { id } = it.site({ ref: "7KQ3M2" });
  enter(it, natureColumn, id, "coltan");
  enter(it, actorsColumn, id, "le groupe A");
  enter(it, modesColumn, id, "taxe");
  enter(it, modesColumn, id, "ça part à Kalemie");
  const row = it.row(id);
  assert.deepEqual(it.book.flags(row.observation, "mineral"), ["COLTAN"]);
  assert.equal(row.involvements[0].actor, "a1", "known by its alias");
  assert.deepEqual(it.book.flags(row.involvements[0], "mode"), ["TAX_MINERAL"]);
  assert.equal(row.legs[0].to_text, "Kalemie");
  assert.equal(row.legs[0].mineral, "COLTAN", "with one mineral at the site, that is the one");
  assert.deepEqual([...missingOf(row)], ["benefits", "agreement"]);
});

test("a mode with its levy is one line, and belongs to the actor that was touched last", () => {
  const it = hall();
  const { id } = it.site("Tambwe-1");
  enter(it, actorsColumn, id, "groupe A");
  enter(it, actorsColumn, id, "porteurs d'armes isolés");
  enter(it, modesColumn, id, "jeton 500 FC par creuseur par semaine");
  const [first, second] = it.row(id).involvements;
  assert.deepEqual(it.book.flags(first, "mode"), []);
  assert.deepEqual(it.book.flags(second, "mode"), ["TAX_ENTRY"]);
  assert.deepEqual([second.levy_low, second.levy_unit, second.levy_base, second.levy_per], [500, "CDF", "DIGGER", "WEEKLY"]);
  const aims = modesColumn.options(it.model, it.row(id), "groupe").at(-1).options;
  modesColumn.choose(it.model, it.row(id), aims[0].value);
  enter(it, modesColumn, id, "préfinance");
  assert.deepEqual(it.book.flags(it.row(id).involvements[0], "mode"), ["PREFINANCE"]);
  assert.ok(modesColumn.lines(it.model, it.row(id)).some((line) => line.strong === "500\u00a0FC par creuseur, par semaine"));
});

test("of several observations the latest stands in the table, which says that there are others; each can be opened", () => {
  const it = hall();
  const { id } = it.site("Tambwe-1");
  enter(it, natureColumn, id, "or");
  assert.deepEqual(texts(natureColumn.lines(it.model, it.row(id))), ["or"], "one alone says nothing of others");
  const first = it.row(id).observation.id;
  it.book.set("observations", first, { from: "2024-05", until: "2024-05" });
  const second = it.book.make("observations", { ...it.model.writer.statement("observations", it.row(id)), "mineral:COLTAN": 1 });
  const row = it.row(id);
  assert.deepEqual(texts(natureColumn.lines(it.model, row)), ["coltan", "1 autre observation"]);
  assert.deepEqual(
    [openedOf(row, null).id, openedOf(row, first).id, openedOf(row, "gone").id],
    [second, first, second],
    "the chosen one while it is there, else the latest",
  );
  assert.equal(observationText(it.session, openedOf(row, first)), "or · 05/2024");
});

test("words that no list has stay in sight, in every column", () => {
  const it = hall();
  const { id } = it.site("Tambwe-1");
  enter(it, natureColumn, id, "or, près du vieux pont");
  assert.ok(
    texts(natureColumn.lines(it.model, it.row(id)))
      .join()
      .includes("près du vieux pont"),
  );
  enter(it, modesColumn, id, "xyzzy plugh");
  assert.ok(
    texts(modesColumn.lines(it.model, it.row(id)))
      .join()
      .includes("xyzzy plugh"),
  );
  assert.equal(natureColumn.text(it.model, it.row(id)), "or · près du vieux pont");
  enter(it, natureColumn, id, "or");
  assert.equal(it.row(id).observation.said, "", "a nature typed anew takes the place of the old one");
});

test("a mode without an actor asks for one, and the next actor takes its place", () => {
  const it = hall();
  const { id } = it.site("Tambwe-1");
  enter(it, modesColumn, id, "achat");
  assert.ok(actorsColumn.lines(it.model, it.row(id))[0].missing);
  enter(it, actorsColumn, id, "coopérative C");
  const [only, ...more] = it.row(id).involvements;
  assert.equal(more.length, 0);
  assert.deepEqual([only.actor_category, only.actor_name], ["COOPERATIVE", "Coopérative C"]);
});

test("benefits and the State's own stay in the group until somebody chooses; one voice always does", () => {
  const it = hall();
  const { id } = it.site("Tambwe-1");
  enter(it, actorsColumn, id, "Armée");
  enter(it, actorsColumn, id, "groupe A");
  enter(it, benefitsColumn, id, "réseau");
  const told = () => [
    ...it.row(id).involvements.map((entry) => toldOf(it.session, "involvements", entry)),
    toldOf(it.session, "benefits", it.row(id).benefits[0]),
  ];
  assert.deepEqual(told(), ["GROUP_ONLY", "PLENARY", "GROUP_ONLY"]);
  it.model.writer.toggleDisclosure("benefits", it.row(id).benefits[0].id);
  assert.deepEqual(told(), ["GROUP_ONLY", "PLENARY", "PLENARY"]);
  agreementColumn.choose(it.model, it.row(id), "SINGLE");
  assert.deepEqual(told(), ["GROUP_ONLY", "GROUP_ONLY", "GROUP_ONLY"]);
});

test("the agreement is that of all that is said, also of what comes after", () => {
  const it = hall();
  const { id } = it.site("Tambwe-1");
  enter(it, natureColumn, id, "or");
  enter(it, agreementColumn, id, "maj");
  enter(it, actorsColumn, id, "groupe A");
  assert.deepEqual([it.row(id).observation.agreement, it.row(id).involvements[0].agreement], ["MAJORITY", "MAJORITY"]);
});

test("a beneficiary named first gets its type after", () => {
  const it = hall();
  const { id } = it.site("Tambwe-1");
  const named = benefitsColumn.options(it.model, it.row(id), "Monsieur X").at(-1).options[0];
  benefitsColumn.choose(it.model, it.row(id), named.value);
  assert.ok(benefitsColumn.lines(it.model, it.row(id))[0].missing);
  enter(it, benefitsColumn, id, "autorité ou acteur");
  assert.equal(it.row(id).benefits.length, 1);
  assert.equal(it.row(id).benefits[0].beneficiary_type, "POLITICAL");
});

test("a finding leads to the cell of what it is about", () => {
  const it = hall();
  const { id } = it.site("Tambwe-1");
  enter(it, actorsColumn, id, "groupe A");
  const [{ id: involvement }] = it.row(id).involvements;
  assert.deepEqual(cellOf(it.book, `involvements/${involvement}`), { row: id, column: "modes" });
  assert.deepEqual(cellOf(it.book, `places/${id}:benefits`), { row: id, column: "benefits" });
  assert.deepEqual(cellOf(it.book, id), { row: id, column: "nature" });
  for (const other of ["", "nodes/x", "legs/gone"]) assert.equal(cellOf(it.book, other), null, other);
});

test("a known actor is meant by all its typed words, never by its category alone", () => {
  const it = hall();
  const { id } = it.site("Tambwe-1");
  const first = (typed) => actorsColumn.options(it.model, it.row(id), typed)[0].options[0].value;
  it.session.setRegister({ ...REGISTER, actors: REGISTER.actors.map((one) => ({ ...one, aliases: [] })) });
  assert.deepEqual(first("le groupe A"), { actor: "a1" }, "by its words, without an alias");
  assert.equal(first("groupe armé").actor, undefined, "that is any of them");
  assert.equal(first("groupe B").actor, undefined);
});
