// Where a statement may be read: what somebody chose, else what follows from it. The projection judges by the same rules.

import { actorCategory } from "./wording.js";

const PLENARY = "PLENARY";
const GROUP_ONLY = "GROUP_ONLY";

/** Actors of the State and close to it: what is said of them stays in the group unless the room chooses otherwise. */
const ABOUT_STATE = new Set(["STATE_ARMED", "STATE_CIVIL", "PARASTATAL", "STATE_COMPANY", "PARK_GUARD", "VDP", "CUSTOMARY"]);

/** True where silence means: not for the plenary. All benefits, and actors of the State or of no category. */
function isKeptBack(session, root, entry) {
  if (root === "benefits") return true;
  if (root !== "involvements") return false;
  const category = actorCategory(session, entry);
  return !category || ABOUT_STATE.has(category);
}

/** "PLENARY" or "GROUP_ONLY". What a single participant said, and what is for the secretariat, is never for the plenary. */
export function toldOf(session, root, entry) {
  if (entry.agreement === "SINGLE" || entry.sensitivity === "SEVERE") return GROUP_ONLY;
  return entry.disclosure || (isKeptBack(session, root, entry) ? GROUP_ONLY : PLENARY);
}

/** True when nobody can choose: the rule is stronger. */
export const isFixed = (entry) => entry.agreement === "SINGLE" || entry.sensitivity === "SEVERE";
