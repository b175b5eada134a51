// Fields of an entry: each writes its key when it is left or chosen, and shows what colleagues write.
import { fillOptions, showValue } from "./rows.js";
import { bindText } from "./text_binding.js";
import { readWhole } from "./whole_field.js";

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
    field.addEventListener("change", () => write(session, root, id, key, field));
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

function write({ book, words }, root, id, key, field) {
  if (!book.get(root, id)) return;
  const value = field.hasAttribute("data-whole") ? readWhole(field, words) : field.type === "checkbox" ? field.checked : field.value.trim();
  if (value !== undefined) book.set(root, id, { [key]: value === false ? null : value });
}
