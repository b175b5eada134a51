// <filon-wall>: what the room reads on the projector. It shows what it is told, and nothing on it can be pressed.

import { makeWords, textsOf } from "../workbook/words.js";
import { AdoptionView } from "./adoption_view.js";
import { AgendaView } from "./agenda_view.js";
import { RowsView } from "./rows_view.js";
import { toldOf } from "./told.js";
import { TreeView } from "./tree_view.js";
import { WallSocket } from "./wall_socket.js";

const LABELS_AFTER_MS = 4000; // a line that is lost for a moment is nobody's worry

export class FilonWall extends HTMLElement {
  connectedCallback() {
    const codes = JSON.parse(document.getElementById("workbook-codes").textContent);
    this.words = makeWords(textsOf(document.getElementById("words")), codes, document.documentElement.lang);
    const tree = new TreeView(this, this.words);
    this.views = {
      tree,
      sites: new RowsView(this, this.words, "sites"),
      recommendations: new RowsView(this, this.words, "recommendations"),
    };
    this.views.agenda = new AgendaView(this, this.words);
    this.views.adoption = new AdoptionView(this, this.words);
    this.socket = new WallSocket(this.dataset.socketUrl);
    this.socket.addEventListener("told", ({ message }) => this.tell(toldOf(message)));
    this.socket.addEventListener("line", ({ open }) => this.line(open));
    this.socket.addEventListener("ended", () => this.end());
    new ResizeObserver(() => this.told && this.tell(this.told)).observe(this);
  }

  tell(told) {
    this.told = told;
    const { station } = told.show;
    const name = this.views[station] ? station : "pause";
    this.dataset.station = name;
    for (const page of this.querySelectorAll("[data-page]")) page.hidden = page.dataset.page !== name;
    this.views[name]?.show(told);
    document.title = `${this.words(`wall.${name}`)} – Filon`;
  }

  line(open) {
    clearTimeout(this.late);
    const sign = this.querySelector("[data-line-lost]");
    if (open) sign.hidden = true;
    else
      this.late = setTimeout(() => {
        sign.hidden = false;
      }, LABELS_AFTER_MS);
  }

  /** The room is closed or the right has ended: nothing stays on the wall. */
  end() {
    clearTimeout(this.late);
    this.told = null;
    this.views.agenda.stop();
    this.views.adoption.stop();
    for (const page of this.querySelectorAll("[data-page]")) {
      page.hidden = page.dataset.page !== "ended";
      for (const shown of page.querySelectorAll("[data-shown]")) shown.replaceChildren();
    }
  }
}
