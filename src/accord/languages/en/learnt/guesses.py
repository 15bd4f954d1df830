"""What a sentence seems to tell, made of the mentions in and around it by the learnt weights."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

import numpy as np

from accord.document import Span
from accord.languages.en.figures.priced import priced
from accord.languages.en.learnt.marks import (
    OF_CODES,
    OF_KINDS,
    OF_TOPICS,
    Candidate,
    Marks,
    counted,
    dates,
    numbers,
    people,
    places,
    spelled,
    states,
)
from accord.languages.en.learnt.model import CODED, SORTS, Key, Model, Numbers, model
from accord.languages.en.learnt.scene import Scene, Word
from accord.languages.en.names.naming import called, is_town
from accord.languages.views import Guess, Mention, Views

__all__ = ["ALL", "FORMS", "Guesses", "with_guesses"]

_MEMBER = 0.5  # from which something is one of several
_LIKELY, _USUAL = 0.4, 0.2  # from which it fills a key that may well be empty, or one that hardly ever is
_PART = 0.35  # from which a word rather belongs to a name than not
_LONGEST = 16  # words of a name
FORMS = frozenset(  # words for papers, which a title begins or ends with
    "agreement memorandum treaty protocol convention declaration statement programme program plan accord pact deal contract "
    "communique communiqué roadmap mou letter".split()
)
_FOR = frozenset("under by to for that which letting allowing providing covering of concerning regarding".split())
_VERBS = frozenset("was were is are has have had will".split())
_ENDS = _VERBS | frozenset(", . ; : ( which".split())
_BARE = frozenset(  # what stands beside such a word where it names nothing by itself
    "a an the this that these those both its their new signed said such two same document documents text paper papers agreements treaties "
    "memoranda protocols crossings crossing border post posts checkpoint checkpoints project projects event in place".split()
)
_NUMBERS = ("value", "change", "target")  # keys that hold what is measured
_OFFICES = ("office", "role")  # keys that hold what somebody is
_TWO = ("parties", "states", "between")  # keys that hold two states or more
_OF_WORKS = frozenset(
    {"cost", "line-length", "capacity", "voltage"}
)  # measures of works and other things that are made
_BEFORE = 2  # sentences before in which such a thing may be named
_Filled = tuple[tuple[Candidate, ...], float]  # what fills a key, and how sure


ALL = ("",)  # of all kinds


def with_guesses(
    views: Views, silent: Mapping[int, Collection[str]] = MappingProxyType({}), told: Collection[int] = ()
) -> Views:
    """The views with what was learnt to ask beside them; the sentences `silent` tell nothing of the kinds beside them, those
    `told` wholly leave nothing to be filled in."""
    return replace(views, guesser=Guesses(views, silent, told))


class Guesses:
    """Guesses of a document; nothing is made before it is asked for, nor twice."""

    def __init__(
        self, views: Views, silent: Mapping[int, Collection[str]] = MappingProxyType({}), told: Collection[int] = ()
    ) -> None:
        self._views = views
        self._told = frozenset(told)
        self._silent = silent
        self._numbers: dict[tuple[Marks, int], Numbers] = {}
        self._keys: dict[tuple[int, str, str], _Filled | None] = {}
        self._codes: dict[tuple[int, str, str], dict[str, str]] = {}

    @cached_property
    def _scene(self) -> Scene:
        return Scene(self._views)

    @cached_property
    def _model(self) -> Model:
        return model()

    @cached_property
    def _chances(self) -> Sequence[Mapping[str, float]]:
        """Of each sentence how likely it tells of each kind."""
        return [self._chances_of(index) for index in range(len(self._views.sentences))]

    def _chances_of(self, index: int) -> dict[str, float]:
        silent = self._silent.get(index, ())
        if silent == ALL:
            return {}
        chances = self._model.chances(self._marks(OF_KINDS, index))
        return {kind: chance for kind, chance in chances.items() if kind not in silent} if silent else chances

    def _marks(self, of: Iterable[Marks], index: int, *more: Numbers) -> Numbers:
        """Marks of a sentence by their numbers."""
        return np.concatenate([*(self._marks_of(marks, index) for marks in of), *more])

    def _marks_of(self, marks: Marks, index: int) -> Numbers:
        found = self._numbers.get((marks, index))
        if found is None:
            found = self._numbers[marks, index] = self._model.numbers(marks(self._scene, index))
        return found

    def likely(self, kind: str, least: float) -> Sequence[int]:
        """The sentences that are at least so likely to tell of a kind."""
        return [index for index, of in enumerate(self._chances) if of.get(kind, 0.0) >= least]

    def chance(self, index: int, kind: str) -> float:
        """How likely a sentence tells of a kind, from 0 to 1; 0 for a kind that nothing was learnt of."""
        return self._chances[index].get(kind, 0.0)

    def guess(self, index: int, kind: str, keys: Collection[str] | None = None) -> Guess:
        """What fills the keys of a kind, were it told by this sentence, or those asked for."""
        if keys is not None and index in self._told:
            return Guess(kind, index, 0.0, "reported", {}, {}, {})
        wanted = [name for name in self._model.keys.get(kind, ()) if keys is None or name in keys]
        filled = {name: of for name in wanted if (of := self._key(index, kind, name)) is not None}
        codes: dict[str, str] = {}
        for sort, choices in self._model.codes.get(kind, {}).items():
            if keys is None or not choices.names.isdisjoint(keys):
                codes |= self._code(index, kind, sort)
        found = {name: tuple(_as(c) for c in of) for name, (of, _) in filled.items()}
        if keys is None and (holder := next((m for of in found.values() for m in of if m.office), None)):
            found |= {name: (holder.but(name=holder.office),) for name in _OFFICES}
        status = codes.pop("status", "") or "reported"
        return Guess(
            kind, index, self.chance(index, kind), status, found, codes, {n: s for n, (_, s) in filled.items()}
        )

    def _key(self, index: int, kind: str, name: str) -> _Filled | None:
        """What fills a key of a kind."""
        at = (index, kind, name)
        if at not in self._keys:
            ways = [_filled(self._scene, index, name, key) for key in self._model.keys[kind][name]]
            of = [way for way in ways if way is not None]
            filled = (tuple(c for way, _ in of for c in way), max(sure for _, sure in of)) if of else None
            self._keys[at] = self._of_codes(index, kind, name, filled)
        return self._keys[at]

    def _of_codes(self, index: int, kind: str, name: str, filled: _Filled | None) -> _Filled | None:
        """What fills a key, where a code says what that must be."""
        if filled is None:
            return None
        if name == "about" and (number := self._number(index, kind)) is not None:
            if self._code(index, kind, SORTS["measure"]).get("measure") in _OF_WORKS:
                return _of_work(self._scene, index, filled[0], number.mention), filled[1]
        elif name == "between" and self._code(index, kind, CODED).get("type") == "sister-cities":
            return tuple(Candidate(m, set()) for m in _towns(self._scene, index)), filled[1]
        return filled

    def _number(self, index: int, kind: str) -> Candidate | None:
        """The number that a sentence measures something by."""
        of = [self._key(index, kind, name) for name in _NUMBERS if name in self._model.keys.get(kind, ())]
        return next((filled[0][0] for filled in of if filled is not None), None)

    def _code(self, index: int, kind: str, sort: str) -> dict[str, str]:
        """The words of the codes of a kind that the same marks tell: a topic is told by fields, a measure by the words about
        its number too."""
        at = (index, kind, sort)
        if at not in self._codes:
            if sort == SORTS["topic"]:
                marks = self._marks(OF_TOPICS, index)
            elif sort == SORTS["measure"]:
                marks = self._marks(OF_CODES, index, self._model.numbers(counted(self._number(index, kind))))
            else:
                marks = self._marks(OF_CODES, index)
            self._codes[at] = self._model.codes[kind][sort].best(marks)
        return self._codes[at]


def _filled(scene: Scene, index: int, name: str, key: Key) -> _Filled | None:
    match key.sort:
        case "state" | "organisation":
            of = scene.once(states, index).values()
            wanted = [c for c in of if (c.mention.type == "organisation") == (key.sort == "organisation")]
            return _one(key, wanted, 0.0)
        case "states":
            return _several(key, list(scene.once(states, index).values()), 2 if name in _TWO else 0)
        case "person":
            return _one(key, scene.once(people, index), _USUAL if key.usual else _LIKELY)
        case "people":
            return _several(key, scene.once(people, index), name == "participants")
        case "place":
            return _one(key, scene.once(places, index), _USUAL if key.usual else _LIKELY)
        case "period":
            return _one(key, scene.once(dates, index), _USUAL if key.usual else _LIKELY)
        case "number":
            return _one(key, scene.once(numbers, index), _USUAL if key.usual else _LIKELY)
        case _:
            return _words(scene, index, name, key)


def _one(key: Key, candidates: Sequence[Candidate], least: float) -> _Filled | None:
    """The likeliest, of equals the first."""
    chances = [key.chance(c.marks) for c in candidates]
    best = max(chances, default=-1.0)
    return ((candidates[chances.index(best)],), best) if best >= least else None


def _several(key: Key, candidates: Sequence[Candidate], least: int) -> _Filled | None:
    """All that are likely, and the likeliest up to `least`, in the order of how likely they are."""
    ranked = sorted(((key.chance(c.marks), -n) for n, c in enumerate(candidates)), reverse=True)
    kept = [(chance, -n) for rank, (chance, n) in enumerate(ranked) if chance >= _MEMBER or rank < least]
    if not kept:
        return None
    return tuple(candidates[n] for _, n in kept), min(chance for chance, _ in kept[: max(1, least)])


def _of_work(scene: Scene, index: int, about: tuple[Candidate, ...], number: Mention) -> tuple[Candidate, ...]:
    """What a size or a sum is about: the thing that is paid for, else the nearest work named, before the states."""
    span, here = scene.views.sentences[index].span, scene.mentions(index)
    bought = priced(scene.text, span, number.span, here)
    work = Mention("words", bought, scene.text[bought.start : bought.end]) if bought is not None else None
    for at in range(index, max(-1, index - _BEFORE - 1), -1):
        named = [m for m in scene.mentions(at) if m.type in ("project", "crossing") and m.name]
        if work is None and named:
            work = min(named, key=lambda m: abs(m.span.start - number.span.start))
    if work is None:
        return about
    return (Candidate(work, set()), *(c for c in about if c.code))


def _towns(scene: Scene, index: int) -> tuple[Mention, ...]:
    """The two towns of two states that a sentence names, which is what is twinned, or none."""
    named = {called(m): m for m in scene.mentions(index) if is_town(m)}
    ends = [Mention("words", m.span, name, m.states) for name, m in named.items()]
    return tuple(ends) if len(ends) == 2 and not set(ends[0].states) & set(ends[1].states) else ()


def _as(candidate: Candidate) -> Mention:
    """A mention as the one state that it is a candidate for."""
    if not candidate.code:
        return candidate.mention
    mention = candidate.mention
    return Mention("state", mention.span, candidate.code, (candidate.code,), mention.antecedents)


def _words(scene: Scene, index: int, name: str, key: Key) -> _Filled | None:
    """The run of words that belongs to a name most; a paper's title begins with its form."""
    words = scene.words(index)
    chances = [key.chance(marks) for marks in scene.once(spelled, index)]
    run = _run([chance - _PART for chance in chances])
    if run is None:
        return _paper(scene, index) if name == "title" else None
    sure = sum(chances[run[0] : run[1] + 1]) / (run[1] + 1 - run[0])
    first, last = _titled(words, *run) if name == "title" else run
    told = _told_there(scene, index, Span(words[first].start, words[last].end)) if name == "title" else None
    if told is not None:
        return (Candidate(_known(told), set()),), sure
    span = Span(words[first].start, words[last].end)
    bare = all(word.form in _BARE or word.form in FORMS for word in words[first : last + 1])
    named = Mention("words", span, scene.text[span.start : span.end], definite=bare)
    return (Candidate(named, set()),), sure


def _paper(scene: Scene, index: int) -> _Filled | None:
    """The first paper that a sentence names or refers to."""
    paper = next((m for m in scene.mentions(index) if m.type == "paper" and m.name), None)
    return None if paper is None else ((Candidate(_known(paper), set()),), 0.0)


def _known(paper: Mention) -> Mention:
    """A paper, as one that was told before where its name is none ("this signed document")."""
    bare = all(word in _BARE or word in FORMS for word in paper.name.lower().split())
    return paper.but(definite=True) if bare else paper


def _told_there(scene: Scene, index: int, title: Span) -> Mention | None:
    """The paper with words of its own that a title begins in, or that "the document" there stands for."""
    papers = (m for m in scene.mentions(index) if m.type == "paper" and m.span.overlaps(title))
    own = (m for m in papers if not m.attributes.get("plural") and not m.attributes.get("instruments"))
    return next(
        (m for m in own if m.name and any(m.attributes.get(a) for a in ("telling", "anaphor", "subject"))), None
    )


def _titled(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """A title with the word for its form, up to a verb, and one that is such a word alone with what it is said to be for."""
    first = next((at for at in range(first, max(-1, first - 6), -1) if words[at].form in FORMS), first)
    if last + 1 < len(words) and words[last].form in FORMS and words[last + 1].form in _FOR:
        end = next((n for n in range(last + 2, len(words)) if words[n].form in _ENDS), len(words))
        last = min(end - 1, last + _LONGEST)
    return first, next((n - 1 for n in range(first + 1, last + 1) if words[n].form in _VERBS), last)


def _run(gains: Sequence[float]) -> tuple[int, int] | None:
    """The stretch with the largest sum, if any is above nothing (Bentley 1984)."""
    best, found, start, total = 0.0, None, 0, 0.0
    for at, gain in enumerate(gains):
        if total <= 0 or at - start >= _LONGEST:
            start, total = at, 0.0
        total += gain
        if total > best:
            best, found = total, (start, at)
    return found
