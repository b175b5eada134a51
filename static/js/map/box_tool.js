// Draws a box on the map: two clicks, or one drag; on the keyboard Enter takes what the map shows.

/** Calls `done([west, south, east, north])` once; Escape gives up. */
export class BoxTool {
  constructor(map, frame, done, ended) {
    this.map = map;
    this.frame = frame;
    this.done = done;
    this.ended = ended;
    this.first = null;
    this.active = false;
    this.handlers = {
      pointerdown: (event) => this.press(event),
      pointermove: (event) => this.move(event),
      pointerup: (event) => this.lift(event),
      keydown: (event) => this.key(event),
    };
  }

  start() {
    if (this.active) return;
    this.active = true;
    this.map.dragging.disable();
    const box = this.map.getContainer();
    for (const [name, handler] of Object.entries(this.handlers)) box.addEventListener(name, handler, true);
    box.classList.add("is-drawing");
    box.focus();
  }

  stop() {
    if (!this.active) return;
    this.active = false;
    this.first = null;
    this.frame.hidden = true;
    this.map.dragging.enable();
    const box = this.map.getContainer();
    for (const [name, handler] of Object.entries(this.handlers)) box.removeEventListener(name, handler, true);
    box.classList.remove("is-drawing");
    this.ended();
  }

  press(event) {
    if (event.target.closest("button, a, .float")) return;
    event.preventDefault();
    event.stopPropagation();
    const point = this.map.mouseEventToContainerPoint(event);
    if (this.first) this.finish(point);
    else this.first = point;
  }

  move(event) {
    if (!this.first) return;
    const point = this.map.mouseEventToContainerPoint(event);
    const style = this.frame.style;
    this.frame.hidden = false;
    style.left = `${Math.min(point.x, this.first.x)}px`;
    style.top = `${Math.min(point.y, this.first.y)}px`;
    style.width = `${Math.abs(point.x - this.first.x)}px`;
    style.height = `${Math.abs(point.y - this.first.y)}px`;
  }

  /** A drag ends here; a click waits for the second corner. */
  lift(event) {
    if (!this.first) return;
    const point = this.map.mouseEventToContainerPoint(event);
    if (point.distanceTo(this.first) > 8) this.finish(point);
  }

  key(event) {
    if (event.key === "Escape") this.stop();
    if (event.key !== "Enter") return;
    event.preventDefault();
    const size = this.map.getSize();
    this.first = { x: 0, y: 0 };
    this.finish({ x: size.x, y: size.y });
  }

  finish(point) {
    const a = this.map.containerPointToLatLng([this.first.x, this.first.y]);
    const b = this.map.containerPointToLatLng([point.x, point.y]);
    const box = [Math.min(a.lng, b.lng), Math.min(a.lat, b.lat), Math.max(a.lng, b.lng), Math.max(a.lat, b.lat)];
    this.stop();
    if (box[0] < box[2] && box[1] < box[3]) this.done(box.map((edge) => Math.round(edge * 1e4) / 1e4));
  }
}
