// How operational modes are said in the halls, besides their labels.

/** mode → words by which it is found too. */
export const SAID_OF_MODES = {
  TAX_MINERAL: "taxe taxes taxent impôt kodi rançonnement prélèvement minerais",
  TAX_ENTRY: "jeton token entrée accès taxe d'entrée",
  TAX_COMMERCE: "taxe commerce boutiques marché",
  CONTROL_ROUTE: "barrière barrières barricade péage axe route",
  CONTROL_SITE: "contrôle occupe site",
  DIGGING: "creusent exploitent",
  FORCED_LABOUR: "salongo travail forcé",
  BUYING: "achète achètent achat",
  PREFINANCE: "crédit préfinance avance",
  DOUBLE_TAX: "tracasserie tracasseries",
  SMUGGLING: "contrebande magendo fraude",
  PROTECTION: "escorte protection",
  PILLAGE: "pille pillent vol",
  TAX_HOUSEHOLD: "lala salama effort de guerre",
  RANSOM: "rançon enlèvement kidnapping",
};
