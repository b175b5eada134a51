// The dictionaries and the catalogue of filters that go with the synthetic layers.
const named = (codes) => codes.map((code) => [code, code.toLowerCase()]);
export const PRESENCE = [
  ["PRESENT_INT", "Avec ingérence"],
  ["PRESENT_NO_INT", "Sans ingérence vue"],
  ["PRESENT_NO_DATA", "Ingérence non connue"],
  ["ABSENT", "Cherché, pas vue"],
  ["NO_DATA", "Pas d’information"],
];
export const MINERAL = [
  ["GOLD", "Or"],
  ["CASSITERITE", "Cassitérite"],
  ["COLTAN", "Coltan (colombo-tantalite)"],
  ["WOLFRAMITE", "Wolframite"],
  ["DIAMOND", "Diamant"],
  ["COPPER", "Cuivre"],
];
export const ACTIVITY = [
  ["ACTIVE", "En activité"],
  ["ABANDONED", "Abandonné"],
  ["SUSPENDED", "Suspendu"],
];
export const QUALIFICATION = [
  ["NONE", "Aucune qualification"],
  ["GREEN", "Vert – validé"],
  ["YELLOW", "Jaune – provisoire"],
  ["RED", "Rouge – non validé"],
];
const options = (dict) => dict.map(([code, label], value) => ({ value, code, label }));

/** The catalogue of filters that goes with the layers. */
export function catalogue() {
  const territoires = Array.from({ length: 13 }, (_, index) => [`T${index}`, `Territoire ${index}`]);
  return [
    { key: "mineral", kind: "observation", column: "mineral", type: "bitmask", label: "Minerai", first: true, options: options(MINERAL) },
    {
      key: "presence",
      kind: "state",
      column: "presence",
      type: "choice",
      label: "Présence armée",
      first: true,
      options: options(PRESENCE),
    },
    {
      key: "actor",
      kind: "involvement",
      column: "actor",
      type: "choice",
      label: "Acteur",
      first: true,
      options: options(named(Array.from({ length: 40 }, (_, index) => `ACTEUR${index}`))),
    },
    {
      key: "territoire",
      kind: "place",
      column: "territoire",
      type: "choice",
      label: "Territoire",
      first: true,
      options: options(territoires),
    },
    { key: "date", kind: "claim", column: null, type: "date", label: "Date", first: true, options: [] },
    {
      key: "round",
      kind: "observation",
      column: "round",
      type: "choice",
      label: "Mise à jour",
      first: true,
      options: options(named(["R2014", "R2019", "R2024"])),
    },
    {
      key: "mode",
      kind: "involvement",
      column: "mode",
      type: "list",
      label: "Mode opératoire",
      options: options(named(Array.from({ length: 40 }, (_, index) => `MODE${index}`))),
    },
    {
      key: "qualification",
      kind: "state",
      column: "qualification",
      type: "choice",
      label: "Qualification",
      options: options(QUALIFICATION),
    },
    { key: "activity", kind: "observation", column: "activity", type: "choice", label: "Activité", options: options(ACTIVITY) },
    {
      key: "province",
      kind: "place",
      column: "province",
      type: "choice",
      label: "Province",
      options: options([
        ["CD74", "Tanganyika"],
        ["CD63", "Maniema"],
      ]),
    },
  ];
}
