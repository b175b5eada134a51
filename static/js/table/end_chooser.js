// Where a leg of the sheet ends: a place of the workbook, a known town, or the words that were said.

import { Chooser } from "./chooser.js";
import { ends } from "./column_modes.js";
import { legEnd } from "./wording.js";

export class EndChooser extends Chooser {
  options(typed) {
    return typed.trim() ? [{ options: ends(this.model, typed.trim(), {}) }] : [];
  }

  choose(value) {
    const { to_id = null, to_text = null } = value?.leg ?? {};
    this.session.book.set(this.source.root, this.source.ensure(), { to: to_id, to_text });
  }

  text(entry) {
    return legEnd(this.session, entry);
  }
}
