// UTM metres on WGS 84 to degrees: Krüger's series to the fourth order, error below a millimetre.

const FLATTENING = 1 / 298.257223563;
const EQUATOR = 6_378_137; // metres
const SCALE = 0.9996;
const FALSE_EASTING = 500_000;
const FALSE_NORTHING = 10_000_000;
const STEPS = 12; // of the fixed point; converges to 1e-15 in a few

const n = FLATTENING / (2 - FLATTENING);
const RADIUS = (EQUATOR / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const BETA = [
  n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96 - n ** 4 / 360,
  n ** 2 / 48 + n ** 3 / 15 - (437 * n ** 4) / 1440,
  (17 * n ** 3) / 480 - (37 * n ** 4) / 840,
  (4397 * n ** 4) / 161_280,
];

const degrees = (radians) => (radians * 180) / Math.PI;

/** {longitude, latitude}; null outside the grid. The letter S is read as "south", as people write it here. */
export function fromUtm(zone, band, easting, northing) {
  if (zone < 1 || zone > 60 || easting < 100_000 || easting > 900_000 || northing < 0 || northing > FALSE_NORTHING) return null;
  const south = band < "N" || band === "S";
  const xi = (northing - (south ? FALSE_NORTHING : 0)) / (SCALE * RADIUS);
  const eta = (easting - FALSE_EASTING) / (SCALE * RADIUS);
  let xi1 = xi;
  let eta1 = eta;
  BETA.forEach((beta, at) => {
    const twice = 2 * (at + 1);
    xi1 -= beta * Math.sin(twice * xi) * Math.cosh(twice * eta);
    eta1 -= beta * Math.cos(twice * xi) * Math.sinh(twice * eta);
  });
  const latitude = geodetic(Math.asin(Math.sin(xi1) / Math.cosh(eta1)));
  return { longitude: degrees(Math.atan2(Math.sinh(eta1), Math.cos(xi1))) + 6 * zone - 183, latitude: degrees(latitude) };
}

/** Latitude in radians from conformal latitude, by fixed point. */
function geodetic(conformal) {
  const eccentricity = Math.sqrt(FLATTENING * (2 - FLATTENING));
  let latitude = conformal;
  for (let step = 0; step < STEPS; step += 1) {
    const sine = eccentricity * Math.sin(latitude);
    const stretch = ((1 + sine) / (1 - sine)) ** (eccentricity / 2);
    latitude = 2 * Math.atan(Math.tan(Math.PI / 4 + conformal / 2) * stretch) - Math.PI / 2;
  }
  return latitude;
}
