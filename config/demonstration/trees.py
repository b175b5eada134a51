"""Invented problem trees: cards, cross-links and loops, with the places that they name."""

from dataclasses import dataclass

from claims.codes import Disclosure
from workshops.codes import CauseTheme, TreeSide

CAUSE, EFFECT = TreeSide.CAUSE, TreeSide.EFFECT
GROUP = Disclosure.GROUP_ONLY
T = CauseTheme


@dataclass(frozen=True)
class Branch:
    """One card; without a parent it is the core problem, at the trunk it names its side. `places` are keys."""

    key: str
    parent: str
    text: str
    theme: str = ""
    side: str = ""
    disclosure: str = Disclosure.PLENARY
    places: str = ""
    points: int = 0


LAKE = (
    Branch("core", "", "Les groupes armés vivent des sites miniers"),
    Branch("c1", "core", "Les sites sont sans services de l’État", T.STATE_ABSENCE, CAUSE, points=9),
    Branch("c11", "c1", "Les pistes sont coupées six mois par an", T.INFRA, places="tai mpunga"),
    Branch("c12", "c1", "Les agents ne sont pas payés", T.GOVERNANCE, disclosure=GROUP),
    Branch("c121", "c12", "Les recettes minières ne reviennent pas aux territoires", T.GOVERNANCE, points=4),
    Branch("c2", "core", "Les jeunes n’ont pas d’autre revenu", T.POVERTY, CAUSE, points=7),
    Branch("c21", "c2", "Les démobilisés n’ont pas été accompagnés", T.DDR_GAP, points=11),
    Branch("c211", "c21", "Les promesses de réinsertion de 2009 n’ont pas été tenues", T.DDR_GAP),
    Branch("c22", "c2", "Les champs ont été abandonnés pendant les déplacements", T.DISPLACEMENT),
    Branch("c3", "core", "L’or quitte la zone sans trace", T.TRACEABILITY, CAUSE, places="nyota tai", points=12),
    Branch("c31", "c3", "Aucun comptoir n’achète sur place", T.PRICE),
    Branch("c311", "c31", "Le prix officiel est plus bas qu’ailleurs", T.PRICE, points=3),
    Branch("c32", "c3", "Les frontières du lac sont ouvertes", T.CROSS_BORDER, places="bandari"),
    Branch("c4", "core", "Peu de zones d’exploitation artisanale", T.TITLES, CAUSE, places="wingu", points=6),
    Branch("c41", "c4", "Les titres couvrent les sites où l’on creuse depuis toujours", T.TITLES, places="wingu kunde"),
    Branch("c5", "core", "Des armes circulent depuis les conflits passés", T.ARMS, CAUSE),
    Branch("c51", "c5", "Les conflits entre communautés ne sont pas réglés", T.IDENTITY, points=5),
    Branch("e1", "core", "Les barrières se multiplient", T.TAXATION, EFFECT, places="kizuizi", points=8),
    Branch("e11", "e1", "Le prix de la nourriture monte"),
    Branch("e12", "e1", "Les négociants déclarés s’en vont", T.PRICE),
    Branch("e2", "core", "Des villages se vident", T.DISPLACEMENT, EFFECT, places="zabibu", points=4),
    Branch("e21", "e2", "Les enfants quittent l’école pour les puits", T.GENDER_CHILD, places="mpunga"),
    Branch("e22", "e2", "Des femmes se retrouvent seules à nourrir le foyer", T.GENDER_CHILD),
    Branch("e3", "core", "La province perd ses recettes", "", EFFECT, points=6),
    Branch("e31", "e3", "Les pistes ne sont plus entretenues", T.INFRA),
    Branch("e4", "core", "Les jeunes rejoignent les groupes", T.SECURITY, EFFECT),
    Branch("e41", "e4", "La force publique rançonne à son tour", T.IMPUNITY, disclosure=GROUP),
)
RIVER = (
    Branch("core", "", "L’exploitation de l’or entretient l’insécurité"),
    Branch("c1", "core", "Les coopératives sont faibles", T.FORMALISATION, CAUSE, points=8),
    Branch("c11", "c1", "Les cartes de creuseur coûtent trop cher", T.FORMALISATION, points=5),
    Branch("c12", "c1", "Des coopératives de façade sont tenues par des négociants", T.GOVERNANCE, disclosure=GROUP),
    Branch("c2", "core", "Des dragues travaillent sans titre", T.TITLES, CAUSE, places="samaki nanasi", points=9),
    Branch("c21", "c2", "Les plaintes restent sans suite", T.IMPUNITY, disclosure=GROUP),
    Branch("c22", "c2", "Le cadastre est loin et lent", T.TITLES),
    Branch("c3", "core", "Des armes circulent depuis les conflits passés", T.ARMS, CAUSE),
    Branch("c31", "c3", "Les groupes d’autodéfense n’ont pas désarmé", T.DDR_GAP, places="twiga embe", points=10),
    Branch("c311", "c31", "Chacun attend que l’autre dépose les armes", T.SECURITY),
    Branch("c4", "core", "L’or se vend mieux de l’autre côté de la frontière", T.CROSS_BORDER, CAUSE, places="papai"),
    Branch("c41", "c4", "Les taxes se cumulent le long du trajet", T.TAXATION, points=6),
    Branch("c42", "c4", "Il n’y a pas de chaîne tracée pour l’or artisanal", T.TRACEABILITY, points=11),
    Branch("c5", "core", "Les terres coutumières sont disputées", T.LAND, CAUSE),
    Branch("c51", "c5", "Les limites des chefferies n’ont jamais été relevées", T.LAND),
    Branch("c6", "core", "Les sites sont loin de tout", T.INFRA, CAUSE, places="njiwa"),
    Branch("c61", "c6", "Le téléphone ne passe pas", T.INFORMATION),
    Branch("e1", "core", "Le fleuve est pollué", T.ENVIRONMENT, EFFECT, places="samaki", points=7),
    Branch("e11", "e1", "Le poisson disparaît"),
    Branch("e12", "e1", "Les enfants tombent malades", T.GENDER_CHILD),
    Branch("e2", "core", "Les communautés se méfient les unes des autres", T.IDENTITY, EFFECT),
    Branch("e21", "e2", "Des marchés ferment"),
    Branch("e3", "core", "Des creuseurs sont rançonnés", T.TAXATION, EFFECT, places="bata mbaazi", points=8),
    Branch("e31", "e3", "Des ménages s’endettent", T.POVERTY),
    Branch("e4", "core", "La forêt protégée recule", T.ENVIRONMENT, EFFECT, places="mbuni"),
    Branch("e5", "core", "L’école perd ses élèves", T.GENDER_CHILD, EFFECT, points=3),
)
HILLS = (
    Branch("core", "", "Le site de lithium attire des hommes armés"),
    Branch("c1", "core", "Le titre et les creuseurs se chevauchent", T.TITLES, CAUSE, places="wingu"),
    Branch("c11", "c1", "Les creuseurs n’ont pas été consultés", T.CAHIER),
    Branch("c2", "core", "Le minerai se vend sans document", T.TRACEABILITY, CAUSE),
    Branch("c3", "core", "Des démobilisés sont sans travail", T.DDR_GAP, CAUSE),
    Branch("e1", "core", "Des creuseurs sont chassés", T.DISPLACEMENT, EFFECT),
    Branch("e11", "e1", "Des familles s’installent en brousse"),
    Branch("e2", "core", "Le travail s’arrête chaque mois", "", EFFECT, places="jiwe"),
)
FOREST = (
    Branch("core", "", "Le parc et les creuseurs s’affrontent"),
    Branch("c1", "core", "Les limites du parc ne sont pas connues", T.LAND, CAUSE),
    Branch("c2", "core", "Il n’y a pas d’autre travail", T.POVERTY, CAUSE),
    Branch("e1", "core", "Des creuseurs sont blessés", T.SECURITY, EFFECT),
)
TREES = {"lake": LAKE, "river": RIVER, "hills": HILLS, "forest": FOREST}
LINKS: dict[str, tuple[tuple[str, str, bool], ...]] = {
    "lake": (("c21", "c51", False), ("c32", "e1", False), ("e3", "c1", True), ("e4", "c5", True)),
    "river": (("c41", "e3", False), ("c31", "e3", False), ("e2", "c311", True)),
    "hills": (("e1", "c3", False),),
}
"""From, to, and whether it is a loop; the running room has not marked its own yet."""
