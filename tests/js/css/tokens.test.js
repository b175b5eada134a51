import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const CSS = fileURLToPath(new URL("../../../static/css/", import.meta.url));
const TEXT = readFileSync(join(CSS, "tokens.css"), "utf8");

/** The declarations of the block that follows `selector`. */
function block(selector, text = TEXT) {
  const from = text.indexOf("{", text.indexOf(selector)) + 1;
  const found = text.slice(from, text.indexOf("}", from)).matchAll(/(--[\w-]+):\s*([^;]+);/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value.trim()]));
}

const LIGHT = block(":root");
const THEMES = {
  light: LIGHT,
  projector: { ...LIGHT, ...block('[data-theme="projector"]') },
  paper: { ...LIGHT, ...block('[data-theme="paper"]') },
};

function luminance(hex) {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first, second) {
  const [light, dark] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["--surface-page", "--surface-panel", "--surface-sunken", "--surface-hover"];
const pairs = (words, grounds) => words.flatMap((word) => grounds.map((ground) => [word, ground]));
const WORDS = [
  ...pairs(["--text", "--text-soft", "--text-quiet", "--action"], GROUNDS),
  ...pairs(["--text", "--text-soft", "--text-quiet"], ["--action-wash", "--map-focus", "--map-land"]),
  ...pairs(["--ok", "--caution", "--danger", "--note"], ["--surface-page", "--surface-panel"]),
  ...["ok", "caution", "danger", "note"].map((name) => [`--${name}`, `--${name}-wash`]),
  ...[0, 1, 2, 3].map((level) => [`--class-${level}`, `--class-${level}-wash`]),
  ...pairs(["--text-on-inverse", "--text-on-inverse-soft"], ["--surface-inverse"]),
  ["--text-on-action", "--action"],
  ["--text-on-action", "--action-strong"],
  ["--map-label", "--map-focus"],
  ["--map-water-label", "--map-water"],
];
const PRESENCE = ["seen", "unhindered", "undetermined", "absent", "unknown", "withheld"].map((name) => `--presence-${name}`);
const MARKS = [...pairs(PRESENCE, ["--surface-panel", "--map-focus", "--map-land", "--map-water"]), ["--line-control", "--surface-panel"]];

describe("tokens", () => {
  for (const [name, theme] of Object.entries(THEMES)) {
    it(`keep text at 4.5:1 in ${name}`, () => {
      assert.deepEqual(
        WORDS.filter(([word, ground]) => contrast(theme[word], theme[ground]) < 4.5),
        [],
      );
    });

    it(`keep marks and controls at 3:1 in ${name}`, () => {
      assert.deepEqual(
        MARKS.filter(([mark, ground]) => contrast(theme[mark], theme[ground]) < 3),
        [],
      );
    });
  }

  it("leave nothing of the projector's night on paper", () => {
    const paper = block('[data-theme="paper"]');
    assert.deepEqual(
      Object.keys(block('[data-theme="projector"]')).filter((name) => !(name in paper)),
      [],
    );
  });

  it("say the same on paper as in print", () => {
    const print = block(":root", TEXT.slice(TEXT.indexOf("@media print")));
    const paper = block('[data-theme="paper"]');
    assert.deepEqual(Object.fromEntries(Object.keys(paper).map((name) => [name, print[name]])), paper);
  });
});

describe("styles", () => {
  const files = readdirSync(CSS, { recursive: true }).filter((name) => name.endsWith(".css"));

  it("take every colour from a token", () => {
    const wrong = files
      .filter((name) => name !== "tokens.css")
      .flatMap((name) =>
        [...readFileSync(join(CSS, name), "utf8").matchAll(/(?<=[;{\s])[a-z][\w-]*:[^;{}]*#[0-9a-f]{3,8}\b[^;]*;/gi)].map(
          ([rule]) => `${name} ${rule}`,
        ),
      );
    assert.deepEqual(wrong, []);
  });

  it("use only tokens that exist", () => {
    const own = new Set(
      files.flatMap((name) => [...readFileSync(join(CSS, name), "utf8").matchAll(/(--[\w-]+)\s*:/g)].map(([, it]) => it)),
    );
    const used = files.flatMap((name) =>
      [...readFileSync(join(CSS, name), "utf8").matchAll(/var\((--[\w-]+)\)/g)].map(([, it]) => `${it}`),
    );
    assert.deepEqual(
      [...new Set(used)].filter((name) => !own.has(name)),
      [],
    );
  });

  it("name no foreign host", () => {
    assert.deepEqual(
      files.filter((name) => /https?:|\/\/\w/.test(readFileSync(join(CSS, name), "utf8"))),
      [],
    );
  });
});
