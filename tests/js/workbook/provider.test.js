import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";
import { toBase64 } from "../../../static/js/workbook/encoding.js";
import { Clock, laptop, ScriptedServer } from "./scripted_server.js";

async function opened() {
  const [server, clock] = [new ScriptedServer(), new Clock()];
  const it = laptop(server, clock);
  it.provider.start();
  await clock.move(100);
  return { server, clock, ...it };
}

const textOf = (server, id) => server.doc.getMap("nodes").get(id)?.get("text").toString();

test("an entry is only here until the server has acknowledged its hash", async () => {
  const { server, clock, book, outbox, provider } = await opened();
  assert.equal(provider.state, "live");
  server.silent = true;
  let id;
  book.change(() => {
    id = book.make("nodes", { text: "Routes coupées" });
  });
  await clock.move(100);
  assert.equal(book.waiting(id), true);
  assert.deepEqual(outbox.totals, { here: 1, held: 0, refused: 0 });
  server.silent = false;
  await clock.move(16_000);
  assert.equal(book.waiting(id), false);
  assert.equal(textOf(server, id), "Routes coupées");
  assert.equal(server.heardOf.filter((it) => it.type === "push").length, 2, "sent again after the answer was lost");
});

test("what was written without a link leaves when the link is back", async () => {
  const { server, clock, book, outbox, provider } = await opened();
  server.reachable = false;
  server.cut();
  const id = book.make("nodes", { text: "a" });
  outbox.flush();
  await clock.move(30_000);
  assert.equal(provider.state, "away");
  assert.equal(book.waiting(id), true);
  server.reachable = true;
  await clock.move(30_000);
  assert.equal(provider.state, "live");
  assert.equal(book.waiting(id), false);
  assert.equal(textOf(server, id), "a");
});

test("where sockets fail the same items go by HTTP, and colleagues' words come back", async () => {
  const { server, clock, book, outbox, provider } = await opened();
  server.sockety = false;
  server.cut();
  await clock.move(10_000);
  assert.equal(provider.state, "live");
  const id = book.make("nodes", { text: "par HTTP" });
  outbox.flush();
  server.doc.getMap("nodes").set("other", new Y.Map([["theme", "LAND"]]));
  await clock.move(5_000);
  assert.equal(textOf(server, id), "par HTTP");
  assert.equal(book.get("nodes", "other").theme, "LAND");
  assert.ok(outbox.empty);
  server.sockety = true;
  await clock.move(60_000);
  const polls = server.heardOf.filter((it) => it.type === "post").length;
  await clock.move(30_000);
  assert.equal(server.heardOf.filter((it) => it.type === "post").length, polls, "the socket is back: no more asking");
});

test("a link that is dead without saying so is noticed", async () => {
  const { server, clock, provider } = await opened();
  server.silent = true;
  await clock.move(60_000 + 14_000);
  assert.equal(server.sockets.length, 1);
  await clock.move(5_000);
  assert.equal(server.sockets[0].readyState, 3);
  server.silent = false;
  await clock.move(30_000);
  assert.equal(provider.state, "live");
});

test("what is only on the server comes with the next look, also a deletion", async () => {
  const { server, clock, book } = await opened();
  const entries = server.doc.getMap("nodes");
  entries.set("n", new Y.Map([["theme", "LAND"]]));
  await clock.move(61_000);
  assert.equal(book.get("nodes", "n").theme, "LAND");
  entries.get("n").delete("theme");
  await clock.move(61_000);
  assert.ok(!("theme" in book.get("nodes", "n")));
});

for (const reason of ["RIGHTS", "CLOSED", "EPOCH"])
  test(`after ${reason} words are handed in and shown as held, none is lost`, async () => {
    const { server, clock, book, outbox, provider } = await opened();
    server.standing = reason;
    server.sockets[0].say({ type: "ended", reason });
    const id = book.make("nodes", { text: "trop tard" });
    outbox.flush();
    if (reason === "EPOCH") provider.handIn(); // once the page knows that nothing was erased
    await clock.move(1_000);
    assert.deepEqual([provider.state, provider.reason], ["ended", reason]);
    assert.deepEqual(outbox.totals, { here: 0, held: 1, refused: 0 });
    assert.equal(book.get("nodes", id).text, "trop tard");
    assert.equal(server.sockets.filter((it) => it.readyState === 1).length, 0);
  });

test("held words wait for a link too", async () => {
  const { server, clock, book, outbox } = await opened();
  server.standing = "CLOSED";
  server.reachable = false;
  server.sockets[0].say({ type: "ended", reason: "CLOSED" });
  book.make("nodes", { text: "trop tard" });
  outbox.flush();
  await clock.move(60_000);
  assert.equal(outbox.totals.here, 1);
  server.reachable = true;
  await clock.move(20_000);
  assert.deepEqual(outbox.totals, { here: 0, held: 1, refused: 0 });
});

test("signed out: nothing is sent, nothing is lost, and it goes on after signing in", async () => {
  const { server, clock, book, outbox, provider } = await opened();
  server.sockets[0].say({ type: "ended", reason: "SESSION" });
  const id = book.make("nodes", { text: "a" });
  outbox.flush();
  const before = server.heardOf.length;
  await clock.move(60_000);
  assert.equal(server.heardOf.length, before);
  assert.equal(book.waiting(id), true);
  provider.start();
  await clock.move(1_000);
  assert.equal(provider.state, "live");
  assert.equal(textOf(server, id), "a");
});

test("another epoch or a newer schema is not written into", async () => {
  for (const [changed, reason] of [
    [{ epoch: 2 }, "EPOCH"],
    [{ schema: 2 }, "SCHEMA"],
  ]) {
    const [server, clock] = [new ScriptedServer(), new Clock()];
    Object.assign(server, changed);
    const { provider, book } = laptop(server, clock);
    server.doc.getMap("nodes").set("n", new Y.Map());
    provider.start();
    await clock.move(1_000);
    assert.equal(provider.state, "ended");
    assert.equal(provider.reason, reason);
    assert.deepEqual(book.ids("nodes"), []);
  }
});

test("a refused item stays here and says so; one that came too fast is sent later", async () => {
  const { server, clock, book, outbox } = await opened();
  let refusals = 0;
  server.refuse = () => (refusals++ < 2 ? "TOO_FAST" : "");
  const late = book.make("nodes", { text: "vite" });
  outbox.flush();
  await clock.move(4_000);
  assert.equal(book.waiting(late), true);
  await clock.move(8_000);
  assert.equal(book.waiting(late), false);
  server.refuse = () => "TOO_LARGE";
  const large = book.make("nodes", { text: "x".repeat(1000) });
  outbox.flush();
  await clock.move(60_000);
  assert.equal(book.waiting(large), true);
  assert.equal(outbox.totals.refused, 1);
  assert.equal(refusals, 3, "not sent again and again");
});

test("colleagues, findings and updates come in; presence goes out and again after a break", async () => {
  const { server, clock, book, people, findings } = await opened();
  people.say({ station: "tree", entry: "nodes/n" });
  server.sockets[0].say({
    type: "people",
    here: [
      { you: 7, name: "Amina" },
      { you: 8, name: "Bahati", entry: "nodes/n" },
    ],
  });
  server.sockets[0].say({ type: "findings", list: [{ code: "tree.orphan", root: "nodes", id: "n" }] });
  const colleague = new Y.Doc();
  colleague.getMap("nodes").set("n", new Y.Map([["theme", "LAND"]]));
  server.sockets[0].say({ type: "update", update: toBase64(Y.encodeStateAsUpdate(colleague)) });
  server.sockets[0].say({ type: "unheard-of" });
  assert.deepEqual(
    people.at("nodes", "n").map((it) => it.name),
    ["Bahati"],
  );
  assert.equal(findings.of("nodes", "n")[0].code, "tree.orphan");
  assert.equal(book.get("nodes", "n").theme, "LAND");
  server.cut();
  assert.deepEqual(people.here, []);
  await clock.move(10_000);
  const told = server.heardOf.filter((it) => it.type === "presence");
  assert.deepEqual(told.at(-1), { type: "presence", group: "", station: "tree", entry: "nodes/n" });
});
