"""What happens to claims by itself, and what need not be waited for."""

from uuid import UUID

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

from .letters import tell_asker, tell_room, tell_secretariat
from .services import keep_no_longer

SECONDS_BETWEEN_LETTERS = 3600
"""Who is sent a dozen statements back, asked or answered a dozen times within an hour gets one letter."""


@shared_task(name="claims.keep_no_longer")
def keep_claims_no_longer() -> None:
    """Once a day: what has been kept long enough is erased or blurred."""
    keep_no_longer(timezone.now())


@shared_task(name="claims.tell_room")
def tell_room_of_return(workshop: str) -> None:
    """The facilitators of `workshop` get one letter, however many statements were sent back meanwhile."""
    if cache.add(f"letter-to-room-{workshop}", 1, SECONDS_BETWEEN_LETTERS):
        tell_room(UUID(workshop))


@shared_task(name="claims.tell_secretariat")
def tell_secretariat_of_request() -> None:
    """The secretariat gets one letter, however much is asked of it meanwhile."""
    if cache.add("letter-to-secretariat", 1, SECONDS_BETWEEN_LETTERS):
        tell_secretariat()


@shared_task(name="claims.tell_asker")
def tell_asker_of_answer(person: str) -> None:
    """Who asked for rectifications gets one letter, however many are answered meanwhile."""
    if cache.add(f"letter-to-{person}", 1, SECONDS_BETWEEN_LETTERS):
        tell_asker(UUID(person))
