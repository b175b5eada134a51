"""What invented ministries answer: requests for correction, replies, and what waits for a second person."""

from accounts.models import Institution
from claims import services

from .people import DIVISION_T
from .statements import Telling


def hear(telling: Telling) -> None:
    """One open request and two that were taken, two replies, one request to take back, one proposal to a ministry."""
    people, keyed = telling.people, telling.keyed
    services.request_correction(
        keyed["nyota-2024"], text="La division n’a rien constaté lors de sa mission fictive.", by=people["daudi"]
    )
    for key, name in (("moto-2024", "daudi"), ("nyuki-2024", "habiba")):
        request = services.request_correction(keyed[key], text="La date est à vérifier (fictif).", by=people[name])
        services.answer_correction(request, accepted=True, answer="La date sera vérifiée.", by=people["furaha"])
    telling.contest(("moto-2024", "nyuki-2024"))
    reply = services.reply_to_claim(keyed["jua-2024"], text="Confirmé par la division fictive.", by=people["daudi"])
    services.clear_reply(reply, text="Confirmé par la division fictive.", by=people["esther"])
    services.reply_to_claim(keyed["konokono-2024"], text="La division fictive prépare une visite.", by=people["habiba"])
    services.request_withdrawal(claim=keyed["jiwe-now"])
    services.propose_to_institution(
        keyed["wingu4-2024"],
        Institution.objects.get(name=DIVISION_T),
        reason="La province demande à répondre (fictif).",
        by=people["esther"],
    )
