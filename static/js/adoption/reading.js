// What is read back of a site: its nature, the presence, who does what, where it goes; of the plenary's part alone.

import { leastOf } from "./pages.js";

const PAST = new Set(["ENDED", "WRONG", "NOT_KNOWN"]); // answers to the last round that are no statement of today
const KINDS = ["observations", "involvements", "legs", "benefits"];

const all = (rows, key) => [...new Set(rows.flatMap((row) => row[key] ?? []))].filter(Boolean);

/** Sites of `rows` (records of the plenary's part, by place) of which something is read; `reserves`: what réserves are about. */
export function sitesOf(rows, reserves = []) {
  return rows.map((row) => siteOf(row, reserves)).filter(Boolean);
}

function siteOf(row, reserves) {
  const [observations, involvements, legs, benefits] = KINDS.map((kind) => (row[kind] ?? []).filter((it) => !PAST.has(it.since_last_round)));
  const said = [...observations, ...involvements, ...legs, ...benefits];
  if (!said.length) return null;
  const marks = new Set([`places/${row.id}`, ...KINDS.flatMap((kind) => (row[kind] ?? []).map(({ id }) => `${kind}/${id}`))]);
  const minerals = [...new Set([...(row.minerals ?? []), ...all(observations, "minerals")])];
  const site = {
    id: row.id,
    label: row.label ?? "",
    name: row.name || row.label || "",
    territoire: row.territoire ?? "",
    nature: {
      kind: row.kind ?? "MINE_SITE",
      exploitation: all(observations, "exploitation"),
      minerals,
      extraction: all(observations, "extraction"),
      title: all(observations, "title_status")[0] ?? "",
    },
    presence: all(observations, "armed_presence"),
    lines: [
      ...involvements.map(lineOfActor),
      ...legs.map((leg) => ({ leg: leg.mineral ?? "", end: leg.end ?? "" })),
      ...benefits.map((it) => ({ gain: it.beneficiary_type ?? "", why: it.unspecified_reason ?? "" })),
    ],
    agreement: leastOf(all(said, "agreement")),
    reserves: reserves.filter((about) => marks.has(about)).length,
    adopted: row.adopted ?? "",
  };
  return tells(site) ? site : null;
}

/** A site that would stand there with an empty row tells that something is kept back. */
const tells = ({ nature, presence, lines }) =>
  presence.length > 0 || lines.length > 0 || [nature.exploitation, nature.minerals, nature.extraction].some((codes) => codes.length) || nature.title !== "";

const figure = (value) => (value === null || value === undefined || value === "" ? null : Number(value));

function lineOfActor({ actor, actor_category, modes, chain_role, frequency, ...it }) {
  const levy = figure(it.levy_low) ?? figure(it.levy_high);
  return {
    actor: actor ?? "",
    category: actor_category ?? "",
    modes: modes ?? [],
    role: chain_role ?? "",
    frequency: frequency ?? "",
    levy: levy === null ? null : { low: figure(it.levy_low), high: figure(it.levy_high), unit: it.levy_unit ?? "", base: it.levy_base ?? "", per: it.levy_per ?? "" },
  };
}
