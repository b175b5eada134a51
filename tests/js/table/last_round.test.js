import assert from "node:assert/strict";
import { test } from "node:test";
import { actorsColumn } from "../../../static/js/table/column_actors.js";
import { answer, answersIn, progressOf, rootOf } from "../../../static/js/table/last_round.js";
import { wordsOf } from "../../../static/js/table/last_round_words.js";
import { hall, LAST_ROUND } from "./hall.js";

const [OBSERVED, INVOLVED, LEG, QUALIFIED] = LAST_ROUND["7KQ3M2"];

function updated() {
  const it = hall();
  const { id } = it.site({ ref: "7KQ3M2" });
  return { ...it, id, give: (statement, since) => answer(it.session, it.model.writer, it.row(id), statement, since) };
}

test("silence makes nothing; an answer makes a dated entry that names the old statement", () => {
  const { session, row, id, give, book } = updated();
  assert.deepEqual(progressOf(session, row(id).place, answersIn(book)), { asked: 3, answered: 0 });
  give(INVOLVED, "UNCHANGED");
  const [entry] = row(id).involvements;
  assert.equal(entry.answers, "c2");
  assert.equal(entry.since_last_round, "UNCHANGED");
  assert.deepEqual([entry.actor, entry.levy_low, entry.levy_unit, ...book.flags(entry, "mode")], ["a1", 300, "CDF", "TAX_ENTRY"]);
  assert.equal(progressOf(session, row(id).place, answersIn(book)).answered, 1);
});

test("what is no longer so, wrong or not known is no statement of today", () => {
  for (const since of ["ENDED", "WRONG", "NOT_KNOWN"]) {
    const { row, id, give, book } = updated();
    give(LEG, since);
    assert.equal(row(id).legs.length, 0, since);
    const [{ entry }] = row(id).past;
    assert.deepEqual([entry.answers, entry.since_last_round, entry.to_text], ["c3", since, "Lubanza-4"]);
    assert.equal(entry.until, since === "ENDED" ? "2024-09-24" : undefined);
    assert.equal(entry.formal, since === "ENDED" ? "NO" : undefined, "of what was wrong only what it was about is repeated");
    assert.equal(answersIn(book).size, 1);
  }
});

test("the same key again takes the answer back, another one changes it", () => {
  const { row, id, give, book } = updated();
  give(OBSERVED, "WORSE");
  give(OBSERVED, "BETTER");
  assert.equal(row(id).observations.length, 1);
  assert.equal(row(id).observation.since_last_round, "BETTER");
  give(OBSERVED, "BETTER");
  assert.equal(answersIn(book).size, 0);
});

test("what the group has said itself takes the answer on, its own words stay", () => {
  const it = updated();
  const own = it.model.writer.addActor(it.row(it.id), { actor: "a1" });
  it.model.writer.addMode(it.row(it.id), own, { mode: "BUYING" });
  it.give(INVOLVED, "WORSE");
  const entries = it.row(it.id).involvements;
  assert.equal(entries.length, 1);
  assert.deepEqual([entries[0].answers, ...it.book.flags(entries[0], "mode")], ["c2", "BUYING"]);
  assert.equal(actorsColumn.lines(it.model, it.row(it.id)).length, 1);
});

test("an official act is shown and has no answer", () => {
  assert.equal(rootOf(QUALIFIED), null);
});

test("an old statement reads as its cell would, and what nobody said then is not said again", () => {
  const { session, row, id, give } = updated();
  const old = { ...OBSERVED, mercury: "NOT_ASKED", title_status: "UNKNOWN" };
  assert.equal(wordsOf(session, old), "Présence, sans ingérence vue · artisanal · or");
  assert.equal(wordsOf(session, INVOLVED), "Groupe armé A : taxation à l’entrée du site (jeton), 300\u00a0FC par creuseur");
  assert.equal(wordsOf(session, LEG), "→\u00a0Lubanza-4 · or · informel");
  assert.equal(wordsOf(session, { ...QUALIFIED, words: { headline: "qualification : vert" } }), "qualification : vert");
  give(old, "UNCHANGED");
  assert.ok(!("mercury" in row(id).observation) && !("title_status" in row(id).observation));
});
