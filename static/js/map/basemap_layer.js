// The ground: land, water, boundaries, names. Our own shapes; no address of anybody's tile server.

import { tokens } from "./colours.js";
import { centreOf } from "./geometry.js";
import { NameBoard } from "./name_board.js";
import { ORIGIN, pathOf } from "./outlines.js";
import { PaneCanvas } from "./pane_canvas.js";
import { mercatorX, mercatorY } from "./projection.js";

const TOWN_RANKS = [
  [5, 1],
  [6.5, 2],
  [7.5, 3],
  [8.5, 4],
  [22, 9],
]; // up to this zoom, up to this rank

export const BasemapLayer = PaneCanvas.extend({
  options: { pane: "tilePane" },

  /** {land, water}: FeatureCollections whose properties say home, name, name_en, at; towns: [[name, lon, lat, rank]]. */
  setGround({ land = null, water = null, towns = [] }) {
    this.land = land ? pathOf(land.features) : null;
    this.home = land ? pathOf(land.features, (properties) => properties.home === true) : null;
    this.water = water ? pathOf(water.features) : null;
    const named = (features, kind) => features.filter((one) => one.properties?.name).map((one) => this.label(one, kind));
    this.abroad = land
      ? named(
          land.features.filter((one) => !one.properties?.home),
          "abroad",
        )
      : [];
    this.lakes = water ? named(water.features, "lake") : [];
    this.towns = towns.map(([text, lon, lat, rank]) => ({ text, x: mercatorX(lon), y: mercatorY(lat), rank, kind: "town" }));
    this.redraw();
  },

  /** Boundaries: features with level 1 (province) or 2 (territoire), pcode and name; `focus` are P-codes of the reader's places. */
  setAreas(areas, focus) {
    const own = (properties) => Number(properties.level ?? 1) === 1 && (!focus.size || focus.has(properties.pcode));
    this.focus = pathOf(areas.features, own);
    this.provinces = pathOf(areas.features, (properties) => Number(properties.level ?? 1) === 1);
    this.territoires = pathOf(areas.features, (properties) => Number(properties.level) === 2);
    const first = areas.features.filter((one) => Number(one.properties.level ?? 1) === 1);
    this.names = first.map((one) => this.label(one, own(one.properties) ? "province" : "abroad"));
    this.redraw();
  },

  label({ properties, geometry }, kind) {
    const [lon, lat] = properties.at ?? centreOf(geometry) ?? [0, 0];
    return { text: properties[`name_${document.documentElement.lang}`] ?? properties.name, x: mercatorX(lon), y: mercatorY(lat), kind };
  },

  blank() {
    return !this.land && !this.provinces && !this.towns?.length;
  },

  paint(ctx, frame) {
    const token = tokens();
    const { margin } = frame;
    ctx.fillStyle = token(this.land ? "--map-abroad" : "--map-land");
    if (!this.bare) ctx.fillRect(-margin, -margin, frame.width + 2 * margin, frame.height + 2 * margin);
    ctx.save();
    ctx.translate(ORIGIN.x * frame.scale - frame.left, ORIGIN.y * frame.scale - frame.top);
    ctx.scale(frame.scale, frame.scale);
    this.paintShapes(ctx, token, 1 / frame.scale);
    ctx.restore();
    this.paintNames(ctx, frame, token);
  },

  paintShapes(ctx, token, pixel) {
    const fill = (path, name) => {
      if (!path) return;
      ctx.fillStyle = token(name);
      ctx.fill(path, "evenodd");
    };
    const line = (path, name, width, dash) => {
      if (!path) return;
      ctx.strokeStyle = token(name);
      ctx.lineWidth = width * pixel;
      ctx.setLineDash(dash.map((one) => one * pixel));
      ctx.stroke(path);
    };
    fill(this.home, "--map-land");
    if (!this.bare) fill(this.focus, "--map-focus");
    ctx.lineJoin = "round";
    ctx.lineCap = "round";
    line(this.territoires, "--map-border-soft", 1, [1, 3]);
    fill(this.water, "--map-water");
    ctx.lineCap = "butt";
    line(this.land, "--map-border-soft", 1, []);
    line(this.provinces, "--map-border", 1.2, [7, 3, 1.5, 3]);
  },

  paintNames(ctx, frame, token) {
    const board = new NameBoard(ctx, token("--font"));
    const at = (name) => ({ ...name, px: name.x * frame.scale - frame.left, py: name.y * frame.scale - frame.top });
    const inside = (name) => name.px > -40 && name.py > -20 && name.px < frame.width + 40 && name.py < frame.height + 20;
    const rank = TOWN_RANKS.find(([zoom]) => frame.zoom <= zoom)?.[1] ?? 9;
    const towns = (this.towns ?? [])
      .filter((town) => town.rank <= rank)
      .map(at)
      .filter(inside);
    const areas = [...(this.names ?? []), ...(this.abroad ?? []), ...(this.lakes ?? [])].map(at).filter(inside);
    const provinces = areas.filter((name) => name.kind === "province");
    const colours = {
      town: token("--map-label"),
      province: token("--map-label"),
      abroad: token("--text-quiet"),
      lake: token("--map-water-label"),
      halo: token("--map-focus"),
    };
    for (const name of [...provinces, ...towns.sort((a, b) => a.rank - b.rank), ...areas]) board.write(name, colours);
  },
});
