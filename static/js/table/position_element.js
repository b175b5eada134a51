// <filon-position>: a small map on which one points at a site. Ground, towns and known places; no drag is needed.

import { fetchGround } from "../map/loader.js";
import { ORIGIN, pathOf } from "../map/outlines.js";
import { mercatorX, mercatorY } from "../map/projection.js";
import { atPixel, clampedView, framed, pixelOf, zoomed } from "./position_view.js";

const STEP = 16; // pixels of the cross for one arrow key
const KEYS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
const DOT = 3; // pixels
const TOWN_RANK = 3; // greater towns have a name

export class FilonPosition extends HTMLElement {
  open(session) {
    this.session = session;
    this.canvas = this.querySelector("canvas");
    this.frame = this.querySelector("[data-frame]");
    this.querySelector("details").addEventListener("toggle", (event) => event.target.open && this.begin());
    this.frame.addEventListener("click", (event) => this.pointed(event));
    this.frame.addEventListener("keydown", (event) => this.key(event));
    for (const button of this.querySelectorAll("[data-zoom]"))
      button.addEventListener("click", () => this.zoom(Number(button.dataset.zoom)));
  }

  /** The position as it stands, {longitude, latitude} or null. */
  set at(position) {
    this.position = position;
    if (this.view) this.draw();
  }

  async begin() {
    const { clientWidth, clientHeight } = this.frame;
    Object.assign(this.canvas, { width: clientWidth * devicePixelRatio, height: clientHeight * devicePixelRatio });
    this.size = { width: clientWidth, height: clientHeight };
    this.places = this.session.register.list("places").filter((place) => Number.isFinite(place.lon));
    this.towns = this.session.register.list("towns");
    this.view ??= framed(this.position ? [{ lon: this.position.longitude, lat: this.position.latitude }] : this.places, this.size);
    this.cross = { x: clientWidth / 2, y: clientHeight / 2 };
    this.draw();
    if (this.ground === undefined) {
      this.ground = await fetchGround(this.dataset.groundUrl).catch(() => null);
      this.water = this.ground?.water ? pathOf(this.ground.water.features) : null;
      this.draw();
    }
  }

  zoom(by) {
    this.view = zoomed(this.view, this.cross, by, this.size);
    this.draw();
  }

  pointed(event) {
    const box = this.frame.getBoundingClientRect();
    this.cross = { x: event.clientX - box.left, y: event.clientY - box.top };
    this.pick();
  }

  key(event) {
    const move = KEYS[event.code];
    const zoom = { "+": 1, "-": -1 }[event.key];
    if (move) this.move(move);
    else if (zoom) this.zoom(zoom);
    else if (event.code === "Enter" || event.code === "NumpadEnter") this.pick();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The cross walks; at the edge the map walks under it. */
  move([x, y]) {
    const { view, cross } = clampedView(this.view, { x: this.cross.x + x, y: this.cross.y + y }, this.size);
    Object.assign(this, { view, cross });
    this.draw();
  }

  pick() {
    const position = atPixel(this.view, this.cross);
    this.position = position;
    this.draw();
    this.dispatchEvent(new CustomEvent("picked", { detail: position }));
  }

  draw() {
    const ctx = this.canvas.getContext("2d");
    const token = (name) => getComputedStyle(this).getPropertyValue(name);
    ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    ctx.fillStyle = token("--map-land");
    ctx.fillRect(0, 0, this.size.width, this.size.height);
    if (this.water) this.fillWater(ctx, token("--map-water"));
    this.dots(ctx, this.places, token("--presence-unknown"));
    ctx.fillStyle = token("--map-label");
    ctx.font = `12px ${token("--font")}`;
    for (const town of this.towns) this.town(ctx, town);
    if (this.position) this.mark(ctx, pixelOf(this.view, this.position), token("--danger"));
    this.target(ctx, token("--action"));
  }

  fillWater(ctx, colour) {
    const { scale, left, top } = this.view;
    ctx.save();
    ctx.translate(ORIGIN.x * scale - left, ORIGIN.y * scale - top);
    ctx.scale(scale, scale);
    ctx.fillStyle = colour;
    ctx.fill(this.water, "evenodd");
    ctx.restore();
  }

  dots(ctx, rows, colour) {
    ctx.fillStyle = colour;
    const { scale, left, top } = this.view;
    for (const { lon, lat } of rows)
      ctx.fillRect(mercatorX(lon) * scale - left - DOT / 2, mercatorY(lat) * scale - top - DOT / 2, DOT, DOT);
  }

  town(ctx, { name, lon, lat, rank }) {
    const { x, y } = pixelOf(this.view, { longitude: lon, latitude: lat });
    if (rank > TOWN_RANK || x < 0 || y < 0 || x > this.size.width || y > this.size.height) return;
    ctx.fillRect(x - 2, y - 2, 4, 4);
    ctx.fillText(name, x + 5, y + 4);
  }

  mark(ctx, { x, y }, colour) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = 2.5;
    ctx.beginPath();
    ctx.arc(x, y, 7, 0, 2 * Math.PI);
    ctx.stroke();
  }

  target(ctx, colour) {
    const { x, y } = this.cross;
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    for (const [fromX, fromY, toX, toY] of [
      [x - 9, y, x + 9, y],
      [x, y - 9, x, y + 9],
    ]) {
      ctx.moveTo(fromX, fromY);
      ctx.lineTo(toX, toY);
    }
    ctx.stroke();
  }
}
