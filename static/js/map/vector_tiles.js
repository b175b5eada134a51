// A PMTiles file of our own server, drawn on canvas. Loaded only where an installation names one.

import { leafletLayer } from "protomaps-leaflet";

/** The layer of a PMTiles address. */
export const vectorTiles = (url) => leafletLayer({ url, flavor: "light", lang: document.documentElement.lang });
