// The one door to Leaflet.
export { Control, DomUtil, Layer, LatLngBounds, Map as LeafletMap, TileLayer, control } from "leaflet/dist/leaflet-src.esm.js";
