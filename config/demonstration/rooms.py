"""Invented rounds: one of two rooms is released, one runs, one has a room that is sent back, one is prepared."""

from dataclasses import dataclass
from datetime import date, timedelta

from access.reach import SYSTEM
from accounts.codes import ParticipantCategory, Role
from accounts.models import Person
from accounts.services import Scope, add_membership
from workbook.models import Workbook
from workbook.services import close_workbook
from workshops import services
from workshops.models import Recommendation, Round, TreeNode, Workshop

from .people import DIVISION_M, DIVISION_T, MANIEMA, TANGANYIKA

AUTUMN = "Mise à jour de septembre 2024 (démonstration)"
NOW = "Mise à jour en cours (démonstration)"
BACK = "Mise à jour du Maniema (démonstration)"
NEXT = "Mise à jour suivante (démonstration)"
AGENDA = [
    {"day": 1, "title": "Accueil, règles et consentement", "minutes": 45},
    {"day": 1, "title": "Arbre à problèmes, en groupes puis en plénière", "minutes": 180},
    {"day": 1, "title": "Tableau des sites, par territoire", "minutes": 150},
    {"day": 2, "title": "Circuit des minerais et bénéficiaires", "minutes": 120},
    {"day": 2, "title": "Recommandations", "minutes": 120},
    {"day": 2, "title": "Restitution et adoption", "minutes": 60},
]


@dataclass(frozen=True)
class Room:
    """One invented workshop; `starts` is a date or days before (-) or after today."""

    name: str
    lead: str
    province: str
    territoire: str
    starts: date | int
    counts: tuple[tuple[str, int, int], ...] = ()
    of: str = AUTUMN

    @property
    def division(self) -> str:
        """The division that answers for its province."""
        return DIVISION_T if self.province == TANGANYIKA else DIVISION_M


C = ParticipantCategory
ROOMS = {
    "lake": Room(
        "Atelier fictif du lac",
        "amina",
        TANGANYIKA,
        "Kalemie",
        date(2024, 9, 24),
        (
            (C.PROV_MIN, 1, 4),
            (C.PROV_DIV, 2, 4),
            (C.PARASTATAL_TRACE, 1, 2),
            (C.MINING_CO, 0, 2),
            (C.PROCESSOR, 0, 1),
            (C.CIVIL_SOC, 3, 3),
            (C.MEDIA, 1, 2),
        ),
    ),
    "river": Room(
        "Atelier fictif du fleuve",
        "bahati",
        MANIEMA,
        "Kasongo",
        date(2024, 9, 17),
        (
            (C.PROV_MIN, 1, 3),
            (C.PROV_DIV, 1, 4),
            (C.PARASTATAL_TRACE, 1, 2),
            (C.MINING_CO, 0, 2),
            (C.PROCESSOR, 0, 1),
            (C.CIVIL_SOC, 3, 2),
            (C.MEDIA, 1, 1),
        ),
    ),
    "hills": Room(
        "Atelier fictif des collines", "amina", TANGANYIKA, "Manono", -1, ((C.PROV_DIV, 1, 3), (C.CIVIL_SOC, 6, 5)), NOW
    ),
    "forest": Room(
        "Atelier fictif de la forêt", "bahati", MANIEMA, "Lubutu", -20, ((C.COOPERATIVE, 1, 7), (C.WOMEN, 5, 0)), BACK
    ),
    "plain": Room("Atelier fictif de la plaine", "amina", TANGANYIKA, "Kabalo", 14, of=NEXT),
}
SEATS = (
    ("Ministère provincial fictif des mines", C.PROV_MIN, 4, 1),
    ("Service fictif de traçabilité", C.PARASTATAL_TRACE, 3, 1),
    ("Deux coopératives fictives", C.COOPERATIVE, 4, 1),
    ("Organisations fictives de femmes", C.WOMEN, 4, 4),
    ("Radio locale fictive", C.MEDIA, 2, 1),
)
"""Who is invited everywhere: name, category, seats, women expected."""


def by_category(key: str) -> tuple[str, ...]:
    """The groups of the first day; a workshop that is only prepared has none."""
    return () if key == "plain" else ("Services de l’État", "Sociétés et coopératives", "Société civile et médias")


def by_axis(key: str) -> tuple[str, ...]:
    """The groups of the second day."""
    return () if key == "plain" else ("Axe fictif nord", "Axe fictif centre", "Axe fictif sud")


def plan_rooms(people: dict[str, Person]) -> dict[str, Workshop]:
    """Return the workshops by key; those that are not merely prepared run."""
    esther, today = people["esther"], date.today()
    rounds = {
        AUTUMN: services.plan_round(title=AUTUMN, starts_on=date(2024, 9, 1), ends_on=date(2024, 9, 30), by=esther)
    }
    for title, days in ((NOW, -10), (BACK, -30), (NEXT, 7)):
        rounds[title] = services.plan_round(title=title, starts_on=today + timedelta(days=days), by=esther)
    made: dict[str, Workshop] = {}
    for key, room in ROOMS.items():
        made[key] = _plan(rounds[room.of], room, esther)
        add_membership(people[room.lead], Role.FACILITATOR, Scope((room.province,), made[key].pk), by=SYSTEM)
        if key != "plain":
            services.open_workshop(made[key], by=people[room.lead])
    return made


def close_rooms(workshops: dict[str, Workshop], people: dict[str, Person]) -> None:
    """The two of September are closed, cleared, checked and released; the forest's is sent back with a reason."""
    for key in ("lake", "river", "forest"):
        close_workbook(Workbook.objects.get(workshop=workshops[key]), by=people[ROOMS[key].lead])
        workshops[key].refresh_from_db()
    reason = "Deux barrières sans position : un territoire suffit."
    services.send_back_workshop(workshops["forest"], reason=reason, by=people["esther"])
    for key in ("lake", "river"):
        rows: list[TreeNode | Recommendation] = [
            *TreeNode.objects.filter(workshop=workshops[key], disclosure="PLENARY"),
            *Recommendation.objects.filter(workshop=workshops[key], disclosure="PLENARY"),
        ]
        for row in rows:
            services.clear_words(row, text=row.text, by=people["esther"])
        services.verify_workshop(workshops[key], by=people["esther"])
    services.release_round(Round.objects.get(title=AUTUMN), by=people["furaha"])
    _report(people)


def _plan(of: Round, room: Room, by: Person) -> Workshop:
    starts = room.starts if isinstance(room.starts, date) else date.today() + timedelta(days=room.starts)
    return services.plan_workshop(
        of,
        name=room.name,
        zone=f"Zone fictive autour de {room.territoire}",
        territoire=room.territoire,
        provinces=[room.province],
        venue="Salle fictive",
        starts_on=starts,
        ends_on=starts + timedelta(days=1),
        agenda=AGENDA,
        by=by,
    )


def _report(people: dict[str, Person]) -> None:
    """One report of a ministry was taken, one waits."""
    for name, division, evidence in (
        ("daudi", DIVISION_T, "Lettre fictive n° 12 : une réunion a eu lieu."),
        ("habiba", DIVISION_M, "Note fictive n° 3 : la liste est en préparation."),
    ):
        asked = Recommendation.objects.filter(addressed_to__name=division, workshop_state="RELEASED").first()
        assert asked is not None
        step = services.report_status(asked, status="ONGOING", evidence=evidence, by=people[name])
        if name == "daudi":
            services.accept_step(step, by=people["esther"])
