// Runs random schedules against real servers: reads {ports, description, rooms: [{seed, …}], together} and writes one line of JSON per room.
import { isDeepStrictEqual } from "node:util";
import { Chance } from "./chance.js";
import { Laptop } from "./laptop.js";

const STEPS = 24;
const LONGEST_PAUSE_MS = 70;
const OPEN_MS = 20_000;
const LATE_MS = 400;
const LAST_WORDS_MS = 2_000; // until a server has stored what it had heard of a lost laptop, on a slow machine too
const SETTLE_MS = 45_000;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(holds, ms) {
  const end = Date.now() + ms;
  while (!holds() && Date.now() < end) await wait(50);
}

async function schedule(told, room) {
  const chance = new Chance(room.seed);
  const dies = chance.happens(0.5) ? room.cookies.length - 1 : -1;
  const laptops = room.cookies.map((cookie, at) => {
    const line = { ports: told.ports, room, cookie, sockets: !chance.happens(0.25), orderly: at === dies };
    return new Laptop("abc"[at], { description: told.description, chance: new Chance(room.seed * 31 + at), ...line });
  });
  for (const laptop of laptops) laptop.provider.start();
  await until(() => laptops.every((it) => it.provider.state === "live"), OPEN_MS);
  for (const { network } of laptops) network.bad = true;
  for (let step = 0; step < STEPS; step += 1) {
    chance.of(laptops).act();
    await wait(chance.below(LONGEST_PAUSE_MS));
  }
  // Half of the rooms lose a laptop with whatever was only there.
  const dead = dies >= 0 ? laptops.pop() : null;
  dead?.provider.stop();
  for (const { network } of laptops) network.bad = false;
  await until(() => alike(laptops), SETTLE_MS);
  // What the lost laptop had under way may have arrived since: the others come again and see it.
  for (const { provider } of laptops) provider.stop();
  await until(() => !dead?.network.underWay, SETTLE_MS);
  await wait(dead ? LAST_WORDS_MS : 0);
  for (const laptop of laptops) laptop.comeAgain();
  await until(() => laptops.every((it) => it.cameAgain), SETTLE_MS);
  await wait(LATE_MS);
  await until(() => alike(laptops), SETTLE_MS);
  for (const { provider } of laptops) provider.stop();
  const all = dead ? [...laptops, dead] : laptops;
  return {
    seed: room.seed,
    alike: alike(laptops),
    ends: laptops.map((it) => it.end),
    state: laptops[0].state(),
    hashes: all.flatMap((it) => it.acknowledged.hashes),
    words: all.flatMap((it) => it.acknowledged.words),
    wordsTyped: laptops.reduce((sum, it) => sum + it.typed, 0),
    wordsLeft: laptops.reduce((sum, it) => sum + it.acknowledged.words.length, 0),
    faults: all.map((it) => it.network.counts),
  };
}

function alike(laptops) {
  if (!laptops.every((it) => it.settled)) return false;
  const [first, ...others] = laptops;
  return others.every((it) => it.vector === first.vector && isDeepStrictEqual(it.state(), first.state()));
}

let text = "";
for await (const chunk of process.stdin) text += chunk;
const told = JSON.parse(text);
const rooms = [...told.rooms];
const work = async () => {
  while (rooms.length) process.stdout.write(`${JSON.stringify(await schedule(told, rooms.shift()))}\n`);
};
await Promise.all(Array.from({ length: told.together }, work));
process.exit(0);
