// What an answer of the server means for the outbox: the same for the socket's messages and for an exchange by HTTP.
import { toBase64 } from "./encoding.js";

export const PUSH_BYTES = 192 * 1024;
export const PUSH_ITEMS = 100;
export const LATER_MS = 5_000;
const TRY_LATER = "TOO_FAST";

/** An item as the exchange writes it. */
export const written = ({ hash, update, entries }) => ({ hash, update: toBase64(update), entries });

/** Take note of what became of items; returns {late: hashes to send later, held: a reason or ""}. */
export function settle(outbox, { received = [], held = [], refused = [] }) {
  const late = refused.filter((it) => it.reason === TRY_LATER).flatMap((it) => it.hashes);
  if (received.length) outbox.received(received);
  for (const { hashes, reason } of held) outbox.held(hashes, reason);
  for (const { hashes, reason } of refused) if (reason !== TRY_LATER) outbox.refused(hashes, reason);
  return { late, held: held.find((it) => it.hashes.length)?.reason ?? "" };
}
