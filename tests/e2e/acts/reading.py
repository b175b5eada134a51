"""A room of more than twenty sites, read back by keys alone: what each key and each word costs, said openly.

The design gives a hall 45 minutes for 32 sites, four or five a screen. A minute of it is words: the screen is read
aloud, once in French and once in Swahili, at the pace of somebody who is listened to; then the hall is asked. Where
one group does not agree, its reason is heard before the key of the exception is pressed.
"""

from dataclasses import dataclass, field

from django.db import transaction
from playwright.sync_api import Page, expect

from access.reach import SYSTEM
from accounts.codes import Role
from accounts.models import Person
from accounts.services import Scope, add_membership
from workbook import log
from workbook.epochs import begin_epoch
from workbook.models import Workbook
from workbook.projected import projected
from workbook.projection import read
from workbook.projection.plenary import plenary
from workbook.services import prepare_workbook
from workshops.models import Round, Workshop
from workshops.services import open_workshop, plan_workshop

CLOSED, ROOM = "Atelier fictif du lac", "Atelier fictif du lac, relu"
FEWEST_SITES, MOST_AT_ONCE = 20, 5
HALL_MINUTES, HALL_SITES = 45, 32
WORDS_A_SECOND, LANGUAGES = 1.8, 2
KEY_SECONDS, ASKED_SECONDS, EXCEPTION_SECONDS = 1.5, 15, 90
"""A key is found and pressed; the hall is asked about one site; a group says why it does not agree."""

EVERY = 4
"""Each fourth site is an exception; their levels go round from 1 to 5."""


@dataclass
class Script:
    """What the hands did, and what it cost."""

    keys: int = 0
    words: int = 0
    screens: list[int] = field(default_factory=list)
    excepted: dict[str, int] = field(default_factory=dict)

    @property
    def sites(self) -> int:
        """How many sites were read."""
        return sum(self.screens)

    @property
    def minutes(self) -> float:
        """What reading, asking, exceptions and keys take together."""
        read_aloud = self.words / WORDS_A_SECOND * LANGUAGES
        talk = self.sites * ASKED_SECONDS + len(self.excepted) * EXCEPTION_SECONDS
        return (read_aloud + talk + self.keys * KEY_SECONDS) / 60


def opens_again() -> None:
    """A running room of amina's that says what the closed one said; nobody has said yet how far they agree.

    By services, because no running room of the demonstration holds so many sites, and a released one stays closed.
    """
    amina, esther = (Person.objects.get(email__startswith=f"{name}@") for name in ("amina", "esther"))
    closed = Workshop.objects.get(name=CLOSED)
    said = {name: getattr(closed, name) for name in ("zone", "territoire", "provinces", "starts_on", "ends_on")}
    of = Round.objects.get(title__startswith="Mise à jour suivante")
    workshop = plan_workshop(of, name=ROOM, by=esther, **said)
    add_membership(amina, Role.FACILITATOR, Scope(tuple(closed.provinces), workshop.pk), by=SYSTEM)
    open_workshop(workshop, by=amina)
    document = read(log.state(Workbook.objects.get(workshop=closed)).update)
    for entry in (entry for root in document.values() if isinstance(root, dict) for entry in root.values()):
        if isinstance(entry, dict) and entry.get("agreement") == "CONSENSUS":
            del entry["agreement"]
    with transaction.atomic():
        begin_epoch(prepare_workbook(workshop, by=amina), document)


def reads_back(page: Page) -> Script:
    """Screen by screen: the exceptions by their keys, Enter for all the others."""
    done, left = Script(), page.locator('[data-tab="read"] [data-n]')
    rows = page.locator("filon-adoption .reading")
    expect(rows.first).to_be_visible()
    while (before := left.inner_text()) != "0":
        names = rows.locator("[data-name]").all_inner_texts()
        done.words += len(page.locator("filon-adoption [data-rows]").inner_text().split())
        for at, name in enumerate(names, 1):
            if (done.sites + at) % EVERY == 0:
                _excepts(page, done, at, name)
        page.keyboard.press("Enter")
        done.keys += 1
        done.screens.append(len(names))
        expect(left).not_to_have_text(before)
    return done


def _excepts(page: Page, done: Script, at: int, name: str) -> None:
    """The site at a key opens; the next key is how far the room agrees."""
    level = len(done.excepted) % MOST_AT_ONCE + 1
    page.keyboard.press(f"Digit{at}")
    expect(page.locator("filon-adoption .reading.is-open [data-name]")).to_have_text(name)
    page.keyboard.press(f"Digit{level}")
    expect(page.locator("filon-adoption .reading.is-open")).to_have_count(0)
    done.keys += 2
    done.excepted[name] = level


def is_within_the_time(done: Script) -> None:
    """One key for a screen and two for an exception; the hall's 45 minutes hold, also for as many as it may have."""
    assert done.sites >= FEWEST_SITES and max(done.screens) <= MOST_AT_ONCE
    assert done.keys == len(done.screens) + 2 * len(done.excepted)
    assert len(set(done.excepted.values())) == MOST_AT_ONCE, "each of the five keys was pressed"
    assert done.minutes <= HALL_MINUTES
    assert done.minutes / done.sites * HALL_SITES <= HALL_MINUTES, f"{done.minutes:.0f} minutes for {done.sites} sites"


def agreed() -> set[str]:
    """How far the room agrees with what is read in plenary, as the server has it; what is no longer so is not read."""
    told = plenary(projected(Workbook.objects.get(workshop__name=ROOM)).records)
    return {it.agreement for it in told.statements if it.place and it.since_last_round != "ENDED"}
