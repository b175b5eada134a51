"""Invented problem trees and recommendations."""

from dataclasses import dataclass
from typing import Any

from claims.codes import Disclosure
from workshops.codes import ActionLevel, CauseTheme, Horizon, RecommendationType, TreeSide

CAUSE, EFFECT = TreeSide.CAUSE, TreeSide.EFFECT
GROUP = Disclosure.GROUP_ONLY
T, R = CauseTheme, RecommendationType


@dataclass(frozen=True)
class Branch:
    """One node; without a parent it is the core problem, at the trunk it names its side."""

    key: str
    parent: str
    text: str
    theme: str = ""
    side: str = ""
    disclosure: str = Disclosure.PLENARY

    def fields(self) -> dict[str, Any]:
        """What the service that adds a node takes."""
        return {"text": self.text, "theme": self.theme, "side": self.side, "disclosure": self.disclosure}


@dataclass(frozen=True)
class Advice:
    """One recommendation; `of_division` is asked of the province's own division."""

    type: str
    text: str
    causes: tuple[str, ...]
    addressee: str = "Comité fictif de suivi"
    level: str = ActionLevel.PROVINCIAL
    horizon: str = Horizon.MEDIUM
    of_division: bool = False


LAKE = (
    Branch("core", "", "Les groupes armés vivent des sites miniers"),
    Branch("c1", "core", "Les sites sont sans services de l’État", T.STATE_ABSENCE, CAUSE),
    Branch("c11", "c1", "Les pistes sont coupées six mois par an", T.INFRA),
    Branch("c12", "c1", "Les agents ne sont pas payés", T.GOVERNANCE, disclosure=GROUP),
    Branch("c2", "core", "Les jeunes n’ont pas d’autre revenu", T.POVERTY, CAUSE),
    Branch("c21", "c2", "Les démobilisés n’ont pas été accompagnés", T.DDR_GAP),
    Branch("c3", "core", "L’or quitte la zone sans trace", T.TRACEABILITY, CAUSE),
    Branch("c31", "c3", "Aucun comptoir n’achète sur place", T.PRICE),
    Branch("c32", "c3", "Les frontières du lac sont ouvertes", T.CROSS_BORDER),
    Branch("c4", "core", "Peu de zones d’exploitation artisanale", T.TITLES, CAUSE),
    Branch("e1", "core", "Les barrières se multiplient", T.TAXATION, EFFECT),
    Branch("e11", "e1", "Le prix de la nourriture monte"),
    Branch("e2", "core", "Des villages se vident", T.DISPLACEMENT, EFFECT),
    Branch("e21", "e2", "Les enfants quittent l’école pour les puits", T.GENDER_CHILD),
    Branch("e3", "core", "La province perd ses recettes", "", EFFECT),
)
RIVER = (
    Branch("core", "", "L’exploitation de l’or entretient l’insécurité"),
    Branch("c1", "core", "Les coopératives sont faibles", T.FORMALISATION, CAUSE),
    Branch("c11", "c1", "Les cartes de creuseur coûtent trop cher", T.FORMALISATION),
    Branch("c2", "core", "Des dragues travaillent sans titre", T.TITLES, CAUSE),
    Branch("c21", "c2", "Les plaintes restent sans suite", T.IMPUNITY, disclosure=GROUP),
    Branch("c3", "core", "Des armes circulent depuis les conflits passés", T.ARMS, CAUSE),
    Branch("e1", "core", "Le fleuve est pollué", T.ENVIRONMENT, EFFECT),
    Branch("e2", "core", "Les communautés se méfient les unes des autres", T.IDENTITY, EFFECT),
    Branch("e21", "e2", "Des marchés ferment", "", ""),
)
HILLS = (
    Branch("core", "", "Le site de lithium attire des hommes armés"),
    Branch("c1", "core", "Le titre et les creuseurs se chevauchent", T.TITLES, CAUSE),
    Branch("e1", "core", "Des creuseurs sont chassés", T.DISPLACEMENT, EFFECT),
)
TREES = {"lake": LAKE, "river": RIVER, "hills": HILLS}
ADVICE = (
    Advice(R.DDR_RECOVERY, "Accompagner les démobilisés dans les villages miniers.", ("c21", "c3"), of_division=True),
    Advice(R.TRACE_GOLD, "Ouvrir un point d’achat d’or avec reçu.", ("c3", "c31"), horizon=Horizon.SHORT),
    Advice(R.FORMAL_ZEA, "Créer une zone d’exploitation artisanale viable.", ("c4", "c2"), level=ActionLevel.NATIONAL),
    Advice(R.DEMILITARISE, "Retirer les barrières illégales des axes miniers.", ("c1",), "Commission fictive"),
)
