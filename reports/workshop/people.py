"""How many took part: marginals, never a cell in which somebody could be told."""

from accounts.codes import ParticipantCategory
from workbook.projection import Records
from workshops.codes import FEWEST_COUNTED, Sex

from .content import People


def people_of(records: Records, *, exact: bool) -> People:
    """Marginals; for the room no category below five is counted, nor a single one that the total would tell."""
    by_category: dict[str, int] = {}
    by_sex: dict[str, int] = {}
    for it in records.counts:
        by_category[it.category] = by_category.get(it.category, 0) + it.number
        by_sex[it.sex] = by_sex.get(it.sex, 0) + it.number
    small = [] if exact else [it for it, number in by_category.items() if number < FEWEST_COUNTED]
    if len(small) == 1 and len(by_category) > 1:
        small.append(min((it for it in by_category if it not in small), key=lambda it: by_category[it]))
    total = sum(by_category.values())
    if not exact and total < FEWEST_COUNTED:
        return People(0, (), tuple(str(ParticipantCategory(it).label) for it in by_category), ())
    sexes = tuple((str(Sex(it).label), by_sex[it]) for it in Sex.values if it in by_sex)
    told = exact or all(number >= FEWEST_COUNTED for _sex, number in sexes)
    return People(
        total=total,
        categories=tuple((_category(it), number) for it, number in by_category.items() if it not in small),
        small=tuple(_category(it) for it in by_category if it in small),
        sexes=sexes if told else (),
    )


def _category(code: str) -> str:
    return str(ParticipantCategory(code).label)
