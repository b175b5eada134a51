import assert from "node:assert/strict";
import { test } from "node:test";
import { COLUMNS, commandOf, digitOf, moved, NEW } from "../../../static/js/table/grid.js";
import { oneOf, random } from "./drawn.js";

const key = (code, more = {}) => ({ code, key: more.key ?? code, ...more });
const ROWS = ["a", "b", "c"];
const COMMANDS = ["up", "down", "left", "right", "first", "last", "top", "bottom", "page-up", "page-down", "next", "previous", "next-row"];

test("function keys mean the same everywhere, with any layout", () => {
  for (const mode of ["moving", "typing"]) {
    assert.equal(commandOf(key("F2"), mode), "sheet");
    assert.equal(commandOf(key("F4"), mode), "update");
    assert.equal(commandOf(key("F6"), mode), "disclosure");
    assert.equal(commandOf(key("Enter", { ctrlKey: true }), mode), "next-row");
    assert.equal(commandOf(key("F4", { altKey: true }), mode), null, "the system's own");
  }
});

test("while typing Tab goes on, Enter chooses, arrows walk the list when it is open and the rows when it is not", () => {
  assert.equal(commandOf(key("Tab"), "typing"), "next");
  assert.equal(commandOf(key("Tab", { shiftKey: true }), "typing"), "previous");
  assert.equal(commandOf(key("NumpadEnter"), "typing"), "choose");
  assert.equal(commandOf(key("ArrowDown"), "typing", { open: true }), "option-down");
  assert.equal(commandOf(key("ArrowDown"), "typing", { open: false, empty: true }), "down");
  assert.equal(commandOf(key("ArrowDown", { altKey: true }), "typing", {}), "open");
  assert.equal(commandOf(key("Escape"), "typing"), "escape");
  assert.equal(commandOf(key("KeyA", { key: "a" }), "typing"), null, "letters are the field's");
  assert.equal(commandOf(key("Enter", { isComposing: true }), "typing"), null, "an accent is being composed");
});

test("at the start of a field the pills before it are reached and removed", () => {
  assert.equal(commandOf(key("ArrowLeft"), "typing", { start: true }), "pick-left");
  assert.equal(commandOf(key("Backspace"), "typing", { start: true, empty: true }), "pick-left");
  assert.equal(commandOf(key("Backspace"), "typing", { start: true, picked: true }), "remove");
  assert.equal(commandOf(key("Delete"), "typing", { start: true, picked: true }), "remove");
  assert.equal(commandOf(key("Backspace"), "typing", { start: false, empty: false }), null);
});

test("while moving a letter begins to type and Tab leaves the table", () => {
  assert.equal(commandOf(key("KeyM", { key: "m" }), "moving"), "type");
  assert.equal(commandOf(key("Digit2", { key: "é" }), "moving"), "type");
  assert.equal(commandOf(key("Enter"), "moving"), "begin");
  assert.equal(commandOf(key("Tab"), "moving"), null);
  assert.equal(commandOf(key("KeyZ", { key: "z", ctrlKey: true }), "moving"), null, "undo is the shell's");
});

test("Tab runs through the columns and on to the next row; the new line has one cell", () => {
  let at = { row: "a", column: "site" };
  for (const column of COLUMNS.slice(1)) {
    at = moved(at, "next", ROWS);
    assert.deepEqual(at, { row: "a", column });
  }
  assert.deepEqual(moved(at, "next", ROWS), { row: "b", column: "site" });
  assert.deepEqual(moved({ row: "b", column: "site" }, "previous", ROWS), { row: "a", column: "agreement" });
  assert.deepEqual(moved({ row: "c", column: "benefits" }, "next-row", ROWS), { row: NEW, column: "site" });
  assert.deepEqual(moved({ row: "c", column: "benefits" }, "down", ROWS), { row: NEW, column: "site" });
});

test("wherever one goes there is a cell, and the way back leads back", () => {
  const draw = random(21);
  const back = { up: "down", left: "right", down: "up", right: "left" };
  for (let round = 0; round < 2000; round += 1) {
    const rows = ROWS.slice(0, Math.floor(draw() * 4));
    const at = rows.length && draw() < 0.8 ? { row: oneOf(draw, rows), column: oneOf(draw, COLUMNS) } : { row: NEW, column: "site" };
    const command = oneOf(draw, COMMANDS);
    const to = moved(at, command, rows);
    assert.ok([...rows, NEW].includes(to.row));
    assert.ok(to.row === NEW ? to.column === "site" : COLUMNS.includes(to.column));
    const away = to.row !== at.row || to.column !== at.column;
    if (back[command] && away && to.row !== NEW) assert.deepEqual(moved(to, back[command], rows), at);
  }
});

test("answers have the digits of both rows of keys, on AZERTY too", () => {
  assert.equal(digitOf(key("Digit2", { key: "é" })), 2);
  assert.equal(digitOf(key("Numpad6")), 6);
  for (const other of [key("Digit7"), key("Digit0"), key("KeyA"), key("Digit1", { ctrlKey: true })]) assert.equal(digitOf(other), null);
});
