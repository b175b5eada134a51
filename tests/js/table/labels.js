// The labels of the lists as the pages have them, read from the design's own tables in the templates' language: French.

import { readFileSync } from "node:fs";

const LISTS = JSON.parse(readFileSync(new URL("./labels.json", import.meta.url)));

/** [[code, label]…] of a list. */
export const codesOf = (list) => LISTS[list] ?? [];
