// The usual way: GeoJSON, one marker a place, clustered.

const { L } = window;
const map = L.map("map", { maxZoom: 18, zoomAnimation: false, fadeAnimation: false }).setView([-6.4, 28.4], 7);
const places = await (await fetch("/places.json")).json();
const clusters = L.markerClusterGroup({ chunkedLoading: false });
clusters.addLayer(L.geoJSON(places, { onEachFeature: (feature, layer) => layer.bindPopup(() => feature.properties.name) }));
map.addLayer(clusters);
requestAnimationFrame(() => performance.mark("peer:drawn"));
