// Words that a person is typing stay in their field, whatever colleagues write meanwhile.

/** Watch a field; returns what tells whether it holds words that are not taken yet. `left`: called when it is left. */
export function watchTyping(field, left) {
  let typing = false;
  const over = () => {
    typing = false;
  };
  field.addEventListener("input", () => {
    typing = true;
  });
  field.addEventListener("change", over);
  field.addEventListener("blur", () => {
    over();
    left();
  });
  return () => typing;
}
