"""Documents for tests: invented from a seed, mostly in shape and now and then strange; or written by pycrdt."""

from random import Random
from typing import Any

from hypothesis import strategies as st
from pycrdt import Doc, Map, Text

from workbook.document import ROOTS, Key, Kind, Root

IDS = [f"{letter}{number}" for letter in "abcd" for number in range(4)]
DAYS = ["2024", "2024-08", "2024-08-15", "2024-13", "août", ""]
LETTERS = "aZé ’|:/\x00\u202e🜚"


def strange(random: Random, depth: int = 0) -> Any:
    """A value of no kind in particular."""
    return random.choice(
        [
            lambda: None,
            lambda: random.random() < 0.5,
            lambda: random.randint(-(2**60), 2**60),
            lambda: random.choice([float("nan"), float("inf"), -0.0, 1e300, 0.5]),
            lambda: word(random),
            lambda: "x" * 300,
            lambda: [strange(random, depth + 1)] if depth < 3 else [],
            lambda: {word(random): strange(random, depth + 1)} if depth < 3 else {},
        ]
    )()


def word(random: Random) -> str:
    """A few letters, some of them odd."""
    return "".join(random.choices(LETTERS, k=random.randint(0, 6)))


def fitting(random: Random, key: Key) -> Any:
    """A value that mostly fits a key."""
    if key.codes:
        return random.choice([*key.codes.values, "NO_SUCH_CODE", ""])
    by_kind: dict[Kind, Any] = {
        Kind.NUMBER: random.choice([random.randint(-5, 500), random.uniform(-10, 1e6)]),
        Kind.INTEGER: random.randint(-5, 500),
        Kind.YES: random.random() < 0.5,
        Kind.DAY: random.choice(DAYS),
        Kind.REF: random.choice(IDS),
    }
    return by_kind.get(key.kind, word(random))


def entry_of(random: Random, root: Root) -> dict[str, Any]:
    """An entry with some of its keys, now and then a stranger."""
    entry: dict[str, Any] = {}
    for name, key in root.keys.items():
        odd = random.random() < 0.1
        if key.kind in (Kind.FLAGS, Kind.RANKS):
            members = list(key.codes.values) if key.codes else IDS
            for member in random.sample(members, random.randint(0, 2)):
                fits = True if key.kind == Kind.FLAGS else random.randint(0, 9)
                entry[f"{name}:{member}"] = strange(random) if odd else fits
        elif random.random() < 0.6:
            entry[name] = strange(random) if odd else fitting(random, key)
    if random.random() < 0.15:
        entry["removed_at"] = random.choice(["2024-09-24T10:00:00Z", strange(random)])
    if random.random() < 0.1:
        entry[word(random)] = strange(random)
    return entry


def invented(seed: int) -> dict[str, Any]:
    """The document of a seed."""
    random = Random(seed)
    document: dict[str, Any] = {}
    for name, root in ROOTS.items():
        if random.random() < 0.3:
            continue
        held = document[name] = {}
        for _ in range(random.randint(0, 6)):
            if root.scalar:
                held[f"{random.choice(IDS)}|{random.choice(IDS)}"] = random.choice([3, 1, strange(random)])
            else:
                held[random.choice(IDS)] = strange(random) if random.random() < 0.05 else entry_of(random, root)
    if random.random() < 0.2:
        document[word(random)] = strange(random)
    if random.random() < 0.1:
        document[random.choice(list(ROOTS))] = strange(random)
    return document


def documents() -> st.SearchStrategy[dict[str, Any]]:
    """Invented documents."""
    return st.integers(0, 2**40).map(invented)


def written(document: dict[str, Any]) -> "Doc[Any]":
    """A shared document that holds `document`: each entry a map, its texts shared texts."""
    made: Doc[Any] = Doc()
    with made.transaction():
        for root, held in document.items():
            put(made, root, held)
    return made


def put(made: "Doc[Any]", root: str, held: dict[str, Any]) -> None:
    """Make entries of a root."""
    entries: Map[Any] = made.get(root, type=Map)
    keys = ROOTS[root].keys
    for id, entry in held.items():
        if not isinstance(entry, dict):
            entries[id] = entry
            continue
        texts = {name for name in entry if name in keys and keys[name].kind == Kind.TEXT}
        entries[id] = Map({name: Text(value) if name in texts else value for name, value in entry.items()})
