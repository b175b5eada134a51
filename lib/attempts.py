"""How often something was tried: a pause for whoever tries too often, kept nowhere but in memory."""

from hashlib import sha256

from django.core.cache import cache


def may_try(what: str, who: str, *, most: int, seconds: int) -> bool:
    """Whether this is at most the try number `most` of `who` within `seconds`; it counts as one.

    `who`, an address or a word for all, is kept as a hash and no longer than that.
    """
    key = f"attempts:{what}:{sha256(who.encode()).hexdigest()}"
    cache.add(key, 0, seconds)
    return bool(cache.incr(key) <= most)
