// All places on one canvas: faint points for what the filters set aside, then the marks, the gravest on top.

import { colouring, tokens } from "./colours.js";
import { HitGrid } from "./hit_grid.js";
import { PaneCanvas } from "./pane_canvas.js";
import { ageClass } from "./presence.js";
import { mercatorX, mercatorY } from "./projection.js";
import { RING, Stamps } from "./stamps.js";
import { inkOf, shapeOf, sizeOf } from "./symbols.js";

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
    this.px = new Float32Array(lon.length);
    this.py = new Float32Array(lon.length);
    this.size = Uint8Array.from(engine.state.workers, sizeOf);
    this.shapes = engine.state.dict.presence.map(([code]) => shapeOf(code));
    this.inks = engine.state.dict.presence.map(([code]) => inkOf(code));
    this.rank = this.shapes.map((shape) => LAYERS.indexOf(shape));
    this.recolour("presence");
  },

  blank() {
    return !this.engine;
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
    this.look(frame.ratio);
    this.place(frame);
    if (this.ghosts !== false) this.paintGhosts(ctx);
    const { visible } = this.engine;
    const { inside } = this;
    for (const row of inside) if (this.ring[row] >= 0 && visible[row]) this.stamp(ctx, row, this.pictures[this.ring[row]]);
    for (const row of inside) if (visible[row]) this.stamp(ctx, row, this.pictures[this.mark[row]]);
    this.gridded = false;
  },

  /** Which picture stands for which place: worked out again for another day, colouring or resolution, not for a filter. */
  look(ratio) {
    const { drawn, on, count } = this.engine;
    if (this.stamps?.ratio === ratio && this.lookOn === on) return;
    this.lookOn = on;
    this.stamps = new Stamps(ratio, { paper: this.token("--mark-fill"), text: this.token("--text") });
    this.pictures = [];
    this.known = new Map();
    this.mark = new Int32Array(count);
    this.ring = new Int32Array(count).fill(-1);
    const layers = LAYERS.map(() => []);
    for (let row = 0; row < count; row += 1) {
      const presence = drawn.presence[row];
      const age = ageClass(drawn.day[row], on);
      this.mark[row] = this.picture(this.shapes[presence], this.size[row], this.tokenOf(row), age, drawn.contradicted[row]);
      if (age === 3) this.ring[row] = this.picture(RING, this.size[row], "--line-control", 0, 0);
      layers[this.rank[presence]].push(row);
    }
    this.order = Int32Array.from(layers.flat());
    this.placed = "";
  },

  /** The number of a picture, drawn when it is first asked for. */
  picture(shape, size, token, age, contradicted) {
    const key = `${shape}|${size}|${token}|${age}|${contradicted}`;
    if (!this.known.has(key)) {
      this.known.set(key, this.pictures.length);
      this.pictures.push(this.stamps.draw(shape, size, this.token(token), age, contradicted));
    }
    return this.known.get(key);
  },

  /** Places inside the frame, in the order of drawing, on whole pixels of the device. */
  place(frame) {
    const { scale, left, top, width, height, margin, ratio } = frame;
    const placed = [scale, left, top, width, height, ratio].join();
    if (placed === this.placed) return;
    this.placed = placed;
    const inside = [];
    for (const row of this.order) {
      const px = this.x[row] * scale - left;
      const py = this.y[row] * scale - top;
      if (!(px >= -margin && py >= -margin && px <= width + margin && py <= height + margin)) continue;
      this.px[row] = Math.round(px * ratio) / ratio;
      this.py[row] = Math.round(py * ratio) / ratio;
      inside.push(row);
    }
    this.inside = Int32Array.from(inside);
  },

  /** One path for all of them: a picture each would cost more than the marks. */
  paintGhosts(ctx) {
    const { visible } = this.engine;
    ctx.beginPath();
    for (const row of this.inside) {
      if (visible[row]) continue;
      ctx.moveTo(this.px[row] + GHOST_RADIUS, this.py[row]);
      ctx.arc(this.px[row], this.py[row], GHOST_RADIUS, 0, 7);
    }
    ctx.globalAlpha = 0.3;
    ctx.fillStyle = this.token("--map-border");
    ctx.fill();
    ctx.globalAlpha = 1;
  },

  /** Stamps a picture on a place. */
  stamp(ctx, row, { sheet, x, y, side, half, reach }) {
    ctx.drawImage(sheet, x, y, side, side, this.px[row] - half, this.py[row] - half, reach, reach);
  },

  /** Row of the mark under a point of the view, -1 when there is none. */
  hit(point, reach) {
    if (!this.inside) return -1;
    if (!this.gridded) {
      for (const row of this.inside) if (this.engine.visible[row]) this.grid.add(row, this.px[row], this.py[row], this.size[row] / 2);
      this.gridded = true;
    }
    const corner = this._map.layerPointToContainerPoint(this.corner);
    return this.grid.at(point.x - corner.x - this.options.margin, point.y - corner.y - this.options.margin, reach);
  },
});
