// A form with a position: the map beside it.
import { FilonPoint } from "../map/point_element.js";

customElements.define("filon-point", FilonPoint);
