// Towns with the zoom from which they are worth a name; the source gives no population, so seats decide.
import { inBox } from "./geometry.mjs";
import { FOCUS, WINDOW } from "./window.mjs";

const SPELT = { Baudhuinville: "Moba", "Bandundu Province": "Bandundu" };
const RANKS = [
  // 1: capitals and the largest towns
  {
    CD: ["Kinshasa", "Lubumbashi", "Kisangani", "Mbuji-Mayi", "Kananga", "Goma", "Bukavu", "Kalemie", "Kindu"],
    BI: ["Bujumbura"],
    RW: ["Kigali"],
    UG: ["Kampala"],
    CG: ["Brazzaville"],
    AO: ["Luanda"],
    CF: ["Bangui"],
    SS: ["Juba"],
    CM: ["Yaoundé"],
  },
  // 2: seats of provinces and of the territoires of Tanganyika and Maniema, towns across the border that people name
  {
    CD: [
      "Bandundu",
      "Boende",
      "Bunia",
      "Buta",
      "Gbadolite",
      "Gemena",
      "Inongo",
      "Isiro",
      "Kabinda",
      "Kamina",
      "Kikwit",
      "Kolwezi",
      "Lisala",
      "Lusambo",
      "Matadi",
      "Mbandaka",
      "Tshikapa",
      "Kongolo",
      "Kabalo",
      "Manono",
      "Moba",
      "Nyunzu",
      "Kasongo",
      "Kampene",
    ],
    TZ: ["Kigoma", "Sumbawanga"],
    BI: ["Gitega"],
    ZM: ["Mpulungu", "Ndola", "Kitwe"],
  },
  // 3: other towns that people name
  {
    CD: ["Uvira", "Butembo", "Beni", "Likasi", "Pweto", "Malemba-Nkulu", "Lubero", "Rutshuru", "Lodja", "Bukama", "Ilebo", "Boma", "Bumba"],
    RW: ["Gisenyi", "Cyangugu"],
    ZM: ["Mbala"],
  },
];

const rankOf = (name, country) => {
  const at = RANKS.findIndex((towns) => towns[country]?.includes(name));
  if (at >= 0) return at + 1;
  return country === "CD" ? 4 : 5;
};

/** [[name, lon, lat, rank]…], the most important first; abroad only what is ranked or stands in the focus. */
export function townsOf(cities) {
  const towns = cities
    .map(({ name, lng, lat, country }) => ({ name: SPELT[name] ?? name, country, at: [Number(lng), Number(lat)] }))
    .map((town) => ({ ...town, rank: rankOf(town.name, town.country) }))
    .filter(({ at, rank }) => inBox(at, rank < 5 ? WINDOW : FOCUS));
  const round = (value) => Math.round(value * 1000) / 1000;
  return towns
    .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, "fr"))
    .map(({ name, at, rank }) => [name, round(at[0]), round(at[1]), rank]);
}
