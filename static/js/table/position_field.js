// The position of a site: coordinates as they are pasted, or a point on the small map.

import { positionText, readPosition } from "./coordinates.js";
import { knownPlace } from "./registers.js";

const DIGITS = 1e6; // of degrees: a tenth of a metre

export class PositionField {
  constructor(box, source, table) {
    Object.assign(this, { box, source, table, session: table.session, words: table.words, field: box.querySelector("input") });
    this.field.id = "sheet-position";
    box.querySelector("label").htmlFor = this.field.id;
    this.field.addEventListener("change", () => this.read());
    const picker = box.querySelector("filon-position");
    picker?.addEventListener("picked", (event) => this.set(event.detail, "MAP_POINTED", ""));
    this.picker = picker;
    picker?.open(this.session);
  }

  read() {
    const said = this.field.value.trim();
    const at = said ? readPosition(said) : null;
    const wrong = Boolean(said) && !at;
    this.field.setAttribute("aria-invalid", String(wrong));
    this.box.querySelector("[data-error]").hidden = !wrong;
    if (at) this.set(at, "GPS_SITE", said);
    else if (!said) this.write({ lon: null, lat: null, precision: null, position_said: null });
  }

  set({ longitude, latitude }, precision, said) {
    const round = (value) => Math.round(value * DIGITS) / DIGITS;
    this.write({ lon: round(longitude), lat: round(latitude), precision, position_said: said || null });
  }

  write(values) {
    this.session.book.set("places", this.source.ensure(), values);
  }

  show() {
    const place = this.source.entry() ?? {};
    const known = knownPlace(this.session, place.ref);
    const at = Number.isFinite(place.lon) && Number.isFinite(place.lat) ? place : Number.isFinite(known?.lon) ? known : null;
    const words = at
      ? positionText(
          { longitude: at.lon, latitude: at.lat },
          ["N", "S", "E", "W"].map((letter) => this.words(`compass.${letter}`)),
        )
      : "";
    if (document.activeElement !== this.field && this.field.getAttribute("aria-invalid") !== "true") this.field.value = words;
    this.box.querySelector("[data-known]").hidden = !at || at !== known;
    if (this.picker) this.picker.at = at ? { longitude: at.lon, latitude: at.lat } : null;
  }
}
