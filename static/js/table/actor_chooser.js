// Which actor a statement of the sheet is about.

import { Chooser } from "./chooser.js";
import { actorsColumn } from "./column_actors.js";
import { actorName } from "./wording.js";

export class ActorChooser extends Chooser {
  options(typed) {
    return actorsColumn.options(this.model, null, typed);
  }

  choose(actor) {
    this.model.writer.setActor(this.source.root, this.source.ensure(), actor ?? {});
  }

  text(entry) {
    return entry.actor || entry.actor_name || entry.actor_category ? actorName(this.session, entry) : "";
  }
}
