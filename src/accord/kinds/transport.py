"""Links between places: flights, trains, buses, ferries."""

from __future__ import annotations

from collections.abc import Iterator

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, put_start, sure_and_last
from accord.languages.views import Clause, Views
from accord.plover import Act, by_key
from accord.record import Field, Match, Role, Type

FIELDS = (
    code("mode", "air road rail bus sea", match=Match.EXACT, required=True),
    Field("from", Type.PLACE, frozenset({Role.WHERE, Role.TITLE}), Match.NAME, required=True),
    Field("to", Type.PLACE, frozenset({Role.WHERE, Role.TITLE}), Match.NAME, required=True),
    code("action", "suspended resumed launched planned proposed", Role.STEP, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
)

_ACTIONS = {
    "transport/resume": "resumed",
    "transport/launch": "launched",
    "transport/suspend": "suspended",
    "transport/propose": "proposed",
    "transport/plan": "planned",
    "transport/run": "launched",
    "transport/postpone": "launched",
    "transport/follow": "planned",
}


def find(views: Views) -> Iterator[Draft]:
    """Links between two places that are launched, resumed, suspended, planned or proposed."""
    running: set[str] = set()  # links that the document told as launched
    stopped: set[tuple[int, str, str]] = set()  # sentences and the links told there as suspended, which run again
    resumed = {c.sentence for c in views.of("transport/resume") if c.status == "reported"}
    for clause in sure_and_last(views, "transport", _ACTIONS):
        if (
            clause.concept in ("transport/run", "transport/launch")
            and clause.sentence in resumed
            and clause.status == "reported"
        ):
            continue
        if (
            clause.concept == "transport/run"
            and clause.status not in ("planned", "proposed")
            and (clause.when is None or clause.tense == "present")
        ):
            continue
        if clause.concept == "transport/follow" and clause.status not in ("planned", "proposed"):
            continue
        for link in clause.mentions("transport"):
            action, status = _action(clause)
            if action == "suspended" and status == "reported":
                stopped.add((clause.sentence, link.form, link.name))
            elif action == "launched" and status == "reported" and (clause.sentence, link.form, link.name) in stopped:
                action = "resumed"
            if clause.concept == "transport/run" and status == "planned" and link.name in running:
                continue
            if action in ("launched", "resumed") and status == "reported":
                running.add(link.name)
            draft = Draft("transport", anchor(views, clause), status=status)
            draft.put("mode", link.form, [link.span]).put("from", link.attributes["from"], link.spans).put(
                "to", link.attributes["to"], link.spans
            )
            yield put_start(draft.put("action", action), clause.when)


def _action(clause: Clause) -> tuple[str, str]:
    """What is done and how sure it is: a start or a resumption to come is planned, one asked for is proposed; a stop to
    come keeps its own name."""
    action, status = _ACTIONS[clause.concept], clause.status
    if clause.concept == "transport/postpone":
        return action, "postponed" if status == "reported" else status
    if action == "proposed":
        return action, status if status in ("denied", "cancelled") else "proposed"
    if action == "planned":
        return action, "planned" if status == "reported" else status
    if status == "proposed" and action != "suspended":
        return "proposed", status
    if status == "postponed" and clause.concept in ("transport/resume", "transport/run"):
        return "planned", status
    if status == "planned" and action in ("launched", "resumed"):
        return "planned", status
    return action, status


def same(a: Draft, b: Draft) -> bool:
    """One act on one link, in either direction."""
    ends = [sorted((str(d.get("from")), str(d.get("to")))) for d in (a, b)]
    return all(x in y or y in x for x, y in zip(*ends, strict=True)) and (a.get("mode"), a.get("action"), a.status) == (
        b.get("mode"),
        b.get("action"),
        b.status,
    )


EXAMPLES = (
    Example(
        "Direct flights between Hanoi and Vientiane resumed on 4 June 2024.",
        ({"mode": "air", "from": "Hanoi", "to": "Vientiane", "action": "resumed", "date": "2024-06-04"},),
    ),
    Example(
        "The two sides discussed resuming flights between Hanoi and Vientiane.",
        ({"action": "proposed", "status": "proposed"},),
    ),
    Example("Trade between Hanoi and Vientiane resumed in May 2020."),
)

act = by_key(
    "action",
    {
        "planned": Act("AGREE", context=("economic",)),
        "proposed": Act("AGREE", context=("economic",)),
        "launched": Act("COOPERATE", context=("economic",)),
        "resumed": Act("COOPERATE", context=("economic",)),
        "suspended": Act("SANCTION", "discontinue", ("economic",)),
    },
)
KIND = Kind("transport", FIELDS, find, lambda values: "transport", same, EXAMPLES, act)
