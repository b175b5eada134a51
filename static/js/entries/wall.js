// The page for the projector.
import { FilonWall } from "../wall/wall_element.js";

customElements.define("filon-wall", FilonWall);
