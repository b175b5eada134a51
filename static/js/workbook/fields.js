// Fields of an entry: each writes its key when it is left or chosen, and shows what colleagues write.
import { fillOptions, showValue, wholeOf } from "./rows.js";
import { bindText } from "./text_binding.js";

/** Wire the fields with data-key inside `form` to an entry; returns what draws the entry into them. */
export function wireFields(form, session, root, id) {
  const { book, words } = session;
  const endings = [];
  const fields = [...form.querySelectorAll("[data-key]")];
  for (const field of fields) {
    const key = field.dataset.key;
    field.addEventListener("focus", () => session.people.say({ entry: `${root}/${id}` }));
    if (field.dataset.list) fillOptions(field, words.codes(field.dataset.list), field.dataset.empty ?? "–");
    if (field.hasAttribute("data-text")) {
      endings.push(bindText(field, book.text(root, id, key)));
      continue;
    }
    field.addEventListener("change", () => write(book, root, id, key, field));
  }
  form.addEventListener("row-gone", () => {
    for (const end of endings.splice(0)) end();
  });
  return (entry) => {
    for (const field of fields) {
      if (field.hasAttribute("data-text")) continue;
      if (field.type === "checkbox") field.checked = Boolean(entry[field.dataset.key]);
      else showValue(field, entry[field.dataset.key]);
    }
  };
}

function write(book, root, id, key, field) {
  if (!book.get(root, id)) return;
  const whole = field.hasAttribute("data-whole");
  const value = field.type === "checkbox" ? field.checked : whole ? wholeOf(field.value) : field.value.trim();
  if (whole) field.value = value ?? "";
  book.set(root, id, { [key]: value === false ? null : value });
}
