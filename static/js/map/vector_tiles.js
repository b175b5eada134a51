// A PMTiles file of our own server, drawn on canvas. Loaded only where an installation names one.

import { leafletLayer } from "protomaps-leaflet";

/** The layer of a PMTiles address; the drawing library looks for these parts of Leaflet under its old name. */
export function vectorTiles(url, leaflet) {
  globalThis.L = leaflet;
  return leafletLayer({ url, flavor: "light", lang: document.documentElement.lang, pane: "tilePane" });
}
