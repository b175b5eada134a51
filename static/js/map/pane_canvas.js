// A canvas that covers the view and a margin. It travels with the map and is drawn anew when the margin is used up.

import { DomUtil, Layer } from "./leaflet.js";

export const PaneCanvas = Layer.extend({
  options: { margin: 160 }, // pixels on each side

  onAdd(map) {
    this.canvas = document.createElement("canvas");
    this.canvas.className = "map-canvas";
    this.canvas.setAttribute("aria-hidden", "true");
    map.getPane(this.options.pane).append(this.canvas);
    this.redraw();
    return this;
  },

  onRemove() {
    this.canvas.remove();
    this.canvas = null;
  },

  getEvents() {
    return { viewprereset: this.hold, moveend: this.settle, zoom: this.follow, move: this.follow, resize: this.redraw };
  },

  /** The view jumps: it is drawn once, at its end. */
  hold() {
    this.held = true;
  },

  settle() {
    this.held = false;
    this.redraw();
  },

  /** While the map is dragged: only when the margin would show. While it is pinched: always. */
  follow(event) {
    if (this.held || !this.corner) return;
    const { margin } = this.options;
    if (event.type === "zoom") {
      this.redraw();
      return;
    }
    const corner = this._map.layerPointToContainerPoint(this.corner);
    if (Math.abs(corner.x + margin) >= margin || Math.abs(corner.y + margin) >= margin) this.redraw();
  },

  /** Pixels of the device per pixel of the page; paper asks for more. */
  ratio() {
    return this.paperRatio ?? Math.min(window.devicePixelRatio || 1, 3);
  },

  /** True while there is nothing to paint: an empty canvas is not even given its size. */
  blank() {
    return false;
  },

  redraw() {
    if (!this._map || !this.canvas) return;
    const blank = this.blank() && !this.carried?.length;
    if (blank && !this.inked) return;
    this.inked = !blank;
    const { margin } = this.options;
    const size = this._map.getSize();
    const ratio = this.ratio();
    const [width, height] = [size.x + 2 * margin, size.y + 2 * margin];
    this.corner = this._map.containerPointToLayerPoint([-margin, -margin]);
    DomUtil.setPosition(this.canvas, this.corner);
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== wide || this.canvas.height !== high) {
      this.canvas.width = wide;
      this.canvas.height = high;
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    const ctx = this.canvas.getContext("2d");
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, wide, high);
    ctx.setTransform(ratio, 0, 0, ratio, margin * ratio, margin * ratio);
    const frame = { width: size.x, height: size.y, margin, ratio, ...this.frame() };
    this.paint(ctx, frame);
    for (const layer of this.carried ?? []) layer.paint(ctx, frame);
  },

  /** For paper, where a canvas hides what lies under it: draws other layers too, and they are set aside. */
  carry(layers, ratio) {
    for (const layer of [...layers, ...(this.carried ?? [])]) layer.canvas.hidden = layers.includes(layer);
    this.carried = layers;
    this.paperRatio = ratio;
  },

  /** Pixels of the view = zoom-0 units × scale − origin. */
  frame() {
    const origin = this._map.getPixelBounds().min;
    return { scale: 2 ** this._map.getZoom(), left: origin.x, top: origin.y, zoom: this._map.getZoom() };
  },
});
