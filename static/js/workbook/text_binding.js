// An <input> or <textarea> and a shared text hold the same words; the caret stays where the person has it.

/** Bind them; returns what unbinds. */
export function bindText(field, text) {
  let composing = false;
  field.value = text.value;
  field.dataset.bound = "";
  const typed = () => {
    if (!composing) text.replace(field.value);
  };
  const composed = (event) => {
    composing = event.type === "compositionstart";
    if (!composing) typed();
  };
  const stop = text.observe((value, delta) => {
    if (composing || field.value === value) return;
    const [start, end] = [field.selectionStart, field.selectionEnd].map((at) => moved(at, delta));
    field.value = value;
    if (field.ownerDocument?.activeElement === field) field.setSelectionRange(start, end);
    field.dispatchEvent(new CustomEvent("text-changed"));
  });
  field.addEventListener("input", typed);
  field.addEventListener("compositionstart", composed);
  field.addEventListener("compositionend", composed);
  return () => {
    stop();
    delete field.dataset.bound;
    field.removeEventListener("input", typed);
    field.removeEventListener("compositionstart", composed);
    field.removeEventListener("compositionend", composed);
  };
}

/** Where a place in the text is after a change. */
export function moved(at, delta) {
  let read = 0;
  let place = at;
  for (const { retain, insert, delete: gone } of delta) {
    if (retain) read += retain;
    else if (insert && read < place) [read, place] = [read + insert.length, place + insert.length];
    else if (insert) read += insert.length;
    else if (gone && read < place) place -= Math.min(gone, place - read);
  }
  return place;
}
