"""From the running room of the demonstration to its readers, and back: one journey, by hand, with nothing prepared."""

from playwright.sync_api import Page

from tests.e2e.acts import emergency, hearing, readers, reading, review, room
from tests.e2e.acts.words import CONTESTED, DECREE, UPHELD
from tests.e2e.people import Heard, People, soon
from tests.e2e.traffic import record, told

DEMONSTRATION = SOCKETS = True


def fill() -> None:
    """Beside the demonstration's rooms, one in which more than twenty sites are to be read back."""
    reading.opens_again()


def seated(people: People, name: str) -> tuple[Page, Heard]:
    """That person, of whom every byte is kept."""
    page, heard = people.page_of(name)
    record(page, heard)
    return page, heard


def test_what_a_room_said_reaches_its_readers_and_nobody_reads_more(people: People) -> None:
    amina, hers = people.page_of("amina")
    closes_the_room(amina)
    esther, theirs = people.page_of("esther")
    passes_the_review(people, amina, esther)
    daudi, told_daudi = seated(people, "daudi")
    readers.ministry_reads(daudi, told_daudi)
    bahati, told_bahati = seated(people, "bahati")
    readers.facilitator_elsewhere_reads(bahati, told_bahati)
    celine, told_celine = seated(people, "celine")
    readers.analyst_exports(celine)
    is_heard(daudi, esther, celine)
    before = emergency.seen(celine)
    emergency.withdraws(esther)
    emergency.is_gone(before, emergency.seen(celine))
    readers.walks(daudi, told_daudi)
    for heard in (told_daudi, told_bahati):
        readers.reads_no_secret(heard)
    for heard in (told_bahati, told_celine):
        assert not [words for words in (CONTESTED[:9], UPHELD[:8], DECREE) if words in told(heard)]
    for heard in (hers, theirs, told_daudi, told_bahati, told_celine):
        assert heard.said + heard.strangers == []


def closes_the_room(amina: Page) -> None:
    """The last words, what is to be completed, the read-back by keys, the typed name."""
    room.enters(amina)
    room.names_a_group(amina)
    room.says_the_last(amina)
    room.mends(amina)
    room.lets_the_rest_stand(amina)
    room.reads_back(amina)
    room.closes(amina)


def passes_the_review(people: People, amina: Page, esther: Page) -> None:
    """Two people of the secretariat, and the room that is asked once more."""
    review.matches(esther)
    review.clears(esther)
    review.takes_back(esther)
    review.sends_one_back(esther)
    review.answers(amina)
    review.verifies(esther)
    review.proposes(esther)
    furaha, heard = people.page_of("furaha")
    review.releases(furaha)
    review.learns_what_became_of_it(amina)
    assert heard.said + heard.strangers == []


def is_heard(daudi: Page, esther: Page, celine: Page) -> None:
    """A request and its answer, an act with its scan: between the ministry and the secretariat alone."""
    form = hearing.asks(daudi)
    hearing.is_answered(esther)
    hearing.reads_the_answer(daudi)
    assert celine.request.get(form).status == 403
    hearing.gives(daudi)
    hearing.has_arrived(esther, celine)


def test_twenty_sites_are_read_back_by_keys_within_the_time_of_a_hall(people: People) -> None:
    amina, heard = people.page_of("amina")
    room.enters(amina, reading.ROOM)
    room.goes(amina, "adoption")
    reading.is_within_the_time(reading.reads_back(amina))
    room.received(amina)
    soon(reading.agreed, {"CONSENSUS", "MAJORITY", "MINORITY", "CONTESTED", "NOT_DISCUSSED"})
    assert heard.said + heard.strangers == []
