// The workbook: its frame, then the element of each station.
import { FilonPosition } from "../table/position_element.js";
import { FilonSiteTable } from "../table/table_element.js";
import { FilonSitesToTreat } from "../table/treat_element.js";
import { FilonTree } from "../tree/tree_element.js";
import { FilonRemote } from "../wall/remote_element.js";
import { FilonAgenda } from "../workbook/agenda.js";
import { FilonComplete } from "../workbook/complete.js";
import { FilonPreparation } from "../workbook/preparation.js";
import { FilonRecommendations } from "../workbook/recommendations.js";
import { FilonWorkbook } from "../workbook/shell.js";

const ELEMENTS = {
  "filon-workbook": FilonWorkbook,
  "filon-remote": FilonRemote,
  "filon-tree": FilonTree,
  "filon-sites-to-treat": FilonSitesToTreat,
  "filon-site-table": FilonSiteTable,
  "filon-position": FilonPosition,
  "filon-preparation": FilonPreparation,
  "filon-agenda": FilonAgenda,
  "filon-recommendations": FilonRecommendations,
  "filon-complete": FilonComplete,
};
// Stations stand before the frame, which opens one as soon as it is there.
for (const [name, element] of Object.entries(ELEMENTS).reverse()) customElements.define(name, element);
// These stations are no part of the first screen: they come beside it, and are here when the link is gone.
import("../table/chain_element.js").then(({ FilonChain }) => customElements.define("filon-chain", FilonChain));
import("../adoption/adoption_element.js").then(({ FilonAdoption }) => customElements.define("filon-adoption", FilonAdoption));
