// Time of the agenda: how long a point has run, what is left, and how much of the whole is done.
export const RUNNING = "running";
export const DONE = "done";
const MINUTE_MS = 60_000;

/** Milliseconds that are left of a running point; below zero when it runs over. */
export function leftOf(point, now) {
  return (point.minutes ?? 0) * MINUTE_MS - (now - Date.parse(point.started_at));
}

/** "12:05", "−3:20": minutes and seconds, for a clock that is read from afar. */
export function clockText(ms) {
  const seconds = Math.ceil(Math.abs(ms) / 1000);
  return `${ms < 0 ? "−" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Minutes done and planned; a running point counts for what it has used, at most its length. */
export function progress(points, now) {
  let [done, all] = [0, 0];
  for (const point of points) {
    const minutes = point.minutes ?? 0;
    all += minutes;
    if (point.state === DONE) done += minutes;
    else if (point.state === RUNNING && point.started_at) done += Math.min(minutes, minutes - leftOf(point, now) / MINUTE_MS);
  }
  return { done: Math.round(Math.max(0, done)), all };
}

/** "2 h 10", "40 min" in the words of the page. */
export function hoursText(minutes, words) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (!hours) return words("agenda.minutes", { n: rest });
  return rest ? words("agenda.hours-minutes", { h: hours, m: String(rest).padStart(2, "0") }) : words("agenda.hours", { h: hours });
}
