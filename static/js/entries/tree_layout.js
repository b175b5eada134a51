// Worker: computes the drawing of a tree beside the page, so that typing never waits for it.
import { drawnOf } from "../tree/drawn.js";

self.addEventListener("message", ({ data }) => {
  self.postMessage({ turn: data.turn, drawn: drawnOf(data.ask) });
});
