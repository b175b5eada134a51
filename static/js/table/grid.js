// Where one is in the table and what a key means there. Keys are physical ones: digits of AZERTY need Shift.

export const COLUMNS = ["site", "nature", "actors", "modes", "benefits", "agreement"];
export const NEW = "new"; // the line in which a site is added

const PAGE = 8; // rows
const FUNCTION_KEYS = { F2: "sheet", F4: "update", F6: "disclosure" };
const MOVES = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right", PageUp: "page-up", PageDown: "page-down" };
const ENTERS = new Set(["Enter", "NumpadEnter"]);

/**
 * What a key does. `mode` is "moving" (the cell has the focus) or "typing" (its field has it); `field` tells of the
 * field: {empty, open, start, picked}: nothing typed, its list is open, the caret stands at the start, a pill is picked.
 */
export function commandOf(event, mode, field = {}) {
  const { code, key } = event;
  if (FUNCTION_KEYS[code] && !event.ctrlKey && !event.altKey && !event.metaKey) return FUNCTION_KEYS[code];
  if (ENTERS.has(code) && (event.ctrlKey || event.metaKey)) return "next-row";
  return mode === "typing" ? typingCommand(event, field) : movingCommand(event, code, key);
}

function movingCommand(event, code, key) {
  const control = event.ctrlKey || event.metaKey;
  if (code === "Home") return control ? "top" : "first";
  if (code === "End") return control ? "bottom" : "last";
  if (MOVES[code] && !control && !event.altKey) return MOVES[code];
  if (ENTERS.has(code)) return "begin";
  if (code === "Delete" || code === "Backspace") return "begin";
  if (key?.length === 1 && key !== " " && !control && !event.altKey) return "type";
  return null;
}

function typingCommand(event, field) {
  const { code } = event;
  if (event.isComposing) return null;
  if (code === "Tab" && !event.ctrlKey && !event.altKey) return event.shiftKey ? "previous" : "next";
  if (ENTERS.has(code)) return "choose";
  if (code === "Escape") return "escape";
  if (code === "ArrowDown" || code === "ArrowUp") return upOrDown(event, code === "ArrowDown" ? "down" : "up", field);
  if (field.empty || field.start) return pillCommand(code, field);
  return null;
}

function upOrDown(event, way, field) {
  if (event.altKey) return way === "down" ? "open" : "escape";
  return field.open ? `option-${way}` : way;
}

function pillCommand(code, field) {
  if (code === "ArrowLeft") return "pick-left";
  if (code === "ArrowRight" && field.picked) return "pick-right";
  if (code === "Backspace" && field.start) return field.picked ? "remove" : "pick-left";
  if (code === "Delete" && field.picked) return "remove";
  return null;
}

/** Where a command leads from `at` = {row, column}; `rows` are the ids in order, the line for a new site comes last. */
export function moved(at, command, rows) {
  const lines = [...rows, NEW];
  const row = Math.max(0, lines.indexOf(at.row));
  const column = Math.max(0, COLUMNS.indexOf(at.column));
  const to = (nextRow, nextColumn) => placed(lines, nextRow, nextColumn);
  switch (command) {
    case "up":
      return to(row - 1, column);
    case "down":
      return to(row + 1, column);
    case "left":
      return to(row, column - 1);
    case "right":
      return to(row, column + 1);
    case "first":
      return to(row, 0);
    case "last":
      return to(row, COLUMNS.length - 1);
    case "top":
      return to(0, 0);
    case "bottom":
      return to(lines.length - 1, 0);
    case "page-up":
      return to(row - PAGE, column);
    case "page-down":
      return to(row + PAGE, column);
    case "next":
      return at.row === NEW || column === COLUMNS.length - 1 ? to(row + 1, 0) : to(row, column + 1);
    case "previous":
      return column === 0 ? to(row - 1, row === 0 ? 0 : COLUMNS.length - 1) : to(row, column - 1);
    case "next-row":
      return to(row + 1, 0);
    default:
      return at;
  }
}

function placed(lines, row, column) {
  const line = lines[Math.min(Math.max(row, 0), lines.length - 1)];
  const most = line === NEW ? 0 : COLUMNS.length - 1;
  return { row: line, column: COLUMNS[Math.min(Math.max(column, 0), most)] };
}

/** The digit 1 to `most` of a key, on the row above the letters or on the block; null for other keys. */
export function digitOf(event, most = 6) {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const digit = Number(/^(?:Digit|Numpad)(\d)$/.exec(event.code ?? "")?.[1] ?? 0);
  return digit >= 1 && digit <= most ? digit : null;
}

const COLUMN_OF_ROOT = { observations: "nature", involvements: "modes", legs: "modes", benefits: "benefits" };

/** The cell of an entry by its name, `places/<id>`, `places/<id>:<column>` or `<root>/<id>`; null for one that has none. */
export function cellOf(book, name) {
  const [root, rest = root] = name.split("/");
  const [id, column] = rest.split(":");
  const statement = COLUMN_OF_ROOT[root] && book.get(root, id);
  const row = statement ? statement.place : id;
  if (!row || !book.get("places", row)) return null;
  return { row, column: statement ? COLUMN_OF_ROOT[root] : COLUMNS.includes(column) ? column : "nature" };
}
