// <filon-map>: the drawn map. Read-only `counts` (by code of presence, of what is drawn), `visible`, `total`.

import { BasemapLayer } from "./basemap_layer.js";
import { BoxTool } from "./box_tool.js";
import { Destinations } from "./destinations.js";
import { counted } from "./format.js";
import { groundOf } from "./ground.js";
import { control, LatLngBounds, LeafletMap } from "./leaflet.js";
import { legsOf } from "./legs.js";
import { MarksLayer } from "./marks_layer.js";
import { isNarrow, Part, textsOf } from "./part.js";
import { extentOf } from "./projection.js";
import { SelectionLayer } from "./selection_layer.js";
import { showTip } from "./tip.js";

const REACH = { mouse: 5, touch: 14 }; // pixels around a mark that still hit it
const HOME = { lat: -5.2, lng: 27.4, zoom: 6.5 };
const FIT = { paddingTopLeft: [28, 64], paddingBottomRight: [28, 28], maxZoom: 10 }; // clear of the switch on top
const OPTIONS = {
  zoomControl: false,
  attributionControl: false,
  zoomAnimation: false,
  fadeAnimation: false,
  markerZoomAnimation: false,
  inertia: false,
  zoomSnap: 0.25,
  minZoom: 4,
  maxZoom: 18,
  keyboardPanDelta: 120,
  wheelPxPerZoomLevel: 120,
};

export class FilonMap extends Part {
  get counts() {
    return { ...(this.model?.result?.presence ?? {}) };
  }

  get visible() {
    return this.model?.result?.visible ?? 0;
  }

  get total() {
    return this.model?.engine?.count ?? 0;
  }

  setup() {
    this.texts = textsOf(this);
    const { z, lat, lon } = this.model.view;
    this.map = new LeafletMap(this.one("[data-map]"), OPTIONS);
    this.placed = z !== null && lat !== null && lon !== null;
    this.map.setView(this.placed ? [lat, lon] : HOME, this.placed ? z : HOME.zoom);
    this.ground = new BasemapLayer().addTo(this.map);
    this.marks = new MarksLayer().addTo(this.map);
    this.above = new SelectionLayer().addTo(this.map);
    this.destinations = new Destinations();
    const scale = control.scale({ imperial: false, maxWidth: 110 }).addTo(this.map);
    this.one("[data-foot]").append(scale.getContainer());
    this.one("[data-foot] details").open = !isNarrow();
    const boxed = (box) => this.model.change({ box });
    this.box = new BoxTool(this.map, this.one("[data-box-frame]"), boxed, () => this.boxEnded());
    this.listen();
  }

  listen() {
    this.on("drawable", () => this.loaded());
    this.on("loaded", () => this.surround());
    this.on("filtered", () => this.draw());
    this.on("claims", () => this.drawChosen());
    this.on("view", (event) => this.followView(event.detail));
    this.map.on("moveend", () => this.moved());
    this.map.on("click", (event) => this.clicked(event));
    this.map.on("mousemove", (event) => this.hover(event.containerPoint));
    this.map.on("mouseout dragstart", () => this.hover(null));
    this.addEventListener("click", (event) => this.pressed(event.target.closest("button")?.dataset ?? {}));
    new ResizeObserver(() => this.quietly(() => this.map.invalidateSize({ pan: false }))).observe(this.one("[data-map]"));
  }

  /** What is not seen at first waits for the marks; the ground is fetched once. */
  async surround() {
    this.destinations.setPlaces(this.model.engine.places);
    if (this.grounded) return;
    this.grounded = true;
    const { areas, towns } = await groundOf(this.dataset, this.ground, this.map, this.one("[data-credit]"));
    this.areas = areas;
    this.destinations.setTowns(towns);
    this.paintAreas();
    this.drawChosen();
  }

  paintAreas() {
    if (this.areas?.features && this.model.engine) {
      this.ground.setAreas(this.areas, new Set(this.model.engine.places.dict.province.map(([pcode]) => pcode)));
    }
  }

  loaded() {
    const { lon, lat } = this.model.engine.places;
    const edges = this.placed ? null : extentOf(lon, lat);
    if (edges) this.quietly(() => this.map.fitBounds(new LatLngBounds([edges.south, edges.west], [edges.north, edges.east]), FIT));
    this.placed = true;
    this.marks.setEngine(this.model.engine);
    this.marks.ghosts = this.model.view.ghosts;
    this.marks.recolour(this.model.view.color);
    this.paintAreas();
    this.marks.redraw();
    this.painted = this.model.result;
    this.drawChosen();
    performance.mark("filon:drawn");
  }

  draw() {
    if (this.painted !== this.model.result) this.marks.redraw();
    this.painted = this.model.result;
    const sentence = counted({ one: this.texts.labelOne, other: this.texts.labelOther }, this.visible, { total: this.total });
    this.one("[data-map]").setAttribute("aria-label", sentence);
    this.dispatchEvent(
      new CustomEvent("filon:filtered", { bubbles: true, detail: { visible: this.visible, total: this.total, counts: this.counts } }),
    );
  }

  followView(changed) {
    if (!this.model.engine) return;
    if (changed.has("color")) this.marks.recolour(this.model.view.color);
    if (changed.has("ghosts")) this.marks.ghosts = this.model.view.ghosts;
    if (changed.has("color") || changed.has("ghosts")) this.marks.redraw();
    if (changed.has("sel")) this.dispatchEvent(new CustomEvent("filon:select", { bubbles: true, detail: { code: this.model.view.sel } }));
    if (changed.has("sel")) this.bringIn();
    if (changed.has("sel") || changed.has("on") || changed.has("only")) this.drawChosen();
  }

  /** The chosen place's halo, name and legs; numbers of the places that changed. */
  drawChosen() {
    const { engine, view, since, improved } = this.model;
    if (!engine) return;
    const row = view.sel ? engine.rowOf(view.sel) : -1;
    const { x, y } = this.marks;
    const legs = row >= 0 ? legsOf(engine.claims, engine.places, row, engine.on, (name) => this.destinations.find(name)) : [];
    const chosen = row >= 0 && !Number.isNaN(x[row]) ? { x: x[row], y: y[row], name: engine.places.name[row], legs } : null;
    const numbered = this.numbers ?? [...since].map((place, at) => ({ x: x[place], y: y[place], n: at + 1, better: improved.has(place) }));
    this.above.show({ chosen, numbered });
  }

  /** A place chosen in the list may lie outside the view. */
  bringIn() {
    const { engine, view } = this.model;
    const row = view.sel ? engine.rowOf(view.sel) : -1;
    if (row < 0 || Number.isNaN(engine.places.lon[row])) return;
    const point = [engine.places.lat[row], engine.places.lon[row]];
    if (!this.map.getBounds().pad(-0.06).contains(point)) this.quietly(() => this.map.panTo(point, { animate: false }));
  }

  /** Moves that nobody made do not belong in the address. */
  quietly(move) {
    this.quiet = true;
    move();
    this.quiet = false;
  }

  moved() {
    if (!this.model.engine || this.quiet) return;
    const { lat, lng } = this.map.getCenter();
    this.model.change({
      z: Math.round(this.map.getZoom() * 100) / 100,
      lat: Math.round(lat * 1e4) / 1e4,
      lon: Math.round(lng * 1e4) / 1e4,
    });
  }

  clicked(event) {
    if (this.box.active) return;
    const touch = event.originalEvent?.pointerType === "touch";
    const row = this.marks.hit(event.containerPoint, touch ? REACH.touch : REACH.mouse);
    if (row >= 0) this.model.change({ sel: this.model.engine.places.code[row] });
  }

  hover(point) {
    const row = point && !this.box.active ? this.marks.hit(point, REACH.mouse) : -1;
    const named = row >= 0 && this.model.engine.places.code[row] !== this.model.view.sel;
    this.one("[data-map]").classList.toggle("is-over", row >= 0);
    showTip(this.one("[data-tip]"), named ? this.model.engine.places.name[row] : "", point);
  }

  pressed({ zoomIn, zoomOut, draw }) {
    if (zoomIn !== undefined) this.map.zoomIn(1);
    if (zoomOut !== undefined) this.map.zoomOut(1);
    if (draw === undefined) return;
    this.one("[data-draw]").setAttribute("aria-pressed", String(!this.box.active));
    this.one("[data-draw-hint]").hidden = this.box.active;
    if (this.box.active) this.box.stop();
    else this.box.start();
  }

  boxEnded() {
    this.one("[data-draw]").setAttribute("aria-pressed", "false");
    this.one("[data-draw-hint]").hidden = true;
  }
}
