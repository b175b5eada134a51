import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { positionText, readPosition } from "../../../static/js/table/coordinates.js";
import { random } from "./drawn.js";

const VECTORS = JSON.parse(readFileSync(new URL("../../lib/positions.json", import.meta.url)));
const LETTERS = ["N", "S", "E", "O"];

test("a position is read as the server reads it", () => {
  for (const { text, longitude, latitude } of VECTORS.read) {
    const position = readPosition(text);
    assert.ok(position, text);
    assert.ok(Math.abs(position.longitude - longitude) < 1e-8, `${text}: ${position.longitude}`);
    assert.ok(Math.abs(position.latitude - latitude) < 1e-8, `${text}: ${position.latitude}`);
  }
});

test("what is no position, or two, is refused", () => {
  for (const text of VECTORS.refused) assert.equal(readPosition(text), null, text);
});

test("what is written is read back within its rounding", () => {
  const draw = random(5);
  for (let round = 0; round < 500; round += 1) {
    const at = { longitude: draw() * 360 - 180, latitude: draw() * 180 - 90 };
    const back = readPosition(positionText(at, LETTERS));
    assert.ok(Math.abs(back.longitude - at.longitude) <= 0.51 / 3600);
    assert.ok(Math.abs(back.latitude - at.latitude) <= 0.51 / 3600);
  }
});

test("any text is read or refused, never an exception", () => {
  const draw = random(6);
  const signs = [..."0123456789.,;°'\" NSEWOM-+()UTMé\u0000\u202f"];
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: Math.floor(draw() * 40) }, () => signs[Math.floor(draw() * signs.length)]).join("");
    const position = readPosition(text);
    assert.ok(position === null || Math.abs(position.latitude) <= 90, text);
  }
});
