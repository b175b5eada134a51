// Bytes as the exchange writes them. SHA-256 is computed in the page: over plain HTTP in a hall a browser has no crypto.subtle.
import { fromBase64, toBase64, toHexString } from "lib0/buffer";
import { digest } from "lib0/hash/sha256";

export { fromBase64, toBase64 };

/** SHA-256 in hexadecimal. */
export const hashOf = (bytes) => toHexString(digest(bytes));
