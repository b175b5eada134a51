// The map page: its elements, the page's own frame first.
import { FilonChips } from "../map/chips_element.js";
import { FilonFilters } from "../map/filters_element.js";
import { FilonColour, FilonLegend } from "../map/legend_element.js";
import { FilonBeside, FilonList } from "../map/list_element.js";
import { FilonMap } from "../map/map_element.js";
import { FilonPanel } from "../map/panel_element.js";
import { FilonPrint } from "../map/print_element.js";
import { FilonChanges, FilonSince } from "../map/since_element.js";
import { FilonTimeline } from "../map/timeline_element.js";
import { FilonView } from "../map/view_element.js";

const ELEMENTS = {
  "filon-view": FilonView,
  "filon-map": FilonMap,
  "filon-filters": FilonFilters,
  "filon-chips": FilonChips,
  "filon-colour": FilonColour,
  "filon-legend": FilonLegend,
  "filon-list": FilonList,
  "filon-beside": FilonBeside,
  "filon-panel": FilonPanel,
  "filon-timeline": FilonTimeline,
  "filon-since": FilonSince,
  "filon-changes": FilonChanges,
  "filon-print": FilonPrint,
};
for (const [name, element] of Object.entries(ELEMENTS)) customElements.define(name, element);
