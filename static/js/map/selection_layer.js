// What lies on top: the chosen place with its legs and stops, places that changed with their numbers, numbers on paper.

import { tokens } from "./colours.js";
import { PaneCanvas } from "./pane_canvas.js";
import { mercatorX, mercatorY } from "./projection.js";

const STUB = 76; // pixels to a stop that nobody has placed: such stops stand in a column beside the place
const STUB_STEP = 22;
const MOST_STUBS = 6;
const ROOM = 240; // pixels that the column and its names need
const HALO = 14;

export const SelectionLayer = PaneCanvas.extend({
  options: { pane: "markerPane" },

  /** `chosen` {x, y, name, legs} or null; `numbered` [{x, y, n, better, paper}]. Positions in zoom-0 units. */
  show({ chosen = null, numbered = [] }) {
    this.chosen = chosen;
    this.numbered = numbered;
    this.redraw();
  },

  blank() {
    return !this.chosen && !this.numbered?.length;
  },

  paint(ctx, frame) {
    const token = tokens();
    this.ink = token("--text");
    this.paper = token("--mark-fill");
    this.font = token("--font");
    const at = (x, y) => [x * frame.scale - frame.left, y * frame.scale - frame.top];
    for (const mark of this.numbered ?? []) this.paintNumber(ctx, at(mark.x, mark.y), mark, mark.better ? token("--ok") : this.ink);
    if (!this.chosen) return;
    const start = at(this.chosen.x, this.chosen.y);
    const unplaced = this.chosen.legs.filter((leg) => leg.lon === null);
    const side = start[0] > frame.width - ROOM ? -1 : 1;
    for (const leg of this.chosen.legs) {
      if (leg.lon !== null) this.paintLeg(ctx, start, at(mercatorX(leg.lon), mercatorY(leg.lat)), leg, 1);
    }
    unplaced.slice(0, MOST_STUBS).forEach((leg, index, shown) => {
      const end = [start[0] + side * STUB, start[1] + (index - (shown.length - 1) / 2) * STUB_STEP];
      this.paintLeg(ctx, start, end, leg, side);
      if (index === MOST_STUBS - 1 && unplaced.length > MOST_STUBS) this.rest(ctx, end, side, unplaced.length - MOST_STUBS);
    });
    this.paintHalo(ctx, start, HALO);
    this.text(ctx, this.chosen.name, start[0], start[1] - HALO - 8, "center", 600);
  },

  /** How many stops more there are. */
  rest(ctx, [x, y], side, count) {
    this.text(ctx, `+ ${count}`, x + side * 10, y + STUB_STEP + 4, side > 0 ? "left" : "right", 400);
  },

  paintHalo(ctx, [x, y], radius) {
    for (const [width, colour] of [
      [6, this.paper],
      [2, this.ink],
    ]) {
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, Math.PI * 2);
      ctx.lineWidth = width;
      ctx.strokeStyle = colour;
      ctx.stroke();
    }
  },

  /** A leg whose road is not known is an arc from stop to stop. */
  paintLeg(ctx, [x1, y1], [x2, y2], leg, side) {
    const length = Math.hypot(x2 - x1, y2 - y1) || 1;
    const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
    const bend = leg.routed ? 0 : Math.min(60, length * 0.18);
    const [cx, cy] = [(x1 + x2) / 2 + uy * bend, (y1 + y2) / 2 - ux * bend];
    const arrive = Math.atan2(y2 - cy, x2 - cx);
    const [ex, ey] = [x2 - Math.cos(arrive) * 8, y2 - Math.sin(arrive) * 8];
    const path = new Path2D();
    path.moveTo(x1 + ux * HALO, y1 + uy * HALO);
    path.quadraticCurveTo(cx, cy, ex, ey);
    ctx.lineWidth = leg.width + 4;
    ctx.strokeStyle = this.paper;
    ctx.globalAlpha = 0.85;
    ctx.stroke(path);
    ctx.globalAlpha = 1;
    ctx.lineWidth = leg.width;
    ctx.strokeStyle = this.ink;
    ctx.setLineDash(leg.dash);
    ctx.stroke(path);
    ctx.setLineDash([]);
    this.paintArrow(ctx, ex, ey, arrive);
    this.paintStop(ctx, x2, y2, leg, side);
  },

  paintArrow(ctx, x, y, turn) {
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(turn);
    ctx.beginPath();
    ctx.moveTo(3, 0);
    ctx.lineTo(-8, -5.5);
    ctx.lineTo(-8, 5.5);
    ctx.fillStyle = this.ink;
    ctx.fill();
    ctx.restore();
  },

  paintStop(ctx, x, y, leg, side) {
    ctx.beginPath();
    if (leg.lon === null) ctx.arc(x, y, 5, 0, Math.PI * 2);
    else ctx.rect(x - 5.5, y - 5.5, 11, 11);
    ctx.fillStyle = this.paper;
    ctx.fill();
    ctx.lineWidth = 1.8;
    ctx.strokeStyle = this.ink;
    ctx.stroke();
    this.text(ctx, leg.name, x + side * 10, y + 4, side > 0 ? "left" : "right", 400);
  },

  paintNumber(ctx, [x, y], mark, fill) {
    if (mark.paper) {
      this.text(ctx, String(mark.n), x + 12, y + 5, "left", 700);
      return;
    }
    this.paintHalo(ctx, [x, y], 17);
    ctx.beginPath();
    ctx.arc(x + 17, y - 16, 11, 0, Math.PI * 2);
    ctx.fillStyle = fill;
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.strokeStyle = this.paper;
    ctx.stroke();
    ctx.font = `700 13px ${this.font}`;
    ctx.textAlign = "center";
    ctx.fillStyle = this.paper;
    ctx.fillText(String(mark.n), x + 17, y - 11.5);
  },

  text(ctx, words, x, y, align, weight) {
    ctx.font = `${weight} 13px ${this.font}`;
    ctx.textAlign = align;
    ctx.lineJoin = "round";
    ctx.lineWidth = 4;
    ctx.strokeStyle = this.paper;
    ctx.strokeText(words, x, y);
    ctx.fillStyle = this.ink;
    ctx.fillText(words, x, y);
  },
});
