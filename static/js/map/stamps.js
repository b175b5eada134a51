// Pictures of marks, each drawn once on a common sheet and then stamped: one canvas instead of hundreds.

import { drawMark, drawUnequal } from "./symbols.js";

/** The dotted ring around what was said more than five years ago; it lies under all marks. */
export const RING = "ring";
const OPACITY = [1, 0.84, 0.74, 0.74]; // by age class
const MARGIN = 3; // the rim of a mark
const WIDE_MARGIN = 9; // ring and badge stand outside it
const SHEET = 512; // pixels of the page; a full sheet is followed by another

function drawRing(ctx, size, ink) {
  ctx.beginPath();
  ctx.arc(0, 0, size / 2 + 3.6, 0, Math.PI * 2);
  ctx.lineCap = "round";
  ctx.setLineDash([0.1, 3.1]);
  ctx.lineWidth = 1.3;
  ctx.strokeStyle = ink;
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.lineCap = "butt";
}

/** Stamps at one resolution; `colours` are those of paper and text. */
export class Stamps {
  constructor(ratio, colours) {
    this.ratio = ratio;
    this.colours = colours;
    this.sheet = null;
  }

  /** A free square of that many pixels, in lines from the top. */
  room(side) {
    const whole = Math.ceil(SHEET * this.ratio);
    if (this.sheet && this.left + side > whole) {
      this.left = 0;
      this.top += this.line;
      this.line = 0;
    }
    if (!this.sheet || this.top + side > whole) {
      this.sheet = document.createElement("canvas");
      this.sheet.width = whole;
      this.sheet.height = whole;
      this.ctx = this.sheet.getContext("2d");
      this.left = 0;
      this.top = 0;
      this.line = 0;
    }
    const corner = { x: this.left, y: this.top };
    this.left += side;
    this.line = Math.max(this.line, side);
    return corner;
  }

  /** Draws a mark: {sheet, x, y, side} in pixels of the sheet, {half, reach} in those of the page. */
  draw(shape, size, ink, age, contradicted) {
    const half = Math.ceil(size / 2 + (shape === RING || contradicted ? WIDE_MARGIN : MARGIN));
    const side = Math.ceil(half * 2 * this.ratio);
    const { x, y } = this.room(side);
    const { ctx } = this;
    ctx.setTransform(this.ratio, 0, 0, this.ratio, x + half * this.ratio, y + half * this.ratio);
    ctx.globalAlpha = OPACITY[age];
    if (shape === RING) drawRing(ctx, size, ink);
    else drawMark(ctx, shape, size, ink, this.colours.paper);
    ctx.globalAlpha = 1;
    if (contradicted) {
      ctx.translate(size / 2 + 2, -size / 2 - 1);
      drawUnequal(ctx, this.colours.text, this.colours.paper);
    }
    return { sheet: this.sheet, x, y, side, half, reach: side / this.ratio };
  }
}
