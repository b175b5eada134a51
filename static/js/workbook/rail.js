// The rail of stations: which is open, how much is there, what is missing.
import { writeAddress } from "./address.js";

const AROUND = 56.5; // length of the dial's circle

export class Rail {
  /** `nav` holds one link per station with data-station; `elements` names the element of each station that exists. */
  constructor(nav, elements) {
    Object.assign(this, { nav, elements });
    this.links = new Map([...nav.querySelectorAll("[data-station]")].map((link) => [link.dataset.station, link]));
    for (const [name, link] of this.links) link.hidden = !elements.has(name);
    this.names = [...this.links.keys()].filter((name) => elements.has(name));
  }

  address(workshop) {
    for (const [station, link] of this.links) link.href = writeAddress({ workshop, station });
  }

  open(station) {
    for (const [name, link] of this.links) {
      link.removeAttribute("aria-current");
      if (name !== station) continue;
      link.setAttribute("aria-current", "step");
      link.scrollIntoView({ block: "nearest", inline: "center" });
    }
  }

  nameOf(station) {
    return this.links.get(station)?.querySelector("[data-name]").textContent ?? "";
  }

  refresh(session) {
    for (const name of this.names) {
      const summary = customElements.get(this.elements.get(name))?.summary?.(session) ?? {};
      this.draw(this.links.get(name), summary, session.words);
    }
  }

  draw(link, { text = "", missing = 0, part = null }, words) {
    const line = link.querySelector("small");
    const lacks = missing ? words("rail.missing", { n: missing }) : "";
    line.textContent = [text, lacks].filter(Boolean).join(" · ") || words("rail.nothing");
    line.classList.toggle("missing", Boolean(missing));
    const dial = link.querySelector("[data-part]");
    dial.setAttribute("stroke-dasharray", `${(part ?? 0) * AROUND} ${AROUND}`);
    dial.toggleAttribute("hidden", !part || part >= 1);
    link.classList.toggle("is-done", part >= 1 && !missing);
    link.title = `${link.querySelector("[data-name]").textContent} – ${line.textContent}`;
  }
}
