// The one door to Leaflet.
export { Control, control, DomUtil, LatLngBounds, Layer, Map as LeafletMap, TileLayer } from "leaflet/dist/leaflet-src.esm.js";
