// <filon-point>: a map beside a typed position. A click, or Enter on the cross in the middle, writes the position.

import { BasemapLayer } from "./basemap_layer.js";
import { groundOf } from "./ground.js";
import { LeafletMap } from "./leaflet.js";
import { dataIn } from "./part.js";
import { decimalsOf, inDecimals } from "./point_text.js";
import { mercatorX, mercatorY } from "./projection.js";
import { SelectionLayer } from "./selection_layer.js";

const CALM = {
  zoomControl: false,
  attributionControl: false,
  zoomAnimation: false,
  fadeAnimation: false,
  inertia: false,
  keyboardPanDelta: 60,
};
const CLOSE = 8; // zoom at which a known position is shown: towns and lakes are still around it

export class FilonPoint extends HTMLElement {
  connectedCallback() {
    if (this.map) return;
    this.field = document.getElementById(this.dataset.field);
    this.said = this.querySelector("[data-said]");
    const options = dataIn(this.dataset.options);
    const known = decimalsOf(this.field.value);
    const { center, zoom, minZoom, maxZoom } = options;
    this.map = new LeafletMap(this.querySelector("[data-map]"), { ...CALM, minZoom, maxZoom });
    this.map.setView(known ? [known.lat, known.lon] : center, known ? CLOSE : zoom);
    const ground = new BasemapLayer().addTo(this.map);
    this.above = new SelectionLayer().addTo(this.map);
    const { basemapUrl, basemapSource } = options;
    groundOf({ basemapUrl, basemapSource }, ground, this.map, this.querySelector("[data-credit]"));
    this.map.on("click", ({ latlng }) => this.take(latlng));
    this.querySelector("[data-map]").addEventListener("keydown", (event) => this.pressed(event));
    this.querySelector("[data-zoom-in]").addEventListener("click", () => this.map.zoomIn());
    this.querySelector("[data-zoom-out]").addEventListener("click", () => this.map.zoomOut());
    this.field.addEventListener("input", () => this.typed());
    new ResizeObserver(() => this.map.invalidateSize({ pan: false })).observe(this);
    this.mark(known);
  }

  pressed(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.take(this.map.getCenter());
  }

  /** Writes a position of the map into the field, as if it had been typed. */
  take({ lat, lng }) {
    this.field.value = inDecimals(lat, lng);
    this.mark({ lat, lon: lng });
    this.said.textContent = this.said.dataset.textTaken.replace("{position}", this.field.value);
  }

  /** The mark follows what is typed; degrees and UTM are read by the server. */
  typed() {
    const known = decimalsOf(this.field.value);
    this.mark(known);
    this.said.textContent = known || !this.field.value.trim() ? "" : this.said.dataset.textUnread;
    if (known && !this.map.getBounds().pad(-0.06).contains([known.lat, known.lon]))
      this.map.panTo([known.lat, known.lon], { animate: false });
  }

  mark(known) {
    this.above.show({ chosen: known ? { x: mercatorX(known.lon), y: mercatorY(known.lat), name: "", legs: [] } : null });
  }
}
