"""Infrastructure: lines, plants, roads, railways, pipelines, bridges, ports."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, put_date
from accord.languages.views import Clause, Mention, Views
from accord.record import Values
from accord.record import Field, Match, Role, Type

FIELDS = (
    Field("name", Type.NAME, frozenset({Role.TITLE}), Match.NAME, required=True),
    code("action", "mentioned announced planned agreed construction inaugurated completed visited suspended cancelled", Role.STEP, required=True),
    code("type", "power-line power-plant hydropower road railway pipeline bridge port airport"),
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO})),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)

_ACTIONS = {
    "inaugurate": "inaugurated", "complete": "completed", "build": "construction", "announce": "announced", "suspend": "suspended", "cancel": "cancelled",
    "visit": "visited", "agree": "agreed",
}  # fmt: skip
_ENERGY = frozenset({"power-line", "power-plant", "hydropower", "pipeline"})


def find(views: Views) -> Iterator[Draft]:
    """Works of infrastructure: what is done with them, or that they are spoken of by name."""
    told: set[str] = set()
    for clause in views.of(*_ACTIONS):
        for project in clause.mentions("project", parts=("of",) if clause.nominal else ("object", "of")):
            action = _action(clause)
            if clause.nominal and project.span.start - clause.trigger.end > 30:
                continue
            if action and (project.attributes.get("named") or clause.concept in ("inaugurate", "complete", "build")):
                told.add(project.name)
                draft = _draft(views, project, action)
                draft.anchor = anchor(views, clause)
                draft.status = "reported" if action in ("planned", "construction") and clause.status in ("planned", "reported") else clause.status
                if action == "planned":
                    draft.status = "planned" if clause.status == "planned" else clause.status
                yield put_date(draft, clause.when)
    for project in (m for m in views.mentions if m.type == "project"):
        if project.name not in told and project.attributes.get("named"):
            told.add(project.name)
            yield _draft(views, project, "mentioned")


def _action(clause: Clause) -> str:
    action = _ACTIONS[clause.concept]
    if clause.status in ("planned", "proposed") and action in ("inaugurated", "completed", "construction"):
        return "planned"
    return action


def _draft(views: Views, project: Mention, action: str) -> Draft:
    draft = Draft("project", project.span)
    draft.put("name", project.name, [project.span]).put("action", action).put("type", project.form)
    states = project.states or views.pair[:2]
    return draft.put("states", list(states), project.antecedents or views.pair_evidence[:2])


def same(a: Draft, b: Draft) -> bool:
    """One act on one work: the same name, or one within the other, and the same action."""
    left, right = str(a.get("name")).casefold(), str(b.get("name")).casefold()
    return a.get("action") == b.get("action") and a.status == b.status and (left in right or right in left or left.split()[0] == right.split()[0] and a.get("type") == b.get("type"))


def section(values: Values) -> str:
    return "energy" if values.get("type") in _ENERGY or not values.get("type") else "transport"


EXAMPLES = (
    Example("The two presidents inaugurated the Karuma-Tororo transmission line on 5 May 2024.", ({"name": "Karuma-Tororo transmission line", "action": "inaugurated", "date": "2024-05-05", "type": "power-line"},)),
    Example("The road to peace is long."),
)
KIND = Kind("project", FIELDS, find, section, same, EXAMPLES)
