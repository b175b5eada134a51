// <filon-filters>: one group per filter with live counts, the search box, and "more filters".

import { DateGroup } from "./date_group.js";
import { FilterGroup } from "./filter_group.js";
import { Part } from "./part.js";

export class FilonFilters extends Part {
  setup() {
    this.groups = [];
    this.search = this.one("[data-search]");
    this.search.value = this.model.view.q;
    this.search.addEventListener("input", () => this.model.change({ q: this.search.value }));
    this.ghosts = this.one("[data-ghosts]");
    this.ghosts.checked = this.model.view.ghosts;
    this.ghosts.addEventListener("change", () => this.model.change({ ghosts: this.ghosts.checked }));
    this.addEventListener("submit", (event) => event.preventDefault());
    this.on("loaded", () => this.groups.length || this.furnish());
    this.on("filtered", () => this.update());
    this.on("claims", () => this.baseline());
    this.on("view", (event) => event.detail.has("q") && document.activeElement !== this.search && this.catchUp());
  }

  /** The groups are made once the map is drawn: hundreds of boxes would hold it up. */
  furnish() {
    const first = this.one("[data-first]");
    const rest = this.one("[data-rest]");
    this.groups = this.model.catalogue.map((filter) => this.group(filter)).filter(Boolean);
    for (const group of this.groups) (group.filter.first ? first : rest).append(group.element);
    this.groups.forEach((group, at) => {
      group.element.open = at < 2 || Boolean(this.model.view.filters[group.filter.key]);
    });
    this.one("[data-more]").hidden = rest.children.length === 0;
    this.one("[data-more]").addEventListener("click", () => this.more(rest));
    if (this.groups.some((group) => !group.filter.first && this.model.view.filters[group.filter.key])) this.more(rest);
  }

  group(filter) {
    if (filter.type === "date") return new DateGroup(filter, this.model);
    return filter.options?.length ? new FilterGroup(filter, this.model) : null;
  }

  catchUp() {
    this.search.value = this.model.view.q;
  }

  more(rest) {
    rest.hidden = !rest.hidden;
    this.one("[data-more]").setAttribute("aria-expanded", String(!rest.hidden));
  }

  /** What nobody ever said need not be offered in long lists. */
  baseline() {
    for (const group of this.groups) group.baseline?.(this.model.baseline[group.filter.key]);
  }

  update() {
    for (const group of this.groups) group.update(this.model.result.counts);
  }
}
