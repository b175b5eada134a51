// A text without some of its words, and without the gap that they leave.

export function struck(text, words) {
  const at = text.indexOf(words);
  if (at < 0) return text;
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at + words.length).trimStart();
  const joined = /^[.,;:!?…»)]/.test(after) || !before || !after;
  return before + (joined ? "" : " ") + after;
}
