"""Infrastructure: lines, plants, roads, railways, pipelines, bridges, ports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from accord.kinds.base import Draft, Example, Kind, code
from accord.kinds.common import anchor, put_date, put_start, states_in
from accord.languages.views import Clause, Mention, Views, one_name
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

_ACTIONS = frozenset(word for f in FIELDS if f.name == "action" for word in f.words)
_ENERGY = frozenset({"power-line", "power-plant", "hydropower", "pipeline"})


def find(views: Views) -> Iterator[Draft]:
    """Works of infrastructure: what is told of them in the document as a whole, or that they are spoken of."""
    told = [(c, work) for c in views.clauses for work in c.mentions("project", "work") if _action(c)]
    often = Counter(c.sentence for c, _ in told)
    for clause, work in told:
        action, status = _action(clause), clause.status
        if often[clause.sentence] == 1 and not work.attributes.get("row"):
            action, status = _weighed(views, clause.sentence, action, status)
        yield _draft(views, work, action, status, clause)
    yield from _seen(views, told)


_ACTION = ("action", "status")  # what is asked of the learnt
_SURE = 0.5  # how likely a sentence tells of works, from which the learnt is heard where the weights tell nothing


def _seen(views: Views, told: Sequence[tuple[Clause, Mention]]) -> Iterator[Draft]:
    """What sentences are learnt to tell of works that are seen in them, but no rule tells anything of there."""
    if views.guesser is None:
        return
    taken = {c.sentence for c, _ in told}
    for clause in views.of("work/seen"):
        if clause.sentence in taken or views.guesser.chance(clause.sentence, "project") < _SURE:
            continue
        guess = views.guesser.guess(clause.sentence, "project", _ACTION)
        action = guess.codes.get("action", "")
        for work in clause.mentions("project", "work"):
            if action != "mentioned" or not any(one_name(work.name, w.name) for _, w in told):
                yield _draft(views, work, action, guess.status, clause)


def _action(clause: Clause) -> str:
    kind, _, action = clause.concept.partition("/")
    return action if kind == "work" and action in _ACTIONS else ""


def _weighed(views: Views, sentence: int, action: str, status: str) -> tuple[str, str]:
    """The one action that a sentence tells of a work, with its status: that which such sentences are learnt to tell."""
    guess = views.guesser.guess(sentence, "project", _ACTION) if views.guesser is not None else None
    seems = guess.codes.get("action", action) if guess is not None else action
    return (action, status) if guess is None or seems == action else (seems, guess.status)


_AT_ONCE = ("inaugurated", "completed", "suspended", "agreed")


def _draft(views: Views, project: Mention, action: str, status: str, clause: Clause) -> Draft:
    put = put_start if action in _AT_ONCE else put_date
    draft = put(Draft("project", anchor(views, clause), status=status), clause.when)
    draft.put("name", project.name, project.spans[:3]).put("action", action).put("type", project.form)
    states, spans = project.states, project.antecedents
    if len(states) < 2:
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
    return one_name(left, right) or (
        left[:1].isupper() and left.split()[0] == right.split()[0] and a.get("type") == b.get("type")
    )


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
