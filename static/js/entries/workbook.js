// The workbook: its frame, then the element of each station.
import { FilonTree } from "../tree/tree_element.js";
import { FilonWorkbook } from "../workbook/shell.js";

const ELEMENTS = {
  "filon-workbook": FilonWorkbook,
  "filon-tree": FilonTree,
};
// Stations stand before the frame, which opens one as soon as it is there.
for (const [name, element] of Object.entries(ELEMENTS).reverse()) customElements.define(name, element);
