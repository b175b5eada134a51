// What of the world is drawn, how finely, and who is to be thanked for it.

export const WINDOW = [10, -15, 34, 7]; // west, south, east, north: DR Congo and its neighbours
export const FOCUS = [24, -9.5, 32, 0.5]; // Tanganyika, Maniema and what lies around them
export const HOME = "COD";
export const DECIMALS = 3; // some 110 m; the sources stand at 1 km
export const THIN_DEGREES = 0.03; // borders outside the window
export const LEAST_ISLAND = 0.002; // square degrees, outside the focus
export const ATTRIBUTION = ["© OpenStreetMap contributors (ODbL)", "GeoNames (CC BY 4.0)"];

const LANGUAGES = ["fr", "en", "sw"];

/** The properties name, name_en and name_sw of a country. */
export function countryNames(iso2) {
  const [fr, en, sw] = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: "region" }).of(iso2));
  return { name: fr, name_en: en, name_sw: sw };
}
