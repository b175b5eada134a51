// The workbook: its frame, then the element of each station.
import { FilonWorkbook } from "../workbook/shell.js";

const ELEMENTS = {
  "filon-workbook": FilonWorkbook,
};
// Stations stand before the frame, which opens one as soon as it is there.
for (const [name, element] of Object.entries(ELEMENTS).reverse()) customElements.define(name, element);
