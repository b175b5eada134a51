// A statement of the last round in one line, worded as the cells are; kinds that have no cell as the server words them.

import { contentOf } from "./last_round.js";
import { actorName, benefitText, legText, levyText, lowered, natureWords } from "./wording.js";

const codesIn = (content, name) => Object.keys(content).flatMap((key) => (key.startsWith(`${name}:`) ? [key.slice(name.length + 1)] : []));

const WORDING = {
  OBSERVATION({ words }, content) {
    const presence = content.armed_presence ? words.label("armed_presence", content.armed_presence) : "";
    const nature = {
      kind: null,
      armed_presence: null,
      title_status: content.title_status,
      activity_status: content.activity_status,
      minerals: codesIn(content, "mineral"),
      exploitation: codesIn(content, "exploitation"),
      extraction: codesIn(content, "extraction"),
      unread: [],
    };
    return [presence, natureWords(words, nature)].filter(Boolean).join(" · ");
  },
  INVOLVEMENT(session, content) {
    const modes = codesIn(content, "mode").map((mode) => lowered(session.words.label("mode", mode)));
    const acts = [...modes, levyText(session.words, content)].filter(Boolean).join(", ");
    return session.words("update.actor", { name: actorName(session, content), acts: acts || session.words("table.mode_missing") });
  },
  LEG: (session, content) => legText(session, content),
  BENEFIT: (session, content) => benefitText(session, content),
};

/** "Groupe armé A : taxation à l’entrée du site (jeton), 300 FC par creuseur, par semaine" */
export function wordsOf(session, statement) {
  const worded = WORDING[statement.kind]?.(session, contentOf(session, statement, "UNCHANGED"));
  const { headline = "", facts = [] } = statement.words ?? {};
  return worded || facts.map(([, text]) => text).join(" · ") || headline;
}
