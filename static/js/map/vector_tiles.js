// A PMTiles file of our own server, drawn on canvas. Loaded only where an installation names one.

import { leafletLayer } from "protomaps-leaflet";
import { DomUtil, GridLayer } from "./leaflet.js";

/** The layer of a PMTiles address; the drawing library looks for Leaflet under its old name. */
export function vectorTiles(url) {
  globalThis.L = { DomUtil, GridLayer };
  return leafletLayer({ url, flavor: "light", lang: document.documentElement.lang, pane: "tilePane" });
}
