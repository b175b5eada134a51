"""Invented recommendations and objectives of rooms, and their réserves."""

from dataclasses import dataclass

from claims.codes import Disclosure
from workshops.codes import ActionLevel, Horizon, RecommendationType

R = RecommendationType
NATIONAL, LOCAL, REGIONAL = ActionLevel.NATIONAL, ActionLevel.LOCAL, ActionLevel.REGIONAL


@dataclass(frozen=True)
class Advice:
    """One recommendation; `of_division` is asked of the province's own division. Causes and places are keys."""

    type: str
    text: str
    causes: str
    addressee: str = "Comité fictif de suivi"
    level: str = ActionLevel.PROVINCIAL
    horizon: str = Horizon.MEDIUM
    of_division: bool = False
    places: str = ""
    agreement: str = "CONSENSUS"
    disclosure: str = Disclosure.PLENARY


@dataclass(frozen=True)
class Goal:
    """An invented objective: what should hold in place of the card with that key."""

    text: str
    cause: str


LAKE = (
    Advice(R.DDR_RECOVERY, "Accompagner les démobilisés dans les villages miniers.", "c21 c211", of_division=True),
    Advice(
        R.DDR_DISARM,
        "Ouvrir un site de regroupement pour le Groupe armé A, avec des garanties.",
        "c21 e4",
        "Programme fictif de désarmement",
        NATIONAL,
        Horizon.SHORT,
    ),
    Advice(
        R.TRACE_GOLD,
        "Ouvrir un point d’achat d’or avec reçu au Marché fictif Soko.",
        "c3 c31",
        horizon=Horizon.SHORT,
        places="soko nyota tai",
    ),
    Advice(
        R.TRACE_GOLD,
        "Étendre à l’or la chaîne tracée qui existe pour l’étain.",
        "c3 c311",
        "Service fictif H",
        NATIONAL,
        Horizon.LONG,
    ),
    Advice(
        R.FORMAL_ZEA,
        "Créer une zone d’exploitation artisanale viable.",
        "c4 c41",
        "Ministère fictif des mines",
        NATIONAL,
        places="wingu",
    ),
    Advice(
        R.DEMILITARISE,
        "Retirer les barrières illégales des axes miniers.",
        "e1",
        "Commission fictive",
        places="kizuizi njia",
    ),
    Advice(
        R.INFRA,
        "Réhabiliter la piste de Nyunzu avant la saison des pluies.",
        "c11 e31",
        "Office fictif des routes",
        LOCAL,
    ),
    Advice(
        R.CHILD_PROT,
        "Rouvrir l’école du site fictif Mpunga-19.",
        "e21",
        "Division fictive de l’éducation",
        LOCAL,
        places="mpunga",
    ),
    Advice(
        R.REGIONAL,
        "Contrôler les embarquements des deux côtés du lac.",
        "c32",
        "Comité fictif du lac",
        REGIONAL,
        Horizon.LONG,
        agreement="MAJORITY",
        places="bandari",
    ),
    Advice(
        R.JUSTICE,
        "Enquêter sur les prélèvements de la Force fictive F.",
        "c12",
        "Auditorat fictif",
        disclosure=Disclosure.GROUP_ONLY,
    ),
)
RIVER = (
    Advice(
        R.DDR_DEMOB,
        "Désarmer ensemble les groupes d’autodéfense voisins, village par village.",
        "c31 c311",
        "Programme fictif de désarmement",
        NATIONAL,
        places="twiga embe",
    ),
    Advice(R.DDR_STAB, "Donner la priorité aux sites où les armes ont été déposées.", "c31", of_division=True),
    Advice(
        R.TRACE_GOLD,
        "Tester un sac scellé pour l’or entre Kasongo et le Comptoir fictif Nuru.",
        "c42 c4",
        horizon=Horizon.SHORT,
        places="kijiji nuru",
    ),
    Advice(
        R.FORMAL_COOP,
        "Ramener la carte de creuseur à un prix payable.",
        "c11",
        "Ministère provincial fictif des mines",
        horizon=Horizon.SHORT,
    ),
    Advice(
        R.ANTI_FRAUD,
        "Suspendre les dragues sans titre.",
        "c2 e1",
        "Cadastre fictif",
        agreement="MAJORITY",
        places="samaki nanasi",
    ),
    Advice(R.FISCAL, "Réunir les taxes du trajet en un guichet unique.", "c41 e3", "Régie provinciale fictive"),
    Advice(
        R.DIALOGUE,
        "Relever les limites des chefferies avec elles.",
        "c51 e2",
        "Comité fictif de dialogue",
        LOCAL,
        Horizon.LONG,
    ),
    Advice(R.ENVIRONMENT, "Analyser l’eau du fleuve chaque saison.", "e1 e11", "Service fictif de l’environnement"),
)
HILLS = (
    Advice(R.DIALOGUE, "Réunir la société, les creuseurs et la chefferie.", "c1 c11", "", LOCAL),
    Advice(R.TRACE_3T, "", "c2"),
)
GOALS = {
    "lake": (
        Goal("Les démobilisés ont un métier et un outil dans leur village.", "c21"),
        Goal("L’or s’achète sur place, avec un reçu.", "c31"),
        Goal("Des zones d’exploitation artisanale sont ouvertes là où l’on creuse.", "c4"),
    ),
    "river": (
        Goal("Les groupes d’autodéfense voisins ont déposé les armes ensemble.", "c31"),
        Goal("L’or artisanal part dans un sac scellé.", "c42"),
    ),
}
ADVICE = {"lake": LAKE, "river": RIVER, "hills": HILLS}
RESERVES: dict[str, tuple[tuple[str, str], ...]] = {
    "lake": (
        ("places/kunde", "Deux personnes disent que l’acheteur n’est pas le groupe, mais un négociant."),
        ("places/tangawizi", "Le groupe demande que cette ligne reste au secrétariat."),
        ("", "La société civile regrette que les femmes creuseuses n’aient pas été invitées."),
    ),
    "river": (
        ("places/njiwa", "La moitié du groupe ne connaît pas ce site."),
        ("recommendations/4", "Les exploitants de dragues ne signent pas cette recommandation."),
    ),
}
"""What a réserve is about, and its words."""
