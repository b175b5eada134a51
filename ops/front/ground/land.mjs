// Countries that reach into the window, whole, so that no edge of a box is ever drawn as a border.
import { areaOf, centreOf, clip, inBox, rounded, thinOutside } from "./geometry.mjs";
import { countryNames, DECIMALS, FOCUS, HOME, LEAST_ISLAND, THIN_DEGREES, WINDOW } from "./window.mjs";

const COUNTRIES = {
  COD: "CD",
  AGO: "AO",
  ZMB: "ZM",
  TZA: "TZ",
  BDI: "BI",
  RWA: "RW",
  UGA: "UG",
  SSD: "SS",
  CAF: "CF",
  COG: "CG",
  CMR: "CM",
  GAB: "GA",
  GNQ: "GQ",
  KEN: "KE",
  MWI: "MW",
  MOZ: "MZ",
  NGA: "NG",
};

const outerRings = ({ type, coordinates }) => (type === "Polygon" ? [coordinates[0]] : coordinates.map((polygon) => polygon[0]));

function worthDrawing(ring) {
  return Math.abs(areaOf(ring)) >= LEAST_ISLAND || ring.some((point) => inBox(point, FOCUS));
}

/** Where the country's name stands: the middle of its largest part inside the window. */
function labelAt(rings) {
  const parts = rings.map((ring) => clip(ring, WINDOW)).filter((ring) => ring.length > 3);
  if (!parts.length) return undefined;
  const largest = parts.reduce((best, ring) => (Math.abs(areaOf(ring)) > Math.abs(areaOf(best)) ? ring : best));
  return centreOf(largest).map((value) => Math.round(value * 100) / 100);
}

/** FeatureCollection of countries: iso, home, name, name_en, name_sw, at. Inner lakes are covered by the water. */
export function landOf(countries) {
  const features = countries.features
    .filter(({ properties }) => properties.A3 in COUNTRIES)
    .map(({ properties: { A3: iso }, geometry }) => {
      const rings = outerRings(geometry).filter(worthDrawing);
      const drawn = rings.map((ring) => rounded(thinOutside(ring, WINDOW, THIN_DEGREES), DECIMALS)).filter((ring) => ring.length > 3);
      return {
        type: "Feature",
        properties: { iso, home: iso === HOME, ...countryNames(COUNTRIES[iso]), at: labelAt(rings) },
        geometry: { type: "MultiPolygon", coordinates: drawn.map((ring) => [ring]) },
      };
    });
  return { type: "FeatureCollection", features };
}
