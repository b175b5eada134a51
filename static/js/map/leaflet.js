// The one door to Leaflet.
export { control, DomUtil, GridLayer, LatLngBounds, Layer, Map as LeafletMap, TileLayer } from "leaflet/dist/leaflet-src.esm.js";
