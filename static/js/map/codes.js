// Public codes: 30 bits as six Crockford characters.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Six characters of a 30-bit integer. */
export function codeText(value) {
  let text = "";
  let rest = value;
  for (let place = 0; place < 6; place += 1) {
    text = ALPHABET[rest & 31] + text;
    rest >>>= 5;
  }
  return text;
}

/** What a person typed, as Crockford reads it: O is 0, I and L are 1. */
export function tidyCode(text) {
  return text.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
}

/** The integer of six characters, -1 when they are not a code. */
export function codeValue(text) {
  const tidy = tidyCode(text);
  if (tidy.length !== 6) return -1;
  let value = 0;
  for (const letter of tidy) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return -1;
    value = value * 32 + digit;
  }
  return value;
}
