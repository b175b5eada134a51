// Opens a workshop: what the page may know of it, then its document.
import { uuidv4 } from "lib0/random";
import { Book } from "./book.js";
import { linksTo } from "./links.js";
import { Provider } from "./provider.js";
import { Session } from "./session.js";

const description = () => JSON.parse(document.getElementById("workbook-document").textContent);
const PAGE = uuidv4(); // of this page as long as it is open; it says nothing of the computer
const ANY = "00000000-0000-0000-0000-000000000000";

/** A session whose document has come, or null when the shell was told why there is none. */
export async function openWorkshop(shell, workshop) {
  const url = shell.dataset.contextUrl.replace(ANY, workshop);
  const context = await read(url);
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
  session.provider = provide(session);
  session.resume = () => resume(session, url);
  session.ask = () => read(url);
  for (const [name, set] of Object.entries({ register: "setRegister", last_round: "setLastRound" }))
    read(context.addresses[name]).then((told) => typeof told === "string" || session[set](told));
  if (await arrived(session.provider)) return session;
  session.provider.stop();
  const told = { RIGHTS: "missing", SESSION: "signed-out", CLOSED: "closed" }[session.provider.reason] ?? "unreachable";
  shell.tell(told, context.addresses?.workshop);
  return null;
}

function provide(session) {
  const { book, outbox, people, findings, context } = session;
  const links = linksTo(context.addresses, () => session.context.csrf);
  return new Provider({ book, outbox, people, findings, epoch: context.epoch, links, page: PAGE });
}

/** True when the document is here; false when it cannot come. */
function arrived(provider) {
  return new Promise((done) => {
    const look = () => {
      if (provider.state === "live") done(true);
      else if (provider.state === "ended" || provider.state === "away") done(false);
      else return;
      provider.removeEventListener("change", look);
    };
    provider.addEventListener("change", look);
    provider.start();
  });
}

/** After signing in again: the same person goes on; "other" when it is somebody else, whose name must not stand under these words. */
async function resume(session, url) {
  const context = await read(url);
  if (typeof context === "string") return context;
  if (context.person?.id !== session.context.person?.id) return "other";
  session.context = context;
  session.provider.start();
  return "";
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
