// A field for a whole number. What is no number, or too large, stays in the field and says so; the number known so far stays too.
import { wholeOf } from "./rows.js";

let made = 0;

/** The number in the field, null for an emptied one, undefined where it is none; `data-low` and `data-high` bound it. */
export function readWhole(field, words) {
  const { low, high } = field.dataset;
  const empty = !field.value.trim();
  const number = empty ? null : wholeOf(field.value);
  const right = empty || (number !== null && !(number < Number(low ?? 0)) && !(number > Number(high ?? Infinity)));
  tell(field, right ? "" : words(high ? "whole.between" : "whole.wrong", { low, high }));
  if (!right) return undefined;
  field.value = number ?? "";
  return number;
}

/** Why a number is not taken stands below its field. */
function tell(field, text) {
  const note = field.parentElement.querySelector(".cell-wrong");
  field.setAttribute("aria-invalid", String(Boolean(text)));
  field.parentElement.classList.toggle("has-wrong", Boolean(text));
  if (!text) {
    field.removeAttribute("aria-describedby");
    note?.remove();
    return;
  }
  const shown = note ?? document.createElement("small");
  made += note ? 0 : 1;
  Object.assign(shown, { className: "cell-wrong", id: note?.id ?? `whole-${made}`, textContent: text });
  shown.setAttribute("role", "alert");
  field.setAttribute("aria-describedby", shown.id);
  field.after(shown);
}
