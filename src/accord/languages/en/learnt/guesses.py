"""What a sentence seems to tell, made of the mentions in and around it by the learnt weights."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from accord.document import Span
from accord.languages.en.figures.priced import priced
from accord.languages.en.learnt.marks import (
    Candidate,
    coded,
    counted,
    dates,
    numbers,
    people,
    places,
    sentence,
    spelled,
    states,
    topical,
)
from accord.languages.en.learnt.model import SORTS, Key, model
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
    """Guesses of a document, made when they are asked for."""

    def __init__(
        self, views: Views, silent: Mapping[int, Collection[str]] = MappingProxyType({}), told: Collection[int] = ()
    ) -> None:
        self._views = views
        self._told = frozenset(told)
        self._chances: dict[int, dict[str, float]] = {i: {} for i, kinds in silent.items() if kinds == ALL}
        self._silent = silent
        self._guesses: dict[tuple[int, str, bool], Guess] = {}

    @cached_property
    def _scene(self) -> Scene:
        return Scene(self._views)

    def chance(self, index: int, kind: str) -> float:
        """How likely a sentence tells of a kind, from 0 to 1; 0 for a kind that nothing was learnt of."""
        if index not in self._chances:
            chances = model().chances(self._scene.once(sentence, index))
            self._chances[index] = {k: c for k, c in chances.items() if k not in self._silent.get(index, ())}
        return self._chances[index].get(kind, 0.0)

    def guess(self, index: int, kind: str, *, named: bool = True) -> Guess:
        """What fills the keys of a kind, were it told by this sentence; names, which take longest, only where wanted."""
        if not named and index in self._told:
            return Guess(kind, index, 0.0, "reported", {}, {}, {})
        found = self._guesses.get((index, kind, True)) or self._guesses.get((index, kind, named))
        if found is None:
            found = self._guesses[index, kind, named] = self._guess(index, kind, named)
        return found

    def _guess(self, index: int, kind: str, named: bool) -> Guess:
        scene = self._scene
        chosen: dict[str, tuple[Candidate, ...]] = {}
        sure: dict[str, float] = {}
        for name, ways in model().keys.get(kind, {}).items():
            for key in ways if named else [key for key in ways if key.sort != "words"]:
                filled = _filled(scene, index, name, key)
                if filled is not None:
                    chosen[name] = (*chosen.get(name, ()), *filled[0])
                    sure[name] = max(sure.get(name, 0.0), filled[1])
        number = next((n for name in _NUMBERS for n in chosen.get(name, ())), None)
        codes: dict[str, str] = {}
        for sort, choices in model().codes.get(kind, {}).items():
            codes |= choices.best(_marks(scene, index, sort, number))
        if codes.get("measure") in _OF_WORKS and "about" in chosen and number is not None:
            chosen["about"] = _of_work(scene, index, chosen["about"], number.mention)
        keys = {name: tuple(_as(c) for c in of) for name, of in chosen.items()}
        if codes.get("type") == "sister-cities":
            keys["between"] = _towns(scene, index)
        status = codes.pop("status", "") or "reported"
        holder = next((m for of in keys.values() for m in of if m.office), None)
        if holder is not None:
            keys |= {name: (holder.but(name=holder.office),) for name in _OFFICES}
        return Guess(kind, index, self.chance(index, kind), status, keys, codes, sure)


def _marks(scene: Scene, index: int, sort: str, number: Candidate | None) -> set[str]:
    """What speaks for the words of a code: a topic is told by fields, a measure by the words about its number too."""
    if sort == SORTS["topic"]:
        return scene.once(topical, index)
    marks = scene.once(coded, index)
    return counted(marks, number) if sort == SORTS["measure"] else marks


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
    best = max(range(len(chances)), key=lambda n: (chances[n], -n), default=None)
    if best is None or chances[best] < least:
        return None
    return (candidates[best],), chances[best]


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
