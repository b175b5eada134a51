// The document was begun anew because something was erased: the page takes the new one and brings what only it has.
const AGAIN_MS = 5_000;
const LOOK_MS = 20_000;

/** Called when the way to the server changes; does nothing unless it ended because of another document. */
export async function changeOver(shell, session) {
  const { provider, outbox } = session;
  if (provider.state !== "ended" || provider.reason !== "EPOCH" || session.leaving) return;
  session.leaving = true;
  const context = await session.ask();
  if (shell.session !== session) return;
  if (typeof context === "string") {
    session.leaving = false;
    setTimeout(() => changeOver(shell, session), AGAIN_MS);
    return;
  }
  if (!(context.erased_before > provider.epoch)) return provider.handIn();
  outbox.flush();
  const own = ownWords(session, new Set(context.struck));
  const { workshop, open } = shell;
  provider.stop();
  session.book.doc.destroy();
  shell.session = null;
  await shell.enter(workshop);
  if (!shell.session) return;
  bring(shell.session.book, own);
  shell.show(open ?? shell.first());
  shell.toasts.hide("link");
  shell.toasts.show(shell.words(own.length ? "struck.changed" : "struck.none", { n: own.length }), { kind: "struck" });
}

/** Entries of which the server has kept nothing, as they stand here; never one that was struck. */
export function ownWords({ book, outbox }, struck) {
  return outbox.unkept
    .filter((name) => !struck.has(name))
    .map((name) => {
      const [root, id] = name.split(/\/(.*)/s);
      if (root === "meta" || !book.roots[root]) return null;
      const scalar = book.roots[root].scalar;
      return { root, id, entry: scalar ? (book.reader.maps[root].get(id) ?? null) : book.reader.peek(root, id), scalar };
    })
    .filter((it) => it && it.entry !== null);
}

/** Make them in the new document: a new entry whole, of one that is there already what differs. */
export function bring(book, own) {
  book.change(() => {
    for (const { root, id, entry, scalar } of own) {
      if (scalar) {
        const [node, group] = id.split("|");
        book.vote(node, group, entry);
        continue;
      }
      const there = book.reader.peek(root, id);
      const fields = Object.entries(entry).filter(([key, value]) => key !== "id" && value !== null && book.knows(root, key));
      if (!there) book.make(root, Object.fromEntries(fields), id);
      else {
        const other = fields.filter(([key, value]) => there[key] !== value);
        if (other.length) book.set(root, id, Object.fromEntries(other));
      }
    }
  });
}

/** Whoever may erase reads whose page still holds the erased document, until nobody's does. */
export async function tellBehind(session, toasts) {
  const { context, words } = session;
  if (!context.rights?.strike || !context.erased_before || session.leaving || !session.provider || session.provider.stopped) return;
  const told = await fetch(context.addresses.striking, { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : null))
    .catch(() => null);
  const names = (told?.behind ?? []).map((it) => it.person || words("struck.somebody"));
  if (names.length) toasts.show(words("struck.behind", { n: names.length, names: names.join(", ") }), { kind: "behind", stays: true });
  else if (told) return toasts.hide("behind");
  setTimeout(() => tellBehind(session, toasts), LOOK_MS);
}
