// Positions as people paste them: decimal, degrees-minutes-seconds, UTM. The server reads by the same rules.

import { fromUtm } from "./utm.js";

const COUNTRY = { south: -14, north: 6, west: 12, east: 32 }; // degrees: tells which of two bare numbers is the latitude
const LONGEST = 200;
const NUMBER = "\\d+(?:\\.\\d+)?";
const SIGNS = new Map([..."−–‒º˚’‘′´`″”“;"].map((sign, at) => [sign, [..."---°°'''''\"\"\" "][at]]));
const WORDS = [
  [/\b(?:LATITUDE|LONGITUDE|LAT|LONG?|WGS ?84)\b\.?\s*[:=]?/g, " "],
  [/\b(?:NORD|NORTH)\b/g, "N"],
  [/\b(?:SUD|SOUTH)\b/g, "S"],
  [/\b(?:EST|EAST)\b/g, "E"],
  [/\b(?:OUEST|WEST)\b|\bO\b|(?<=[\d'"°])O\b|^O(?=\d)/g, "W"],
  [/''/g, '"'],
];
const UTM = new RegExp(
  "^(?:UTM)?\\s*(?:ZONE)?\\s*(\\d{1,2})\\s*([C-HJ-NP-X])\\s+E?\\s*:?\\s*0?(\\d{6}(?:\\.\\d+)?)\\s*M?\\s*E?\\s+" +
    "N?\\s*:?\\s*(\\d{1,8}(?:\\.\\d+)?)\\s*M?\\s*N?$",
);

/** {longitude, latitude} in degrees of WGS 84; null for what is no position, or one that could be read in two ways. */
export function readPosition(text) {
  const plain = plainOf(text);
  if (plain === null) return null;
  const utm = UTM.exec(plain);
  if (utm) return onGlobe(fromUtm(Number(utm[1]), utm[2], Number(utm[3]), Number(utm[4])));
  if (/[^\d.NSEW°'"+\- ]/.test(plain)) return null;
  const halves = halvesOf(plain);
  const values = halves?.map(angleOf);
  if (!values || values.includes(null)) return null;
  const letters = halves.map(letterOf);
  if (letters[0] === "" && letters[1] === "") return onGlobe(inCountryOrder(...values));
  const kinds = letters.map((letter) => (letter === "N" || letter === "S" ? "NS" : "EW"));
  if (letters.includes("") || kinds[0] === kinds[1]) return null;
  const [latitude, longitude] = kinds[0] === "NS" ? values : [...values].reverse();
  return onGlobe({ longitude, latitude });
}

const onGlobe = (at) => (at && Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180 ? at : null);

/** Upper case, one kind of sign for each thing, points as decimal marks, single blanks. */
function plainOf(text) {
  if (text.length > LONGEST) return null;
  let plain = [...text.toUpperCase().replace(/[\u00a0\u202f]/g, " ")].map((sign) => SIGNS.get(sign) ?? sign).join("");
  for (const [pattern, word] of WORDS) plain = plain.replace(pattern, word);
  if (!plain.includes(".")) {
    if (plain.split(",").length === 2 && !/[°'"NSEW]/.test(plain)) plain = plain.replace(",", " ");
    else if (!/[^\d,\-+]/.test(plain.trim())) return null;
    else plain = plain.replace(/(?<=\d),(?=\d)/g, ".");
  }
  return plain.replace(/[,()]/g, " ").replace(/\s+/g, " ").trim();
}

const startsOf = (plain, pattern) => [...plain.matchAll(pattern)].map((match) => match.index);

/** Latitude and longitude, whichever comes first; null when they cannot be told apart. */
function halvesOf(plain) {
  const cutAt = (at) => [plain.slice(0, at), plain.slice(at)];
  const letters = startsOf(plain, /[NSEW]/g);
  if (letters.length === 2) return cutAt(letters[0] === 0 ? letters[1] : letters[0] + 1);
  if (letters.length) return null;
  const degrees = startsOf(plain, new RegExp(`[+-]?\\s?${NUMBER}\\s?°`, "g"));
  if (degrees.length === 2) return cutAt(degrees[1]);
  const numbers = startsOf(plain, new RegExp(`[+-]?\\s?${NUMBER}`, "g"));
  return degrees.length || ![2, 4, 6].includes(numbers.length) ? null : cutAt(numbers[numbers.length / 2]);
}

const letterOf = (half) => /[NSEW]/.exec(half)?.[0] ?? "";

/** Degrees of one half: one to three numbers, of which only the last may have a fraction. */
function angleOf(half) {
  const numbers = half.match(new RegExp(NUMBER, "g")) ?? [];
  const signs = half.match(/[+-]/g) ?? [];
  if (numbers.length < 1 || numbers.length > 3 || signs.length > 1) return null;
  if (numbers.slice(0, -1).some((number) => number.includes("."))) return null;
  const [degrees, minutes = 0, seconds = 0] = numbers.map(Number);
  if (minutes >= 60 || seconds >= 60) return null;
  const letter = letterOf(half);
  const minus = signs[0] === "-";
  if (letter && minus) return null;
  const value = degrees + minutes / 60 + seconds / 3600;
  return minus || letter === "S" || letter === "W" ? -value : value;
}

const inCountry = (latitude, longitude) =>
  latitude >= COUNTRY.south && latitude <= COUNTRY.north && longitude >= COUNTRY.west && longitude <= COUNTRY.east;

/** Two bare numbers: latitude first, unless only the other order lies in the country. */
function inCountryOrder(first, second) {
  if (inCountry(second, first) && !inCountry(first, second)) return { longitude: first, latitude: second };
  return { longitude: second, latitude: first };
}

/** 5°55′30″ S, 29°12′00″ E: as French readers write it, to the second (31 m); `letters` is [north, south, east, west]. */
export function positionText({ longitude, latitude }, [north, south, east, west]) {
  return `${angleText(latitude)}\u00a0${latitude < 0 ? south : north}, ${angleText(longitude)}\u00a0${longitude < 0 ? west : east}`;
}

function angleText(degrees) {
  const whole = Math.round(Math.abs(degrees) * 3600);
  const two = (value) => String(value).padStart(2, "0");
  return `${Math.floor(whole / 3600)}°${two(Math.floor(whole / 60) % 60)}′${two(whole % 60)}″`;
}
