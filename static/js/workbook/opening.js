// Opens a workshop: what the page may know of it, then its document.
import { Book } from "./book.js";
import { Session } from "./session.js";

const description = () => JSON.parse(document.getElementById("workbook-document").textContent);
const ANY = "00000000-0000-0000-0000-000000000000";

/** A session, or null when the shell was told why there is none. */
export async function openWorkshop(shell, workshop) {
  const address = (name) => shell.dataset[`${name}Url`].replace(ANY, workshop);
  const context = await read(address("context"));
  if (typeof context === "string") {
    shell.tell(context);
    return null;
  }
  const session = new Session({
    book: new Book(description()),
    words: shell.words,
    context,
    go: (station, entry) => shell.go(station, entry),
    say: (...message) => shell.toasts.show(...message),
  });
  read(address("register")).then((rows) => typeof rows === "string" || session.setRegister(rows));
  read(address("last-round")).then((told) => typeof told === "string" || session.setLastRound(told));
  return session;
}

/** The JSON of an address, or the name of the message that says why not. */
export async function read(url) {
  try {
    const answer = await fetch(url, { headers: { Accept: "application/json" }, redirect: "error" });
    if (answer.ok) return await answer.json();
    return answer.status === 401 || answer.status === 403 ? "signed-out" : "missing";
  } catch {
    return "unreachable";
  }
}
