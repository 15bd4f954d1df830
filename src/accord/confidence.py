"""How likely a claim is right: a logistic model over what can be seen of it, none of it words of a language.

The weights in `confidence.json` are fitted by `tools/calibrate.py` on documents whose texts and gold no rule was written
from; docs/accuracy.md gives its reliability. A claim under the store's threshold is kept for review and not shown as fact.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from accord.kinds.base import Draft, Kind
from accord.kinds.guessed import agreeing
from accord.languages.views import Clause, Sentence, Views
from accord.record import Role, Type

__all__ = ["Page", "features", "marks", "probability", "weights"]

_LONG, _CROWDED, _EARLY = 300, 4, 0.2  # characters of a sentence, clauses or states in it, share of the document
_CHANCES, _SURE = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 0.95), 0.6  # of what was learnt
_SHORT = 8  # sentences
_STATES = (0.1, 0.25, 0.4)  # share of sentences that name two states or more


@dataclass(frozen=True, slots=True)
class Page:
    """A document as a whole: its views, how many drafts of each kind it gave, and how much of it is about states."""

    views: Views
    clauses: Mapping[int, Sequence[Clause]]  # by sentence
    states: Mapping[int, Collection[str]]  # that are named as such, by sentence
    drafts: Mapping[str, int]
    offices: int  # holders of office named
    crossed: float  # share of sentences with two states or more

    @property
    def short(self) -> bool:
        """Whether it is a note, which need not tell more than one thing."""
        return len(self.views.sentences) < _SHORT

    @classmethod
    def of(cls, views: Views, drafts: Mapping[str, int]) -> Page:
        states: dict[int, set[str]] = {}
        named: dict[int, set[str]] = {}
        starts = [s.span.start for s in views.sentences]
        for mention in views.mentions:
            if mention.type in ("state", "office", "person") and mention.states:
                at = bisect_right(starts, mention.span.start) - 1
                states.setdefault(at, set()).update(mention.states)
                if mention.type == "state" and at >= 0 and mention.span in views.sentences[at].span:
                    named.setdefault(at, set()).update(mention.states)
        offices = {m.name for m in views.mentions if m.type == "office" or (m.type == "person" and m.office)}
        share = sum(len(s) > 1 for s in states.values()) / max(1, len(starts))
        clauses: dict[int, list[Clause]] = {}
        for clause in views.clauses:
            clauses.setdefault(clause.sentence, []).append(clause)
        return cls(views, clauses, named, drafts, len(offices), share)


def probability(kind: str, status: str, marks: Iterable[str]) -> float:
    """What the model gives for what was seen, as `features` names it; what has no weight says nothing."""
    every, own = weights(), _weights_of(kind)
    told = every.get(f"kind={kind}", 0.0) + own.get(f"status={status}", 0.0)
    total = every["bias"] + told + sum(every.get(mark, 0.0) + own.get(mark, 0.0) for mark in marks)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def features(kind: str, status: str, marks: Iterable[str]) -> dict[str, float]:
    """What was seen, as features: each mark for all kinds and for its own."""
    names = [f"kind={kind}", f"{kind}:status={status}", *(n for mark in marks for n in (mark, f"{kind}:{mark}"))]
    return dict.fromkeys(names, 1.0)


@cache
def weights() -> Mapping[str, float]:
    """Feature names and their weights, in log odds; `bias` is the intercept."""
    text = (files("accord") / "confidence.json").read_text(encoding="utf-8")
    found: dict[str, float] = json.loads(text)["weights"]
    return found


@cache
def _weights_of(kind: str) -> Mapping[str, float]:
    """The weights that marks have for a kind alone."""
    own = f"{kind}:"
    return {name.removeprefix(own): weight for name, weight in weights().items() if name.startswith(own)}


def marks(kind: Kind, draft: Draft, page: Page, drafts: Sequence[Draft]) -> Sequence[str]:
    """What can be seen of a draft: its kind and codes, which keys it has and where their words stand, its sentence, its
    place among the others (`drafts` are those of its kind), and what the document is about. None is there twice."""
    views, sentence = page.views.part(draft.anchor), page.views.sentence_of(draft.anchor)
    own = (*_keys(kind, draft), *_words(kind, draft), *_place(draft, views, drafts), *_guessed(draft))
    in_row = sentence is not None and page.views.blocks[sentence.block].kind == "row"
    if in_row:  # what was learnt says nothing of cells
        own = ("in row", *(f"{mark} in row" for mark in own))
    else:
        own = (*own, *_sentence(draft, page, sentence), *_learnt(kind, draft, views))
    return tuple(dict.fromkeys((*own, *_about(kind, page))))


def _about(kind: Kind, page: Page) -> Iterator[str]:
    """Whether the document is about relations between states: what else it tells, offices, states side by side; a note is
    not held to that."""
    if page.short:
        return
    others = [name for name, count in page.drafts.items() if count and name != kind.name]
    yield f"{min(len(others), 5)} other kinds"
    yield from (f"beside {name}" for name in others)
    yield f"{min(page.offices, 3)} offices"
    yield f"states crossed {sum(page.crossed >= least for least in _STATES)}"


def _keys(kind: Kind, draft: Draft) -> Iterator[str]:
    for field in kind.fields:
        value = draft.values.get(field.name)
        if value is None:
            yield f"without {field.name}"
            continue
        if field.type in (Type.CODE, Type.CODES):
            yield f"{field.name}={value.value if field.type is Type.CODE else value.value[0]}"
        if value.basis:
            yield f"{field.name} inferred"
        elif value.spans and not any(span in draft.anchor for span in value.spans):
            yield f"{field.name} from elsewhere"


def _words(kind: Kind, draft: Draft) -> Iterator[str]:
    """How the thing is called, and how many states and people it names."""
    for field in kind.with_role(Role.TITLE):
        value = draft.get(field.name)
        if isinstance(value, str) and field.type is not Type.CODE:
            words = value.split()
            yield f"{field.name} of {min(len(words), 8) // 2 * 2} words"
            if not any(w[:1].isupper() for w in words):
                yield f"{field.name} without a capital"
    for field in kind.fields:
        value = draft.get(field.name)
        if isinstance(value, list) and field.type is not Type.CODES:
            yield f"{min(len(value), 4)} {field.name}"


def _sentence(draft: Draft, page: Page, sentence: Sentence | None) -> Iterator[str]:
    views = page.views
    if sentence is None:
        return
    yield f"in {views.blocks[sentence.block].kind}"
    if sentence.span.end - sentence.span.start > _LONG:
        yield "long sentence"
    clauses = page.clauses.get(sentence.index, ())
    yield from (
        f"by {c}" for c in sorted({c.concept.partition("/")[0] for c in clauses if c.scope.overlaps(draft.anchor)})
    )
    if len(clauses) > _CROWDED:
        yield "many clauses"
    if any(c.status != "reported" for c in clauses):
        yield "not all reported"
    yield f"{min(len(page.states.get(sentence.index, ())), _CROWDED)} states in sentence"


def _learnt(kind: Kind, draft: Draft, views: Views) -> Iterator[str]:
    """How likely the sentence tells of the kind, by what was learnt, and whether a guess for it says the same."""
    sentence = views.sentence_of(draft.anchor)
    if sentence is not None and views.guesser is not None:
        chance = views.guesser.chance(sentence.index, kind.name)
        yield from (f"sentence over {least}" for least in _CHANCES if chance >= least)
        if draft.guess is None and chance >= _CHANCES[0]:
            told = agreeing(kind, draft, views.guesser, sentence.index)
            yield from (f"{name} {'as' if same else 'not as'} guessed" for name, same in told)


def _guessed(draft: Draft) -> Iterator[str]:
    """Keys that a guess filled; of a guess how likely it is and how sure its keys are."""
    for name, sure in draft.filled.items():
        yield f"{name} filled"
        if sure < _SURE:
            yield f"{name} filled, unsure"
    if draft.guess is not None:
        yield "guessed"
        yield from (f"guessed over {least}" for least in _CHANCES if draft.guess.chance >= least)
        yield from (f"{name} unsure" for name, sure in draft.guess.sure.items() if sure < _SURE)


def _place(draft: Draft, views: Views, drafts: Sequence[Draft]) -> Iterator[str]:
    if draft.anchor.start < _EARLY * len(views.document.text):
        yield "early"
    yield f"{min(len(views.pair), _CROWDED)} states in document"
    yield f"{min(len(drafts), 6) // 2 * 2} of its kind"
    if draft.mentions > 1:
        yield "told again"
    if any(o is not draft and o.anchor.overlaps(draft.anchor) for o in drafts):
        yield "beside another of its kind"
