// All places on one canvas: faint points for what the filters set aside, then the marks, the gravest on top.

import { colouring, tokens } from "./colours.js";
import { HitGrid } from "./hit_grid.js";
import { PaneCanvas } from "./pane_canvas.js";
import { ageClass } from "./presence.js";
import { mercatorX, mercatorY } from "./projection.js";
import { inkOf, RING, Stamps, shapeOf, sizeOf } from "./symbols.js";

const GHOST_RADIUS = 2.2; // pixels
const LAYERS = ["unknown", "withheld", "absent", "undetermined", "unhindered", "seen"];

export const MarksLayer = PaneCanvas.extend({
  options: { pane: "overlayPane", margin: 64 },

  /** The engine has places and state; positions and sizes are computed once. */
  setEngine(engine) {
    this.engine = engine;
    this.grid = new HitGrid();
    const { lon, lat } = engine.places;
    this.x = Float64Array.from(lon, mercatorX);
    this.y = Float64Array.from(lat, mercatorY);
    this.size = Uint8Array.from(engine.state.workers, sizeOf);
    this.shapes = engine.state.dict.presence.map(([code]) => shapeOf(code));
    this.inks = engine.state.dict.presence.map(([code]) => inkOf(code));
    this.rank = this.shapes.map((shape) => LAYERS.indexOf(shape));
    this.recolour("presence");
  },

  /** Colours are read anew: another colouring, another theme, paper. */
  recolour(color) {
    this.color = color;
    this.token = tokens();
    const own = color === "presence" ? null : colouring(this.engine, color).tokenOf;
    this.tokenOf = own ?? ((row) => this.inks[this.engine.drawn.presence[row]]);
    this.stamps = null;
  },

  paint(ctx, frame) {
    if (!this.engine) return;
    this.grid.clear();
    if (!this.stamps || this.stamps.ratio !== frame.ratio) {
      const colours = { paper: this.token("--mark-fill"), text: this.token("--text") };
      this.stamps = new Stamps(frame.ratio, colours);
    }
    const inside = this.sorted(frame);
    if (this.ghosts !== false) this.paintGhosts(ctx, frame, inside.ghosts);
    for (const rows of inside.layers) for (const row of rows) this.paintRing(ctx, frame, row);
    for (const rows of inside.layers) for (const row of rows) this.paintMark(ctx, frame, row);
  },

  /** Rows in the view: set aside, and by the layer on which their shape lies. */
  sorted(frame) {
    const layers = LAYERS.map(() => []);
    const ghosts = [];
    const { visible, drawn } = this.engine;
    const [low, high] = [-frame.margin, frame.margin];
    for (let row = 0; row < this.x.length; row += 1) {
      const px = this.x[row] * frame.scale - frame.left;
      const py = this.y[row] * frame.scale - frame.top;
      if (!(px >= low && py >= low && px <= frame.width + high && py <= frame.height + high)) continue;
      if (visible[row]) layers[this.rank[drawn.presence[row]]].push(row);
      else ghosts.push(row);
    }
    return { layers, ghosts };
  },

  /** One path for all of them: a picture each would cost more than the marks. */
  paintGhosts(ctx, frame, rows) {
    ctx.beginPath();
    for (const row of rows) {
      const [px, py] = [this.x[row] * frame.scale - frame.left, this.y[row] * frame.scale - frame.top];
      ctx.moveTo(px + GHOST_RADIUS, py);
      ctx.arc(px, py, GHOST_RADIUS, 0, 7);
    }
    ctx.globalAlpha = 0.3;
    ctx.fillStyle = this.token("--map-border");
    ctx.fill();
    ctx.globalAlpha = 1;
  },

  /** Stamps a picture on a place. */
  stamp(ctx, frame, row, { picture, half }) {
    const left = this.x[row] * frame.scale - frame.left - half;
    const top = this.y[row] * frame.scale - frame.top - half;
    ctx.drawImage(picture, left, top, half * 2, half * 2);
  },

  paintRing(ctx, frame, row) {
    if (ageClass(this.engine.drawn.day[row], this.engine.on) < 3) return;
    this.stamp(ctx, frame, row, this.stamps.of(RING, this.size[row], this.token("--line-control"), 0, 0));
  },

  paintMark(ctx, frame, row) {
    const { drawn, on } = this.engine;
    const shape = this.shapes[drawn.presence[row]];
    const ink = this.token(this.tokenOf(row));
    this.stamp(ctx, frame, row, this.stamps.of(shape, this.size[row], ink, ageClass(drawn.day[row], on), drawn.contradicted[row]));
    this.grid.add(row, this.x[row] * frame.scale - frame.left, this.y[row] * frame.scale - frame.top, this.size[row] / 2);
  },

  /** Row of the mark under a point of the view, -1 when there is none. */
  hit(point, reach) {
    const corner = this._map.layerPointToContainerPoint(this.corner);
    return this.grid ? this.grid.at(point.x - corner.x - this.options.margin, point.y - corner.y - this.options.margin, reach) : -1;
  },
});
