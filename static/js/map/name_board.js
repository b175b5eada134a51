// Names on the ground: a name that would lie on another one is left out.

const SIZES = { town: 12.5, province: 15, abroad: 12.5, lake: 12.5 };

export class NameBoard {
  constructor(ctx, font) {
    this.ctx = ctx;
    this.font = font;
    this.taken = [];
  }

  free(box) {
    return this.taken.every(
      (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    );
  }

  boxOf(name, width) {
    const left = name.kind === "town" ? name.px - 4 : name.px - width / 2;
    return { left, right: left + width + (name.kind === "town" ? 14 : 0), top: name.py - 9, bottom: name.py + 7 };
  }

  /** Writes a name if there is room; returns whether it did. */
  write(name, colours) {
    const { ctx } = this;
    const spaced = name.kind === "province";
    ctx.font = `${name.kind === "lake" ? "italic " : ""}${SIZES[name.kind]}px ${this.font}`;
    ctx.letterSpacing = spaced ? "3.3px" : "0px";
    const text = spaced ? name.text.toUpperCase() : name.text;
    const box = this.boxOf(name, ctx.measureText(text).width);
    const room = this.free(box);
    if (room) {
      this.taken.push(box);
      ctx.fillStyle = colours[name.kind];
      if (name.kind === "town") this.paintTown(name, text, colours);
      else this.paintArea(name, text, spaced);
    }
    ctx.letterSpacing = "0px";
    ctx.globalAlpha = 1;
    return room;
  }

  paintTown(name, text, colours) {
    const { ctx } = this;
    ctx.fillRect(name.px - 2.5, name.py - 2.5, 5, 5);
    ctx.textAlign = "left";
    ctx.lineJoin = "round";
    ctx.lineWidth = 3;
    ctx.strokeStyle = colours.halo;
    ctx.strokeText(text, name.px + 7, name.py + 4);
    ctx.fillText(text, name.px + 7, name.py + 4);
  }

  paintArea(name, text, faint) {
    this.ctx.textAlign = "center";
    this.ctx.globalAlpha = faint ? 0.62 : 1;
    this.ctx.fillText(text, name.px, name.py + 5);
  }
}
