// Presence on a day: the last change point that is not later. Which claim wins was decided by the server.

import { NO_DAY } from "./dates.js";

/** Index of the last change of a place on or before a day, -1 when there is none. */
export function changeOn(changes, place, day) {
  let low = changes.offsets[place];
  let high = changes.offsets[place + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes.day[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low > changes.offsets[place] ? low - 1 : -1;
}

/** Fills presence, contradiction and day of the answer for every place, as known on a day. */
export function presenceOn(day, state, out) {
  if (day >= state.asOf) {
    out.presence.set(state.presence);
    out.contradicted.set(state.contradicted);
    out.day.set(state.day);
    return;
  }
  for (let place = 0; place < out.presence.length; place += 1) {
    const at = changeOn(state.changes, place, day);
    out.presence[place] = at < 0 ? state.none : state.changes.presence[at];
    out.contradicted[place] = at < 0 ? 0 : state.changes.contradicted[at];
    const known = state.day[place] !== NO_DAY && state.day[place] <= day;
    out.day[place] = at < 0 ? NO_DAY : known ? state.day[place] : state.changes.day[at];
  }
}

/** Age classes of a mark: 0 below a year, 1 to two, 2 to five, 3 beyond (a ring stands outside it). */
export function ageClass(day, on) {
  if (day === NO_DAY) return 0;
  const years = (on - day) / 365.25;
  if (years < 1) return 0;
  if (years < 2) return 1;
  return years < 5 ? 2 : 3;
}
