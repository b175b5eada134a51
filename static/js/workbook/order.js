// Fractional indexes: a place between two neighbours, without touching either.
import { generateNKeysBetween } from "fractional-indexing";

const CHOICES = 8;

/** Whether `a` stands before `b`: by code unit, never by the reader's language. */
export const comesBefore = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** An index between two (either may be missing). One of several, so that two hands at once seldom make the same. */
export function orderBetween(before, after, random = Math.random) {
  const low = before || null;
  const high = after && low !== null && after <= low ? null : after || null;
  try {
    return generateNKeysBetween(low, high, CHOICES)[Math.floor(random() * CHOICES)];
  } catch {
    return `${low ?? ""}V`;
  }
}

/** Entries by their `order`, those without one last, equal ones by id: the same on every laptop. */
export function byOrder(a, b) {
  return comesBefore(a.order ?? "~", b.order ?? "~") || comesBefore(a.id, b.id);
}
