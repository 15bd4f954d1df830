"""The deciding keys, kind by kind: whether a claim `s` is the thing that a gold line `g` describes (one document)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from accord.evaluate.agree import (
    Line,
    alike,
    as_set,
    dated,
    fold,
    same_date,
    same_number,
    same_unit,
    shares,
    someone,
    standing,
)

__all__ = ["SAME", "same", "slot_agrees"]


def _agreement(g: Line, s: Line) -> bool:
    if not dated(g, s):
        return False
    if g.get("parties") and not shares(g["parties"], s.get("parties"), 2):
        return False
    if g.get("count") and int(g["count"]) > 1:
        return same_number(g["count"], s.get("count"))
    return alike(g.get("title"), s.get("title"))


def _visit(g: Line, s: Line) -> bool:
    if g.get("visitor") and s.get("visitor"):
        who = someone(g["visitor"], s["visitor"]) or someone(g["visitor"], s.get("office", ""))
    else:
        who = someone([g.get("visitor"), g.get("office")], [s.get("visitor"), s.get("office")])
    sending = not (g.get("sending") and s.get("sending")) or bool(as_set(g["sending"]) & as_set(s["sending"]))
    return who and sending and shares(g.get("host"), s.get("host")) and dated(g, s)


def _meeting(g: Line, s: Line) -> bool:
    if not shares(g.get("states"), s.get("states"), 2):
        return False
    if g.get("participants") and not someone(g["participants"], s.get("participants", [])):
        return False
    return dated(g, s) or not s.get("date")


def _body(g: Line, s: Line) -> bool:
    return (
        alike(g.get("name"), s.get("name"))
        and g.get("action", "mentioned") == s.get("action", "mentioned")
        and (not g.get("ordinal") or same_number(g["ordinal"], s.get("ordinal")))
    )


def _indicator(g: Line, s: Line) -> bool:
    if g.get("measure") != s.get("measure") or not same_date(g.get("period"), s.get("period")):
        return False
    if g.get("about") and s.get("about") and not someone(g["about"], s["about"]):
        return False
    if g.get("value") is not None:
        sign = -1 if g["measure"] == "trade-balance" else 1  # a deficit may be told as a negative balance
        values = (s.get("value", s.get("low")), sign * float(s.get("value") or 0))
        return same_unit(g.get("unit"), s.get("unit")) and any(same_number(g["value"], v) for v in values)
    if g.get("change") is not None:
        return same_number(g["change"], s.get("change"))
    return g.get("trend") is not None and g["trend"] == s.get("trend")


def _commitment(g: Line, s: Line) -> bool:
    if g.get("due") and not same_date(g["due"], s.get("due")):
        return False
    if len(as_set(s.get("by"))) > len(as_set(g.get("by"))) + 1:
        return False
    if g.get("by") and not (as_set(g["by"]) & as_set(s.get("by")) or someone(g["by"], s.get("by") or [])):
        return False
    if g.get("target") is not None:
        return same_number(g["target"], s.get("target")) and same_unit(g.get("unit"), s.get("unit"))
    return alike(g.get("what"), s.get("what"), 0.5)


def _crossing(g: Line, s: Line) -> bool:
    actions = {g.get("action"), s.get("action")}
    return someone(g.get("name"), s.get("name")) and (len(actions) == 1 or actions == {"opened", "reopened"})


def _incident(g: Line, s: Line) -> bool:
    types = {g.get("type"), s.get("type")} - {None, ""}
    if len(types) > 1 and not types <= {"clash", "shooting", "attack"}:
        return False
    return shares(g.get("states"), s.get("states"), 2) and dated(g, s)


def _project(g: Line, s: Line) -> bool:
    return alike(g.get("name"), s.get("name")) and g.get("action", "mentioned") == s.get("action", "mentioned")


def _transport(g: Line, s: Line) -> bool:
    ends_g, ends_s = ([line.get("from"), line.get("to")] for line in (g, s))
    matched = sum(any(alike(a, b) for b in ends_s if b) for a in ends_g if a)
    return (
        g.get("mode") == s.get("mode")
        and g.get("action") == s.get("action")
        and matched == sum(bool(a) for a in ends_g)
    )


def _membership(g: Line, s: Line) -> bool:
    return shares(g.get("state"), s.get("state")) and (
        shares(g.get("organisation"), s.get("organisation")) or alike(g.get("organisation"), s.get("organisation"))
    )


def _assessment(g: Line, s: Line) -> bool:
    return someone(g.get("speaker"), s.get("speaker")) and (
        not g.get("topic") or bool(as_set(g["topic"]) & as_set(s.get("topic")))
    )


def _tie(g: Line, s: Line) -> bool:
    ends_g, ends_s = (line.get("between") or [] for line in (g, s))
    placed = g.get("type") in ("embassy", "consulate") and g.get("place") and s.get("place")
    if placed and not alike(g["place"], s["place"]):
        return False
    return (
        g.get("type") == s.get("type")
        and dated(g, s)
        and all(any(fold(a) == fold(b) or alike(a, b) for b in ends_s) for a in ends_g)
    )


def _event(g: Line, s: Line) -> bool:
    return alike(g.get("name"), s.get("name"), 0.5) and (not g.get("states") or shares(g["states"], s.get("states"), 2))


SAME: Mapping[str, Callable[[Line, Line], bool]] = {
    "agreement": _agreement,
    "visit": _visit,
    "meeting": _meeting,
    "body": _body,
    "indicator": _indicator,
    "commitment": _commitment,
    "crossing": _crossing,
    "incident": _incident,
    "project": _project,
    "transport": _transport,
    "membership": _membership,
    "assessment": _assessment,
    "tie": _tie,
    "event": _event,
}


def same(kind: str, g: Line, s: Line) -> bool:
    """Whether a claim is a gold line: the same standing (so, to come, not so) and the same deciding keys."""
    loose = kind in ("commitment", "indicator")  # a promise is to come by nature, a figure may be a design figure
    standings = {standing(g), standing(s)}
    return (len(standings) == 1 or (loose and "not so" not in standings)) and SAME[kind](g, s)


def slot_agrees(key: str, gold: Any, got: Any) -> bool:
    """Whether one key of a found line agrees."""
    if got in (None, "", []):
        return False
    if key in ("date", "period", "due"):
        return same_date(gold, got)
    if key == "unit":
        return same_unit(gold, got)
    if key == "topic":
        return bool(as_set(gold) & as_set(got))
    if isinstance(gold, (int, float)) and not isinstance(gold, bool):
        return same_number(gold, got)
    if isinstance(gold, list):
        found = got if isinstance(got, list) else [got]
        return len(found) <= 2 * len(gold) and all(any(fold(a) == fold(b) or alike(a, b) for b in found) for a in gold)
    return fold(gold) == fold(got) or (len(str(gold)) > 4 and alike(gold, got))
