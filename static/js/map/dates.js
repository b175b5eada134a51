// Days since 1970 as plain integers, and the steps by which the date handle moves.

const DAY_MS = 86_400_000;
const MONTHS = { day: 1, month: 1, quarter: 3, year: 12 };

/** A day that no claim has: older than everything. */
export const NO_DAY = -0x80000000;

export const dayOf = (year, month, day) => Math.round(Date.UTC(year, month - 1, day) / DAY_MS);

/** Year, month (1-12) and day of a day number. */
export function partsOf(day) {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const isoOf = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);

function checked(year, month, day) {
  const value = dayOf(year, month, day);
  const parts = partsOf(value);
  return parts.year === year && parts.month === month && parts.day === day ? value : null;
}

/** The day of "2024-09-30", null when it is none. */
export function dayOfIso(text) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? "");
  return found ? checked(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/** The day that somebody typed: 30/09/2024, 30.9.2024, 09/2024 or 2024 (then its last day). */
export function dayTyped(text) {
  const parts = (text ?? "")
    .trim()
    .split(/[\s./-]+/)
    .map(Number);
  if (parts.some((part) => !Number.isInteger(part))) return null;
  if (parts.length === 3) {
    const [first, second, third] = parts;
    return first > 31 ? checked(first, second, third) : checked(third, second, first);
  }
  if (parts.length === 2 && parts[1] > 999 && parts[0] >= 1 && parts[0] <= 12) {
    return dayOf(parts[1], parts[0] + 1, 1) - 1;
  }
  return parts.length === 1 && parts[0] > 999 && parts[0] < 3000 ? dayOf(parts[0], 12, 31) : null;
}

/** dd/mm/yyyy, as French readers write it, in every language of the product. */
export function dayText(day) {
  const parts = partsOf(day);
  return `${String(parts.day).padStart(2, "0")}/${String(parts.month).padStart(2, "0")}/${parts.year}`;
}

/** The last day of the step (month, quarter, year) in which a day lies; a day is its own. */
export function endOfStep(day, step) {
  const { year, month } = partsOf(day);
  if (step === "day") return day;
  const size = MONTHS[step];
  return dayOf(year, Math.floor((month - 1) / size) * size + size + 1, 1) - 1;
}

/**
 * The days at which the handle can stand: the end of each step from the first day to the last one.
 * The last stop is the day of the data itself; "day" moves by months too, its field takes any day.
 */
export function stopsOf(first, last, step) {
  const size = MONTHS[step] ?? 1;
  const { year, month } = partsOf(first);
  const stops = [];
  let next = Math.floor((month - 1) / size) * size + size + 1;
  for (let day = dayOf(year, next, 1) - 1; day < last; day = dayOf(year, next, 1) - 1) {
    stops.push(day);
    next += size;
  }
  stops.push(last);
  return stops;
}

/** Index of the stop that holds a day: the first one that is not before it. */
export function stopAt(stops, day) {
  let low = 0;
  let high = stops.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stops[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the days fall into each stop. Days after the last stop are left out. */
export function histogram(days, stops) {
  const bars = new Uint32Array(stops.length);
  const last = stops[stops.length - 1];
  for (const list of days) {
    for (const day of list) if (day !== NO_DAY && day <= last) bars[stopAt(stops, day)] += 1;
  }
  return bars;
}
