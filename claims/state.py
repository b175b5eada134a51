"""Which claim wins: the one place that says so, per audience, as known on a day.

The state on a day is the latest answer known by then: greatest last day, then finer precision, then the later
recording (for the two audiences which are told days; for the others the graver). Answers whose period overlaps
that of the latest and which differ are a contradiction: the graver is drawn, with its mark. Who is told months or
quarters sees the mark only where periods overlap whichever days lie in them. A non-answer never replaces an answer.
All of it uses disclosed values, so that nothing drawn tells more than the rows do.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import StringAgg
from django.db import connection, transaction
from django.db.models import Case, DateTimeField, F, IntegerField, OuterRef, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce, Greatest

from access.reach import READING_AUDIENCES, Audience, Reach
from lib.compiled import Sql, compiled

from .codes import PRESENCE_ANSWERS, TAKES_BACK, ReviewStatus
from .disclosed.columns import columns_of
from .disclosed.times import first_day, last_day, observed_precision, stated_precision
from .models import Claim, Involvement, Observation, ObservedMineral, PlaceState, Qualification, StateChange
from .policies import counted_for
from .telling import TOLD_AUDIENCES, telling

LOCK = 7_304_001
"""Advisory lock under which states are refreshed, so that two writers never refresh one place at once."""

FINENESS = {"DAY": 0, "MONTH": 1, "QUARTER": 2, "SEASON": 2, "YEAR": 3, "EVENT": 4}


def refresh_states(places: Iterable[UUID] | None) -> None:
    """Compute the states of `places` anew (None: of all), for each audience, set-wise, in one transaction."""
    touched = None if places is None else list(set(places))
    if touched == []:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        for audience in READING_AUDIENCES:
            for model in (PlaceState, StateChange):
                stale = model.objects.filter(audience=audience)
                stale = stale if touched is None else stale.filter(place__in=touched)
                stale._raw_delete(stale.db)
            cursor.execute(*_insert_changes(audience, touched))
            cursor.execute(*_insert_states(audience, touched))


def tell_again() -> None:
    """Compute the states anew of places whose words are no longer what they were: an actor or a source has changed."""
    untold = PlaceState.objects.filter(audience__in=TOLD_AUDIENCES, told=False)
    refresh_states(untold.values_list("place_id", flat=True))


def presence_on(places: QuerySet[Any], audience: str, day: date) -> "QuerySet[StateChange]":
    """For each of `places` that had one by `day`, the change that holds on `day`."""
    changes = StateChange.objects.filter(place__in=places, audience=audience, since__lte=day)
    return changes.order_by("place", "-since").distinct("place")


def gravity(name: str) -> Case:
    """0 for the gravest answer upward."""
    whens = [When(**{name: code, "then": Value(rank)}) for rank, code in enumerate(PRESENCE_ANSWERS)]
    return Case(*whens, output_field=IntegerField())


def answers_for(audience: str, touched: list[UUID] | None) -> QuerySet[Any, Any]:
    """Answers about presence that count for `audience`, with the disclosed days by which they are ranked."""
    reach = Reach(audience=Audience(audience), provinces=None)
    precision = stated_precision(audience)
    known = columns_of(None, reach)["known_on"]
    from_day = first_day("observed_from", observed_precision(audience, "observed_from"))
    until_day = last_day("observed_until", observed_precision(audience, "observed_until"))
    rows = Observation.objects.filter(
        counted_for(audience), place__isnull=False, armed_presence__in=PRESENCE_ANSWERS
    ).order_by()
    if touched is not None:
        rows = rows.filter(place__in=touched)
    rows = rows.annotate(
        known=known,
        told_as=precision,
        begins=Coalesce(from_day, first_day("stated_on", precision)),
        until=until_day,
        rank=gravity("armed_presence"),
    )
    told_days = is_told_days(audience)
    return rows.annotate(
        ends=Greatest(Coalesce("until", "known"), "begins"),
        **({"begins_by": F("begins"), "lasts_to": F("ends")} if told_days else _surely(audience)),
        fineness=Case(*[When(told_as=p, then=Value(n)) for p, n in FINENESS.items()], output_field=IntegerField()),
        late=F("recorded_at") if told_days else Value(None, output_field=DateTimeField()),
    )


def is_told_days(audience: str) -> bool:
    """Whether `audience` is told the days of statements and periods, not only their months or quarters."""
    return audience in (Audience.ANALYST, Audience.SECRETARIAT)


def _surely(audience: str) -> dict[str, Any]:
    """The part of a period that is in it whichever days its disclosed ends stand for."""
    precision = stated_precision(audience)
    from_precision = observed_precision(audience, "observed_from")
    until_precision = observed_precision(audience, "observed_until")
    return {
        "begins_by": Coalesce(last_day("observed_from", from_precision), last_day("stated_on", precision)),
        "lasts_to": Coalesce(first_day("observed_until", until_precision), first_day("stated_on", precision)),
    }


def _drawn(audience: str, touched: list[UUID] | None) -> Sql:
    """For each place and each day on which an answer became known, what is drawn from then on."""
    columns = ("id", "place_id", "known", "begins_by", "lasts_to", "until", "fineness", "late", "rank")
    answers, parameters = compiled(answers_for(audience, touched).values_list(*columns))
    return (
        f"""answer ({", ".join(columns)}) AS ({answers}),
    latest AS (
        SELECT DISTINCT ON (e.place_id, e.known) e.place_id, e.known AS since, a.known, a.id, a.begins_by, a.lasts_to,
            a.until
        FROM (SELECT DISTINCT place_id, known FROM answer) e
        JOIN answer a ON a.place_id = e.place_id AND a.known <= e.known
        ORDER BY e.place_id, e.known, a.known DESC, a.fineness, a.late DESC, a.rank),
    drawn AS (
        SELECT l.place_id, l.since, l.known, l.until, min(a.rank) AS rank, count(DISTINCT a.rank) > 1 AS contradicted
        FROM latest l JOIN answer a ON a.place_id = l.place_id AND a.known <= l.since
            AND (a.id = l.id OR a.begins_by <= l.lasts_to AND a.lasts_to >= l.begins_by)
        GROUP BY l.place_id, l.since, l.known, l.until)""",
        parameters,
    )


ANSWER_OF_RANK = f"(ARRAY[{', '.join(repr(str(code)) for code in PRESENCE_ANSWERS)}])[rank + 1]"


SILENCE = "'NO_DATA'"
SILENCE_OF_AUDIENCE = {str(Audience.SECRETARIAT): "CASE WHEN n.withheld THEN 'WITHHELD' ELSE 'NO_DATA' END"}
"""What is drawn without any answer: that a room preferred not to answer is shown to the secretariat alone."""


def _insert_changes(audience: str, touched: list[UUID] | None) -> Sql:
    drawn, parameters = _drawn(audience, touched)
    return (
        f"""WITH {drawn},
    stepped AS (
        SELECT *, lag(rank) OVER turns AS rank_before, lag(contradicted) OVER turns AS contradicted_before
        FROM drawn WINDOW turns AS (PARTITION BY place_id ORDER BY since))
    INSERT INTO {StateChange._meta.db_table} (id, place_id, audience, since, presence, contradicted)
    SELECT gen_random_uuid(), place_id, %s, since, {ANSWER_OF_RANK}, contradicted FROM stepped
    WHERE (rank, contradicted) IS DISTINCT FROM (rank_before, contradicted_before)""",
        (*parameters, audience),
    )


def _insert_states(audience: str, touched: list[UUID] | None) -> Sql:
    drawn, drawn_parameters = _drawn(audience, touched)
    read, read_parameters = compiled(_read(audience, touched))
    seen, seen_parameters = compiled(_seen(audience, touched))
    qualified, qualified_parameters = compiled(_qualified(audience, touched))
    marked, marked_parameters = compiled(_submitted(audience, touched))
    words, words_parameters = _told(audience, touched)
    return (
        f"""WITH {drawn},
    answer_now AS (SELECT DISTINCT ON (place_id) * FROM drawn ORDER BY place_id, since DESC),
    read (place_id, known, origin) AS ({read}),
    told AS (
        SELECT place_id, count(*) AS claims, count(DISTINCT origin) AS sources, max(known) AS last_on
        FROM read GROUP BY place_id),
    seen (place_id, known, workers, activity, presence, minerals) AS ({seen}),
    nature AS (
        SELECT place_id, bool_or(presence = 'WITHHELD') AS withheld,
            (array_agg(workers ORDER BY known DESC) FILTER (WHERE workers IS NOT NULL))[1] AS workers,
            (array_agg(activity ORDER BY known DESC) FILTER (WHERE activity <> 'UNKNOWN'))[1] AS activity,
            string_to_array((array_agg(minerals ORDER BY known DESC) FILTER (WHERE minerals <> ''))[1], ',') AS minerals
        FROM seen GROUP BY place_id),
    qualified (place_id, status, since) AS ({qualified}),
    qualification AS (SELECT DISTINCT ON (place_id) * FROM qualified ORDER BY place_id, since DESC, status),
    submitted (place_id, rank) AS ({marked}),
    {words}
    INSERT INTO {PlaceState._meta.db_table} (id, place_id, audience, presence, contradicted, answered_on, ended_on,
        claims, sources, last_on, workers, activity, minerals, qualification, qualified_on, told, told_actors,
        told_categories, told_sources, told_class, marked)
    SELECT gen_random_uuid(), t.place_id, %s, coalesce({ANSWER_OF_RANK}, {SILENCE_OF_AUDIENCE.get(audience, SILENCE)}),
        coalesce(a.contradicted, false), a.known, a.until, t.claims, t.sources, t.last_on, n.workers,
        coalesce(n.activity, 'UNKNOWN'), coalesce(n.minerals, ARRAY[]::text[]), coalesce(q.status, ''), q.since,
        w.place_id IS NOT NULL, coalesce(w.actors, ''), coalesce(w.categories, ''), coalesce(w.sources, ''),
        coalesce(w.highest, ''),
        EXISTS (SELECT FROM submitted s WHERE s.place_id = t.place_id AND s.rank IS DISTINCT FROM a.rank)
    FROM told t LEFT JOIN answer_now a USING (place_id) LEFT JOIN nature n USING (place_id)
        LEFT JOIN qualification q USING (place_id) LEFT JOIN words w USING (place_id)""",
        (*drawn_parameters, *read_parameters, *seen_parameters, *qualified_parameters, *marked_parameters)
        + (*words_parameters, audience),
    )


def _told(audience: str, touched: list[UUID] | None) -> Sql:
    """The common table `words`; without rows for audiences that take no files along."""
    if audience not in TOLD_AUDIENCES:
        nothing = ", ".join(f"NULL::text AS {name}" for name in ("actors", "categories", "sources", "highest"))
        return f"words AS (SELECT NULL::uuid AS place_id, {nothing} WHERE false)", ()
    reach = Reach(audience=Audience(audience), provinces=None)
    told, parameters = telling(_counted(Involvement, audience, touched), _counted(Claim, audience, touched), reach)
    return (
        f"""{told},
    words AS (SELECT * FROM o LEFT JOIN a USING (place_id))""",
        parameters,
    )


def _counted(model: type[Claim], audience: str, touched: list[UUID] | None) -> QuerySet[Any]:
    known = columns_of(None, Reach(audience=Audience(audience), provinces=None))["known_on"]
    rows = model._default_manager.filter(counted_for(audience), place__isnull=False).order_by()
    rows = rows.exclude(since_last_round__in=TAKES_BACK)
    return (rows if touched is None else rows.filter(place__in=touched)).annotate(known=known)


def _read(audience: str, touched: list[UUID] | None) -> QuerySet[Any, Any]:
    return _counted(Claim, audience, touched).values_list("place_id", "known", "source__origin")


def _seen(audience: str, touched: list[UUID] | None) -> QuerySet[Any, Any]:
    named = ObservedMineral.objects.filter(observation=OuterRef("pk")).order_by().values("observation")
    minerals = named.annotate(names=StringAgg("mineral", ",", ordering="rank")).values("names")
    rows = _counted(Observation, audience, touched).annotate(
        workers=Coalesce("workers_high", "workers_low"),
        named=Coalesce(Subquery(minerals, output_field=TextField()), Value(""), output_field=TextField()),
    )
    listed: QuerySet[Any, Any] = rows.values_list(
        "place_id", "known", "workers", "activity_status", "armed_presence", "named"
    )
    return listed


def _qualified(audience: str, touched: list[UUID] | None) -> QuerySet[Any, Any]:
    rows = _counted(Qualification, audience, touched).annotate(since=Coalesce("decided_on", "known"))
    listed: QuerySet[Any, Any] = rows.values_list("place_id", "status", "since")
    return listed


def _submitted(audience: str, touched: list[UUID] | None) -> QuerySet[Any, Any]:
    """Answers that wait for review; they mark a place for the secretariat and change nothing for anybody else."""
    waiting = ReviewStatus.SUBMITTED if audience == Audience.SECRETARIAT else ""
    rows = Observation.objects.filter(
        review_status=waiting, place__isnull=False, armed_presence__in=PRESENCE_ANSWERS
    ).order_by()
    rows = rows if touched is None else rows.filter(place__in=touched)
    return rows.annotate(rank=gravity("armed_presence")).values_list("place_id", "rank")
