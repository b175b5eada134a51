// One screen of the read-back: five rows with their keys; drawn the same on the laptop and on the wall.

import { cloneOf, keepRows, part } from "../workbook/rows.js";
import { linesOf, natureOf } from "./words_of.js";

/** Hold `place` to the sites of a screen; `parts` holds the templates of row, presences and agreements. */
export function drawScreen(place, parts, words, sites, open = "") {
  keepRows(
    place,
    sites,
    () => cloneOf(part(parts, "reading-row")),
    (row, site) => drawSite(row, parts, words, site, sites.indexOf(site), open),
  );
}

function drawSite(row, parts, words, site, at, open) {
  row.classList.toggle("is-open", site.id === open);
  row.classList.toggle("is-adopted", Boolean(site.adopted));
  part(row, "key").textContent = String(at + 1);
  part(row, "name").textContent = site.name;
  part(row, "label").textContent = site.label;
  part(row, "nature").textContent = natureOf(words, site.nature) || words("read.nature-missing");
  part(row, "presence").replaceChildren(...site.presence.map((code) => mark(parts, "presence", code)));
  part(row, "lines").replaceChildren(...linesOf(words, site).map((text) => paragraph(text)));
  part(row, "agreement").replaceChildren(mark(parts, "agreement", site.agreement, words.label("agreement", site.agreement)));
  const kept = part(row, "reserves");
  kept.hidden = !site.reserves;
  kept.textContent = words("read.reserves", { n: site.reserves });
}

function mark(parts, kind, code, label = "") {
  const template = parts.querySelector(`[data-${kind}="${code}"]`);
  const made = template ? cloneOf(template) : document.createElement("span");
  if (label) made.append(label);
  return made;
}

function paragraph(text) {
  const line = document.createElement("p");
  line.textContent = text;
  return line;
}

/** The line of territoires: done, the one at hand, still to come. */
export function drawTerritoires(place, parts, words, territoires, now) {
  const items = territoires.map((it) => ({ ...it, id: it.name || "-" }));
  keepRows(
    place,
    items,
    () => cloneOf(part(parts, "territoire")),
    (row, it) => {
      const whole = it.done === it.sites.length;
      row.dataset.state = it.name === now ? "now" : whole ? "done" : "ahead";
      part(row, "name").textContent = it.name || words("read.nowhere");
      part(row, "count").textContent = it.name === now && !whole ? words("read.of", { done: it.done, n: it.sites.length }) : words("read.figure", { n: it.sites.length });
    },
  );
}

/** What is left of the session: minutes of the running point of the agenda, for the sites that are not adopted. */
export function timeText(words, agenda, left, now) {
  if (!left) return words("read.done");
  const running = agenda.find(({ state, started_at }) => state === "running" && started_at);
  if (!running) return words("read.left", { n: left });
  const minutes = Math.round(((running.minutes ?? 0) * 60_000 - (now - Date.parse(running.started_at))) / 60_000);
  return minutes >= 0 ? words("read.time", { minutes, n: left }) : words("read.over", { minutes: -minutes, n: left });
}
