// An installation's own ground: a raster address ({z}/{x}/{y}) or a PMTiles file, on our own server.

import { DomUtil, GridLayer, TileLayer } from "./leaflet.js";

/** Adds the layer under boundaries and names. PMTiles need the drawing library, which is fetched only then. */
export async function ownTiles(source, map, layer) {
  layer.bare = true;
  if (!source.endsWith(".pmtiles")) {
    new TileLayer(source, { pane: "tilePane", zIndex: 2, maxZoom: 18 }).addTo(map);
    return;
  }
  const { vectorTiles } = await import("./vector_tiles.js");
  vectorTiles(source, { DomUtil, GridLayer }).addTo(map);
}
