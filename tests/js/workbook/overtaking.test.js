import assert from "node:assert/strict";
import { test } from "node:test";
import { Clock, laptop, ScriptedServer } from "./scripted_server.js";

test("a socket that breaks in the middle of a push never lets a later item overtake an earlier one", async () => {
  const [server, clock] = [new ScriptedServer(), new Clock()];
  const { book, outbox, provider } = laptop(server, clock);
  server.sockety = false;
  provider.start();
  await clock.move(10_000);
  assert.equal(provider.state, "live", "by HTTP");
  let release;
  server.gate = new Promise((done) => {
    release = done;
  });
  await clock.move(4_000); // a request is under way, and hangs
  server.sockety = true;
  const { heard } = server;
  server.heard = (socket, message) => (message.type === "push" ? socket.close() : heard.call(server, socket, message));
  await clock.move(21_000);
  assert.equal(provider.joined, true);
  const id = book.make("nodes", { text: "a" });
  outbox.flush();
  assert.equal(provider.joined, false, "it broke in the middle");
  server.sockety = false;
  release();
  await new Promise((done) => setImmediate(done));
  book.set("nodes", id, { theme: "LAND" });
  const [first] = outbox.items.keys();
  outbox.flush();
  const second = [...outbox.items.keys()].find((hash) => hash !== first);
  await clock.move(30_000);
  assert.ok(outbox.empty);
  assert.deepEqual([...server.hashes], [first, second]);
});
