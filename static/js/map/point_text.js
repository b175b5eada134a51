// A position as decimals, latitude first, as the form writes it and people mostly type it.

const DECIMALS = /^\s*(-?\d{1,2}(?:[.,]\d+)?)\s*[\s;,]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*$/;
const DIGITS = 5; // about a metre

/** {lat, lon} of two decimal figures, null for any other way of writing. */
export function decimalsOf(text) {
  const [, lat, lon] = (DECIMALS.exec(text) ?? []).map((figure) => Number(String(figure).replace(",", ".")));
  return lat !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

export const inDecimals = (lat, lon) => `${lat.toFixed(DIGITS)} ${lon.toFixed(DIGITS)}`;
