// Days as they are said: "15/08/2024", "08/2024", "2024", kept as precise as they were said ("2024-08").

const MONTHS = [
  ["janvier", "janv", "january", "jan"],
  ["février", "fevrier", "fév", "february", "feb"],
  ["mars", "march", "mar"],
  ["avril", "avr", "april", "apr"],
  ["mai", "may"],
  ["juin", "june", "jun"],
  ["juillet", "juil", "july", "jul"],
  ["août", "aout", "august", "aug"],
  ["septembre", "sept", "september", "sep"],
  ["octobre", "oct", "october"],
  ["novembre", "nov", "november"],
  ["décembre", "decembre", "déc", "december", "dec"],
];
const SINCE = /^(?:depuis|dès|since|from)\s+/i;
const UNTIL = /^(?:jusqu['’](?:en|à|au|a)|until|to)\s+/i;
const BETWEEN = /\s*[–—→]\s*|\s+(?:à|au|et|to|-)\s+/i;

const two = (value) => String(value).padStart(2, "0");

/** "2024-08-15", "2024-08" or "2024"; null for what is no day. */
export function readDay(text) {
  const plain = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(plain);
  if (iso) return checked(iso[1], iso[2], iso[3]);
  const figures = /^(?:(?:(\d{1,2})[\s./-]+)?(\d{1,2})[\s./-]+)?(\d{4})$/.exec(plain);
  if (figures) return checked(figures[3], figures[2], figures[1]);
  const words = /^(?:(\d{1,2}|1er)\s+)?([a-zéûô]+)\.?\s+(\d{4})$/.exec(plain);
  const month = words ? MONTHS.findIndex((names) => names.includes(words[2])) + 1 : 0;
  return month ? checked(words[3], month, words[1]?.replace("er", "")) : null;
}

function checked(year, month, day) {
  if (year < 1900 || year > 2100) return null;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return null;
  if (day === undefined) return `${year}-${two(month)}`;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day) ? `${year}-${two(month)}-${two(day)}` : null;
}

/** {from, until}: "08/2024" is both, "depuis 2023" is open, "01/2023 à 08/2024" has two ends; null for anything else. */
export function readPeriod(text) {
  const plain = text.trim();
  if (!plain) return { from: null, until: null };
  if (SINCE.test(plain)) return ends(readDay(plain.replace(SINCE, "")), null, 1);
  if (UNTIL.test(plain)) return ends(null, readDay(plain.replace(UNTIL, "")), 1);
  const parts = plain.split(BETWEEN);
  if (parts.length === 2) return ends(readDay(parts[0]), readDay(parts[1]), 2);
  const day = readDay(plain);
  return ends(day, day, 2);
}

function ends(from, until, wanted) {
  if ([from, until].filter(Boolean).length < wanted) return null;
  return from && until && from > until && !until.startsWith(from) ? null : { from, until };
}

/** "15/08/2024", "08/2024" or "2024". */
export const dayText = (day) => (day ? day.split("-").reverse().join("/") : "");

/** The period in words; `words` is {since, until, to}. */
export function periodText(from, until, words) {
  if (from && until) return from === until ? dayText(from) : `${dayText(from)} ${words.to} ${dayText(until)}`;
  if (from) return `${words.since} ${dayText(from)}`;
  return until ? `${words.until} ${dayText(until)}` : "";
}
