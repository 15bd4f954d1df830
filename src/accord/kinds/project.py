"""Infrastructure: lines, plants, roads, railways, pipelines, bridges, ports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, put_date, states_in, sure_and_last
from accord.languages.views import Clause, Mention, Views
from accord.plover import Act, by_key
from accord.record import Field, Match, Role, Type, Values

FIELDS = (
    Field("name", Type.NAME, frozenset({Role.TITLE}), Match.NAME, required=True),
    code(
        "action",
        "mentioned announced planned agreed construction inaugurated completed visited suspended cancelled",
        Role.STEP,
        required=True,
    ),
    code("type", "power-line power-plant hydropower road railway pipeline bridge port airport"),
    Field("states", Type.STATES, frozenset({Role.CONCERNS, Role.WHO})),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)

_ACTIONS = {
    "project/inaugurate": "inaugurated",
    "project/use": "inaugurated",
    "project/complete": "completed",
    "project/construct": "construction",
    "project/begin": "construction",
    "project/plan": "planned",
    "project/propose": "planned",
    "project/lead": "planned",
    "project/announce": "announced",
    "project/suspend": "suspended",
    "project/cancel": "cancelled",
    "project/visit": "visited",
    "project/agree": "agreed",
    "project/discuss": "mentioned",
}
_ENERGY = frozenset({"power-line", "power-plant", "hydropower", "pipeline"})


def find(views: Views) -> Iterator[Draft]:
    """Works of infrastructure: what is done with them, or that they are spoken of by name."""
    told: set[str] = set()
    clauses = list(sure_and_last(views, "project", _ACTIONS))
    for clause in sorted(clauses, key=lambda c: c.concept == "project/discuss"):
        if clause.concept == "project/lead" and clause.status in ("reported", "hypothetical"):
            continue
        for project in clause.mentions("project"):
            action, status = _action(clause)
            if not project.attributes.get("named") and action in ("announced", "visited", "mentioned"):
                continue
            spoken = action == "mentioned"
            if spoken and (status != "reported" or project.attributes.get("recalled") or _of_any(project, told)):
                continue
            told.add(project.name)
            draft = _draft(views, project, action, clause)
            draft.anchor, draft.status = anchor(views, clause), status
            yield put_date(draft, clause.when)
    yield from _agreed(views, told)
    titles = [b.span for b in views.blocks if b.kind in ("headline", "heading")]
    crossings = [m.span for m in views.mentions if m.type == "crossing"]
    for project in (m for m in views.mentions if m.type == "project" or (m.type == "work" and m.form)):
        if (
            not _of_any(project, told)
            and not project.attributes.get("loose")
            and not any(project.span in t for t in titles)
            and not any(c in project.span for c in crossings)
        ):
            told.add(project.name)
            yield _draft(views, project, "mentioned")


def _agreed(views: Views, told: set[str]) -> Iterator[Draft]:
    """Works that a signed paper is about: they are agreed with it."""
    signed = [c for c in views.of("sign") if c.status in ("reported", "planned")]
    for work in (m for m in views.mentions if m.type == "work" and m.attributes.get("built")):
        for clause in signed:
            if any(work.span in paper.span for paper in clause.mentions("paper")):
                told.add(work.name)
                draft = _draft(views, work, "agreed")
                draft.anchor, draft.status = anchor(views, clause), clause.status
                yield put_date(draft, clause.when)
                break


def _action(clause: Clause) -> tuple[str, str]:
    """What is done and how sure it is: works to come, asked for or denied are `planned` ones of that status."""
    action, status = _ACTIONS[clause.concept], clause.status
    if action == "planned" and status in ("reported", "planned"):
        return action, "proposed" if clause.concept == "project/propose" else "planned"
    if status in ("planned", "proposed", "denied", "postponed", "hypothetical") and action in (
        "construction",
        "planned",
    ):
        return "planned", status
    if status == "proposed" and action in ("inaugurated", "completed"):
        return "planned", status
    if clause.concept == "project/use" and status != "reported":
        return "completed", status
    if clause.concept == "project/inaugurate" and status == "planned":
        return "completed", status
    return action, status


def _draft(views: Views, project: Mention, action: str, clause: Clause | None = None) -> Draft:
    draft = Draft("project", project.span)
    draft.put("name", project.name, project.spans[:3]).put("action", action).put("type", project.form)
    states, spans = project.states, project.antecedents
    if len(states) < 2 and clause is not None:
        more, more_spans = states_in(clause.mentions("state"))
        if len({*states, *more}) == 2:
            states, spans = tuple(dict.fromkeys((*states, *more))), (*spans, *more_spans)
    if len(states) < 2 and (not states or states[0] in views.pair[:2]):
        states, spans = views.pair[:2] or states, (*spans, *views.pair_evidence[:2])
    return draft.put("states", list(states), spans)


def same(a: Draft, b: Draft) -> bool:
    """One act on one work: the same name, or one within the other, and the same action."""
    if a.get("action") != b.get("action") or a.status != b.status:
        return False
    left, right = str(a.get("name")), str(b.get("name"))
    return _alias(left, right) or (
        left[:1].isupper() and left.split()[0] == right.split()[0] and a.get("type") == b.get("type")
    )


def _of_any(project: Mention, told: set[str]) -> bool:
    return any(_alias(project.name, name) for name in told)


def _alias(left: str, right: str) -> bool:
    """Whether two names may be one work's: one within the other, or all words of one in the other ("the Ipoly bridge", "the
    bridge over the Ipoly river")."""
    left, right = left.casefold(), right.casefold()
    if left in right or right in left:
        return True
    a, b = ({w.strip("()") for w in re.split(r"[\s–—-]+", name)} for name in (left, right))
    return len(a) > 1 < len(b) and (a <= b or b <= a)


def section(values: Values) -> str:
    return "energy" if values.get("type") in _ENERGY or not values.get("type") else "transport"


EXAMPLES = (
    Example(
        "The presidents of Kenya and Uganda inaugurated the Karuma-Tororo transmission line on 5 May 2024.",
        (
            {
                "name": "Karuma-Tororo transmission line",
                "action": "inaugurated",
                "date": "2024-05-05",
                "type": "power-line",
            },
        ),
    ),
    Example("The road to peace is long."),
)

act = by_key(
    "action",
    {
        "announced": Act("AGREE", context=("economic",)),
        "planned": Act("AGREE", context=("economic",)),
        "agreed": Act("AGREE", context=("economic",)),
        "construction": Act("COOPERATE", context=("economic",)),
        "inaugurated": Act("COOPERATE", context=("economic",)),
        "completed": Act("COOPERATE", context=("economic",)),
        "suspended": Act("SANCTION", "discontinue", ("economic",)),
        "cancelled": Act("SANCTION", "discontinue", ("economic",)),
    },
)
KIND = Kind("project", FIELDS, find, section, same, EXAMPLES, act)
