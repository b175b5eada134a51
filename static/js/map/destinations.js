// Where a stop lies that was only named: a place on the reader's map, one of its other names, or a town of the ground.

import { fold } from "./search.js";

const ONE_SPOT = 0.05; // degrees, about 5 km: a selling point in the middle of its town is no second answer

/** Every position that a spelling-folded name may stand for. */
function spotsByName(places, towns) {
  const spots = new Map();
  const add = (name, lon, lat) => {
    const folded = fold(name);
    if (!folded || Number.isNaN(lon)) return;
    if (!spots.has(folded)) spots.set(folded, []);
    spots.get(folded).push({ lon, lat });
  };
  places.name.forEach((name, row) => {
    const names = [name, ...(places.alias[row] ?? "").split("\n")];
    for (const each of new Set(names)) add(each, places.lon[row], places.lat[row]);
  });
  for (const [name, lon, lat] of towns) add(name, lon, lat);
  return spots;
}

export class Destinations {
  constructor() {
    this.towns = [];
  }

  /** `towns` [[name, lon, lat, rank]], as the ground has them. */
  setTowns(towns) {
    this.towns = towns;
    this.spots = null;
  }

  setPlaces(places) {
    this.places = places;
    this.spots = null;
  }

  /** The position {lon, lat} of a name; null where nothing is known by it, or several things far apart. */
  find(name) {
    if (!this.places || !name) return null;
    this.spots ??= spotsByName(this.places, this.towns);
    const [first, ...others] = this.spots.get(fold(name)) ?? [];
    if (!first) return null;
    const near = others.every(({ lon, lat }) => Math.abs(lon - first.lon) < ONE_SPOT && Math.abs(lat - first.lat) < ONE_SPOT);
    return near ? first : null;
  }
}
