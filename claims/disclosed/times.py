"""Dates as an audience gets them: a period's precision is made coarser, then its first or last day is taken."""

from django.db.models import Case, CharField, DateField, Expression, F, Func, Value, When

from access.fields import Rule, rule_for

PRECISION_OF_RULE = {
    Rule.EXACT: None,
    Rule.MONTH: "MONTH",
    Rule.QUARTER: "QUARTER",
    Rule.TERRITOIRE_MONTH: "MONTH",
    Rule.TERRITOIRE_QUARTER: "QUARTER",
    Rule.ABSENT: "YEAR",
}
"""Whom the table does not name is told the year, the coarsest that there is."""


def _coarsest(audience: str, line: str, precision: str) -> Expression:
    step = PRECISION_OF_RULE[rule_for(line, audience)]  # type: ignore[arg-type]  # the rule is one of the table's keys
    if step is None:
        return F(precision)  # type: ignore[return-value]  # F resolves to an expression
    return Func(F(precision), Value(step), function="coarser_of", output_field=CharField())


def stated_precision(audience: str) -> Expression:
    """Precision at which `audience` gets the day of statement; a workshop's claims follow the workshop's own line."""
    return Case(
        When(workshop=None, then=_coarsest(audience, "observed period", "stated_precision")),
        default=_coarsest(audience, "workshop place and date", "stated_precision"),
        output_field=CharField(),
    )


def observed_precision(audience: str, end: str) -> Expression:
    """Precision at which `audience` gets `observed_from` or `observed_until`."""
    return _coarsest(audience, "observed period", f"{end}_precision")


def first_day(day: str, precision: Expression) -> Expression:
    """First day of the period that `day` stands for at `precision`."""
    return Func(F(day), precision, function="first_day_of", output_field=DateField())


def last_day(day: str, precision: Expression) -> Expression:
    """Last day of the period that `day` stands for at `precision`."""
    return Func(F(day), precision, function="last_day_of", output_field=DateField())


def disclosed_known_on(audience: str) -> Expression:
    """The day from which `audience` knows a claim: last day of the disclosed period of statement."""
    return last_day("stated_on", stated_precision(audience))
