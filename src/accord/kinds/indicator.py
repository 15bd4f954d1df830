"""Figures: trade, borders, casualties, lengths, capacities."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import MEASURES, Draft, Example, Kind, code
from accord.languages.views import Views
from accord.record import Values
from accord.record import Field, Match, Role, Type

FIELDS = (
    code("measure", MEASURES, Role.MEASURE, Role.TITLE, match=Match.EXACT, required=True),
    Field("value", Type.NUMBER, frozenset({Role.VALUE})),
    Field("change", Type.NUMBER),
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


def find(views: Views) -> Iterator[Draft]:
    """Figures: what the language reads as a measure with a value, a change or a trend."""
    for clause in views.of("figure"):
        for figure in clause.mentions("figure"):
            draft = Draft("indicator", clause.scope, status=clause.status)
            draft.put("measure", figure.name, [figure.span])
            if figure.amount is not None:
                amount = figure.amount
                draft.put("value", amount.value, figure.attributes["spans"]).put("unit", amount.unit, figure.attributes["spans"])
                draft.put("comparison", amount.comparison).put("low", amount.low).put("high", amount.high)
            if figure.change is not None:
                draft.put("change", figure.change.percent, figure.attributes["change_spans"])
            draft.put("trend", figure.form, [figure.span])
            if figure.period is not None:
                draft.put("period", figure.period.iso, figure.attributes.get("period_spans", ()))
            draft.put("about", list(figure.attributes.get("about") or figure.states), figure.antecedents)
            draft.put("goods", figure.attributes.get("goods"), [figure.span]).put("of", figure.attributes.get("of"), [figure.span])
            yield draft


def same(a: Draft, b: Draft) -> bool:
    keys = ("measure", "value", "period", "unit", "goods", "trend", "about")
    return all(a.get(k) == b.get(k) for k in keys) and (a.get("value") is not None or a.get("change") == b.get("change"))


def section(values: Values) -> str:
    measure = str(values.get("measure"))
    return {"border-length": "border", "border-delimited": "border", "border-disputed": "border", "checkpoints": "border", "incidents": "security", "killed": "security", "injured": "security",
            "displaced": "security", "line-length": "energy", "voltage": "energy", "capacity": "energy", "generation": "energy", "cost": "energy", "agreements": "agreements",
            "visits": "contacts", "flights": "transport"}.get(measure, "trade")  # fmt: skip


EXAMPLES = (
    Example("Trade between Peru and Bolivia reached $1.2 billion in 2023.", ({"measure": "trade-turnover", "value": 1200000000, "unit": "USD", "period": "2023", "about": ["PER", "BOL"]},)),
    Example("Inflation in Peru reached 3.2 percent in 2023."),
)
KIND = Kind("indicator", FIELDS, find, section, same, EXAMPLES)
