// Whether what was typed is the word that confirms: case, accents and outer blanks do not count.
const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .trim()
    .toLocaleLowerCase();

export const confirms = (typed, word) => plain(typed) !== "" && plain(typed) === plain(word);
