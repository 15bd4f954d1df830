"""Figures: trade, borders, casualties, lengths, capacities."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.kinds.base import MEASURES, Draft, Example, Kind, code
from accord.languages.views import Clause, Mention, Views
from accord.record import Field, Match, Role, Type, Values
from accord.values import Period

FIELDS = (
    code("measure", MEASURES, Role.MEASURE, Role.TITLE, match=Match.EXACT, required=True),
    Field("value", Type.NUMBER, frozenset({Role.VALUE})),
    Field("change", Type.NUMBER, frozenset({Role.CHANGE})),
    Field("period", Type.PERIOD, frozenset({Role.PERIOD, Role.WHEN}), Match.PERIOD),
    Field("unit", Type.UNIT, frozenset({Role.UNIT}), Match.EXACT),
    Field("about", Type.ACTORS, frozenset({Role.CONCERNS}), Match.ORDERED),
    code("comparison", "gt lt approx"),
    Field("low", Type.NUMBER),
    Field("high", Type.NUMBER),
    Field("goods", Type.TEXT, frozenset(), Match.NAME),
    code("trend", "up down flat"),
    Field("of", Type.TEXT, frozenset(), Match.NAME),
)
_ORDERED = frozenset({"exports", "imports", "trade-balance", "investment"})
_OF_WORKS = frozenset({"line-length", "voltage", "capacity", "generation"})
_VICTIMS = frozenset({"killed", "injured", "displaced"})

_SECTIONS = {
    measure: section
    for section, measures in {
        "border": "border-length border-delimited border-disputed checkpoints",
        "security": "incidents killed injured displaced",
        "energy": "line-length voltage capacity generation cost",
        "agreements": "agreements",
        "contacts": "visits",
        "transport": "flights",
    }.items()
    for measure in measures.split()
}


def find(views: Views) -> Iterator[Draft]:
    """Figures: what the language reads as a measure with a value, a change or a trend."""
    drafts = [
        _draft(clause, figure) for clause in views.of("figure", "last-figure") for figure in clause.mentions("figure")
    ]
    yield from sorted(
        drafts, key=lambda d: (d.get("period") is None, _vague(d))
    )  # what a headline tells vaguely joins the fuller one


def _draft(clause: Clause, figure: Mention) -> Draft:
    told = figure.attributes
    draft = Draft("indicator", clause.scope, status=clause.status)
    draft.put("measure", figure.name, told["words"])
    if figure.amount is not None:
        amount, spans = figure.amount, told["spans"]
        draft.put("value", amount.value, spans).put("unit", amount.unit, spans)
        draft.put("comparison", amount.comparison, spans).put("low", amount.low, spans).put("high", amount.high, spans)
    if figure.change is not None:
        draft.put("change", figure.change.percent, told["change_spans"])
    draft.put("trend", figure.form, [figure.span])
    if figure.period is not None:
        draft.put("period", figure.period.iso, told["period_spans"])
    draft.put("about", list(told["about"]), figure.antecedents)
    draft.put("goods", told["goods"], told["goods_spans"], told["goods_basis"]).put("of", told["of"], told["of_spans"])
    return draft


def _vague(draft: Draft) -> bool:
    """Whether it leaves out whose the victims were."""
    return draft.get("measure") in _VICTIMS and len(draft.get("about") or []) != 1


def same(a: Draft, b: Draft) -> bool:
    """One figure told twice: the same measure, value and parties, and nothing that speaks against it."""
    if _change_alone(a, b) or _change_alone(b, a):
        return bool(a.get("about") == b.get("about") and a.get("goods") == b.get("goods"))
    if a.get("measure") != b.get("measure") or a.get("value") != b.get("value") or a.get("trend") != b.get("trend"):
        return False
    if a.get("value") is None and a.get("change") != b.get("change"):
        return False
    if (
        a.get("value") is not None
        and None not in (a.get("change"), b.get("change"))
        and a.get("change") != b.get("change")
    ):
        return False
    loose = ("unit", "goods")
    return (
        _same_period(a, b)
        and _same_about(a, b)
        and all(a.get(k) == b.get(k) or None in (a.get(k), b.get(k)) for k in loose)
    )


def _change_alone(a: Draft, b: Draft) -> bool:
    """Whether one tells only the percent by which the other's figure moved in the same period."""
    period = a.get("period")
    return (
        a.get("measure") == b.get("measure")
        and None is a.get("value") is not b.get("value")
        and None is not a.get("change") == b.get("change")
        and None is not period == b.get("period")
    )


def _same_period(a: Draft, b: Draft) -> bool:
    mine, theirs = a.get("period"), b.get("period")
    return mine is None or theirs is None or mine == theirs or Period.parse(mine).overlaps(Period.parse(theirs))


def _same_about(a: Draft, b: Draft) -> bool:
    mine, theirs = a.get("about") or [], b.get("about") or []
    if not mine or not theirs:
        return True
    if a.get("measure") in _OF_WORKS and len(mine) == len(theirs) == 1:
        return mine == theirs or bool(_telling(mine[0]) & _telling(theirs[0]))  # one work, called in two ways
    if a.get("measure") in _ORDERED:
        return bool(mine == theirs)
    vague = a.get("measure") in _VICTIMS and None in (
        a.get("period"),
        b.get("period"),
    )  # a headline leaves out whose they were
    return set(mine) == set(theirs) or (vague and (set(mine) <= set(theirs) or set(theirs) <= set(mine)))


def _telling(name: str) -> set[str]:
    """The words of a name that are names themselves."""
    return {word for word in re.findall(r"\w+", name) if word[0].isupper() and len(word) > 3}


def section(values: Values) -> str:
    return _SECTIONS.get(str(values.get("measure")), "trade")


EXAMPLES = (
    Example(
        "Trade between Peru and Bolivia reached $1.2 billion in 2023.",
        ({"measure": "trade-turnover", "value": 1200000000, "unit": "USD", "period": "2023", "about": ["PER", "BOL"]},),
    ),
    Example(
        "Kenya's exports to Uganda came to 760 million dollars in 2024, 4 percent more than in 2023.",
        (
            {
                "measure": "exports",
                "value": 760000000,
                "unit": "USD",
                "change": 4,
                "period": "2024",
                "about": ["KEN", "UGA"],
            },
        ),
    ),
    Example("Inflation in Peru reached 3.2 percent in 2023."),
)
KIND = Kind("indicator", FIELDS, find, section, same, EXAMPLES)
