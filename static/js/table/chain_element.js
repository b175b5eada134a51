// <filon-chain>: the circuit of the minerals. A drawing for the eye; beside it the same as a list, for keyboard and ear.

import { Station } from "../workbook/station.js";
import { connectedTo, graphOf } from "./chain_graph.js";
import { NODE, placed, thicknessOf } from "./chain_layout.js";
import { TableModel } from "./model.js";
import { isTreated } from "./rows.js";
import { chainSummary } from "./summary.js";
import { benefitText, legText } from "./wording.js";

const SVG = "http://www.w3.org/2000/svg";
const LETTERS = 23; // of a name that fit on one line of a node

const shape = (name, attributes, ...inside) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
};

export class FilonChain extends Station {
  static summary(session) {
    return chainSummary(session);
  }

  opened(entry) {
    this.model = new TableModel(this.session);
    this.words = this.session.words;
    this.drawing = this.querySelector("[data-drawing]");
    this.list = this.querySelector("[data-list]");
    this.chosen = null;
    this.watch(["places", "observations", "involvements", "legs", "benefits"], () => this.draw());
    this.listen(this.session, "register", () => this.draw());
    this.drawing.addEventListener("click", (event) => this.pointed(event.target.closest("[data-node]")));
    this.list.addEventListener("focusin", (event) => this.choose(event.target.closest("[data-site]")?.dataset.site ?? null, false));
    this.list.addEventListener("click", (event) => this.opens(event.target.closest("[data-place]")));
    this.draw();
    if (entry) this.choose(entry.replace(/^places\//, ""), true);
  }

  draw() {
    this.graph = graphOf(this.session);
    const { nodes, edges, width, height } = placed(this.graph);
    this.querySelector("[data-empty]").hidden = nodes.length > 0;
    this.querySelector("[data-whole]").hidden = nodes.length === 0;
    const gaps = nodes.filter((node) => node.kind === "gap").length;
    this.querySelector("[data-count]").textContent = nodes.length
      ? this.words("chain.count", { n: edges.filter((edge) => edge.kind === "leg").length, gaps })
      : "";
    Object.assign(this.drawing.style, { width: `${width}px`, height: `${height}px` });
    this.drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.drawing.replaceChildren(...edges.map((edge) => this.edge(edge)), ...nodes.map((node) => this.node(node)));
    this.lines();
    this.light();
  }

  edge({ from, to, kind, formal, volume, path }) {
    return shape("path", {
      d: path,
      class: `chain__edge is-${kind} is-${formal.toLowerCase()}`,
      "stroke-width": thicknessOf(volume),
      "data-from": from,
      "data-to": to,
    });
  }

  node({ id, kind, name, x, y, place, column }) {
    const words = kind === "gap" ? this.words(`chain.gap.${column}`) : name;
    const box = shape("rect", { width: NODE.width, height: NODE.height, rx: 6 });
    const lines = wrapped(words).map((line, at, all) =>
      shape("tspan", { x: 10, y: NODE.height / 2 + 5 + (at - (all.length - 1) / 2) * 15 }, line),
    );
    const title = shape("title", {}, words);
    const group = shape(
      "g",
      { class: `chain__node is-${kind}`, transform: `translate(${x} ${y})`, "data-node": id },
      title,
      box,
      shape("text", {}, ...lines),
    );
    if (place) group.dataset.place = place;
    if (column) group.dataset.column = column;
    return group;
  }

  /** The same as a list: each site, where its minerals go, who gains, what is missing. */
  lines() {
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset : null;
    const rows = this.model.rows.filter(isTreated);
    this.list.replaceChildren(...rows.map((row) => this.site(row)));
    if (focused) this.list.querySelector(`[data-place="${focused.place}"][data-column="${focused.column}"]`)?.focus();
  }

  site(row) {
    const item = this.part("site");
    item.dataset.site = row.id;
    const name = item.querySelector("[data-name]");
    name.textContent = this.model.name(row.place);
    Object.assign(name.dataset, { place: row.id, column: "site" });
    const lines = [
      ...row.legs.map((leg) => ["modes", legText(this.session, leg), ""]),
      ...(row.legs.length ? [] : [["modes", this.words("chain.gap.modes"), "missing"]]),
      ...row.benefits.map((benefit) => ["benefits", benefitText(this.session, benefit) || this.words("table.benefit_open"), ""]),
      ...(row.benefits.length ? [] : [["benefits", this.words("chain.gap.benefits"), "missing"]]),
    ];
    item.querySelector("ul").append(...lines.map(([column, text, missing]) => this.line(row.id, column, text, missing)));
    return item;
  }

  line(place, column, text, missing) {
    const line = this.part("line");
    const button = line.querySelector("button");
    Object.assign(button.dataset, { place, column });
    button.textContent = text;
    if (missing) button.classList.add(missing);
    return line;
  }

  part(name) {
    return this.querySelector(`template[data-part="${name}"]`).content.firstElementChild.cloneNode(true);
  }

  /** A gap leads to its cell; anything else lights what it is connected to. */
  pointed(node) {
    if (node?.classList.contains("is-gap")) this.session.go("table", `places/${node.dataset.place}:${node.dataset.column}`);
    else this.choose(node?.dataset.node === this.chosen ? null : (node?.dataset.node ?? null), true);
  }

  opens(button) {
    if (button) this.session.go("table", `places/${button.dataset.place}:${button.dataset.column}`);
  }

  choose(id, follow) {
    if (id === this.chosen) return;
    this.chosen = id;
    this.light();
    if (follow && id) this.list.querySelector(`[data-site="${id}"]`)?.scrollIntoView({ block: "nearest" });
  }

  light() {
    const lit = this.chosen ? connectedTo(this.graph.edges, this.chosen) : null;
    for (const node of this.drawing.querySelectorAll("[data-node]"))
      node.classList.toggle("is-dim", Boolean(lit) && !lit.has(node.dataset.node));
    for (const edge of this.drawing.querySelectorAll("[data-from]")) {
      edge.classList.toggle("is-dim", Boolean(lit) && !(lit.has(edge.dataset.from) && lit.has(edge.dataset.to)));
    }
    for (const site of this.list.children) site.classList.toggle("is-current", site.dataset.site === this.chosen);
  }
}

/** A name on two lines at most. */
function wrapped(words) {
  if (words.length <= LETTERS) return [words];
  const cut = words.lastIndexOf(" ", LETTERS);
  const at = cut > 0 ? cut : LETTERS;
  const rest = words.slice(at).trim();
  return [words.slice(0, at), rest.length > LETTERS ? `${rest.slice(0, LETTERS - 1)}…` : rest];
}
