// The last round's statements beside the new ones. Each gets one of six answers; silence makes none.

import { fold } from "../map/search.js";

/** Answers in the order of their keys 1 to 6. */
export const ANSWERS = ["UNCHANGED", "WORSE", "BETTER", "ENDED", "WRONG", "NOT_KNOWN"];

/** kind of a statement → root of the workbook. Other kinds (an official act, an incident) are shown without an answer. */
const ROOT_OF = { OBSERVATION: "observations", INVOLVEMENT: "involvements", LEG: "legs", BENEFIT: "benefits", SITUATION: "situations" };
const STATES = { UNCHANGED: "copied", WORSE: "copied", BETTER: "copied" };

/** The last round's statements about a place, the latest first. */
export const toldOfPlace = (session, place) => (place.ref && session.lastRound[place.ref]) || [];

export const rootOf = (statement) => ROOT_OF[statement.kind] ?? null;

/** claim id → the entry of this workbook that answers it. */
export function answersIn(book) {
  const answers = new Map();
  for (const root of Object.values(ROOT_OF)) {
    for (const entry of book.list(root)) if (entry.answers && entry.since_last_round) answers.set(entry.answers, { root, entry });
  }
  return answers;
}

/** How many statements of a place can be answered and how many are. */
export function progressOf(session, place, answers) {
  const asked = toldOfPlace(session, place).filter(rootOf);
  return { asked: asked.length, answered: asked.filter((statement) => answers.has(statement.id)).length };
}

/**
 * Give an answer: a new dated entry that names the old statement, with its content where that is still so in kind
 * (still true, worse, better). The same key again takes the answer back; another one changes it.
 */
export function answer(session, writer, row, statement, since) {
  const { book } = session;
  const root = rootOf(statement);
  const given = answersIn(book).get(statement.id);
  book.change(() => {
    if (given?.entry.since_last_round === since) book.remove(given.root, given.entry.id);
    else if (given)
      book.set(given.root, given.entry.id, {
        ...contentOf(session, statement, since),
        since_last_round: since,
        until: endOf(session, since),
      });
    else {
      const fields = {
        ...writer.statement(root, row),
        ...contentOf(session, statement, since),
        answers: statement.id,
        since_last_round: since,
      };
      if (endOf(session, since)) fields.until = endOf(session, since);
      take(book, root, row, fields);
    }
  });
}

/** What this round says of the same already takes the answer on itself; where it says nothing yet, a new entry is made. */
function take(book, root, row, fields) {
  const own = (row[root] ?? []).find((entry) => !entry.answers && !isPast(fields) && SAME[root](entry, fields));
  if (!own) return book.make(root, fields);
  const known = Object.fromEntries(
    Object.entries(fields).filter(([key]) => ["answers", "since_last_round", "until"].includes(key) || !saysLike(own, key)),
  );
  return book.set(root, own.id, known);
}

const isPast = ({ since_last_round: since }) => !(since in STATES);

/** Whether an entry of this round is about what an old statement was about. */
const SAME = {
  observations: () => true,
  involvements: (entry, old) =>
    Boolean(
      entry.actor
        ? entry.actor === old.actor
        : old.actor_category &&
            !old.actor &&
            entry.actor_category === old.actor_category &&
            (entry.actor_name ?? "") === (old.actor_name ?? ""),
    ),
  legs: (entry, old) => Boolean(entry.to_text && fold(entry.to_text) === fold(old.to_text ?? "")),
  benefits: (entry, old) => Boolean(entry.beneficiary_type && entry.beneficiary_type === old.beneficiary_type),
};

/** Whether an entry says something under a key already; a set counts as a whole. */
const saysLike = (entry, key) =>
  key in entry || (key.includes(":") && Object.keys(entry).some((own) => own.startsWith(`${key.split(":")[0]}:`)));

/** What is no longer so ended before the workshop: the day on which the room says it. */
const endOf = (session, since) => (since === "ENDED" ? (session.context.workshop?.starts_on ?? null) : null);

/** The content of the old statement in the workbook's own keys; without content only what it is about. */
export function contentOf(session, statement, since) {
  const whole = since in STATES || since === "ENDED";
  const read = { OBSERVATION: observed, INVOLVEMENT: involved, LEG: gone, BENEFIT: gained, SITUATION: situated }[statement.kind];
  const content = read(session, statement);
  return filled(whole ? content : identity(content));
}

const IDENTITY = new Set(["actor", "actor_name", "actor_category", "to_text", "mineral", "beneficiary_type"]);
const identity = (content) => Object.fromEntries(Object.entries(content).filter(([key]) => IDENTITY.has(key)));

/** What nobody said in the last round is not said again. */
const UNSAID = new Set([undefined, null, "", "UNKNOWN", "NOT_ASKED", "NOT_SAID", "NO_DATA"]);
const KEPT = new Set(["armed_presence", "actor_category", "beneficiary_type", "ddr_stage", "mineral"]); // where "unknown" is what was said
const filled = (content) =>
  Object.fromEntries(
    Object.entries(content).filter(([key, value]) => !UNSAID.has(value) || (value && KEPT.has(key) && value !== "NOT_ASKED")),
  );
const flags = (name, values) => Object.fromEntries((values ?? []).map((value) => [`${name}:${value}`, true]));
const ranks = (name, values) => Object.fromEntries((values ?? []).map((value, at) => [`${name}:${value}`, at + 1]));
const same = (statement, ...keys) => Object.fromEntries(keys.map((key) => [key, statement[key]]));

const observed = (_session, old) => ({
  ...same(old, "armed_presence", "activity_status", "title_status", "workers_low", "workers_high", "programme", "programme_state"),
  ...same(old, "mercury", "women", "children", "displaced"),
  ...flags("exploitation", old.exploitation_modes),
  ...flags("extraction", old.extraction_types),
  ...flags("service", old.services),
  ...ranks("mineral", old.minerals),
});

function involved(session, old) {
  const known = old.actor_id && session.register.get("actors", String(old.actor_id));
  const actor = known ? { actor: known.id } : { actor_category: old.actor_category, actor_name: old.actor };
  const levy = same(old, "levy_base", "levy_unit", "levy_per");
  const amounts = { levy_low: number(old.levy_low), levy_high: number(old.levy_high) };
  return { ...actor, ...same(old, "chain_role", "frequency"), ...levy, ...amounts, ...flags("mode", old.modes) };
}

const gone = (_session, old) => ({
  ...same(old, "leg_kind", "mineral", "transport", "formal", "via"),
  to_text: old.to,
  volume_low: number(old.volume_low),
  volume_high: number(old.volume_high),
});

const gained = (_session, old) => same(old, "beneficiary_type", "link", "unspecified_reason");
const situated = (_session, old) => ({ ...same(old, "ddr_stage", "actor_category"), actor_name: old.actor, ...flags("area", old.areas) });

const number = (value) => (value === null || value === undefined || value === "" ? null : Number(value));
