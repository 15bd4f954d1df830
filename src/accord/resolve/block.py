"""Candidate pairs: claims of one kind that share a cheap key, so that the work grows nearly with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import floor, log

from accord.record import Field, Match, Role, Type
from accord.resolve.dates import never_meet
from accord.resolve.facts import Facts, text_list
from accord.resolve.names import Name, place_named
from accord.resolve.quantities import number
from accord.resolve.words import fold, skeleton

__all__ = ["BLOCK_LIMIT", "WINDOW", "block_keys", "candidate_pairs", "hopeless", "in_order"]

BLOCK_LIMIT = 120  # larger blocks are gone through with a window, in the order of names and dates
WINDOW = BLOCK_LIMIT // 4
_NAMED = 200  # letters of a name by which claims are put in order
_PREFIX = 4  # consonants of a word
_BAND = 1.25  # undated figures this near (as a factor) meet
_SIBLING = timedelta(days=3)
_VOWELS = str.maketrans("", "", "aeiou")


def _consonants(key: str) -> str:
    return key.translate(_VOWELS)[:_PREFIX] or key[:_PREFIX]


def _name_keys(text: str) -> set[str]:
    """Keys of the telling words of a name, alone and joined to the next ("Kyzyl-Bel": kzl, bl, kzlb)."""
    name = Name.of(text)
    words = [w for w in name.words if w.weight >= 1.0]
    keys = {_consonants(w.key) for w in words} | {_consonants(w.stem) for w in words}
    keys |= {_consonants(skeleton(a.text + b.text)) for a, b in zip(name.words, name.words[1:], strict=False)}
    return keys or {"=" + name.folded}


def _whole(text: str) -> str:
    name = Name.of(text)
    return "".join(sorted(_consonants(w.key) for w in name.words if w.weight >= 1.0)) or name.folded


def _months(facts: Facts, margin: timedelta = timedelta(0)) -> set[str]:
    """The months that a claim's date touches; none where it is vaguer than a month or missing."""
    if not facts.precise or facts.when is None:
        return set()
    first = max(facts.when.first, date.min + margin) - margin
    last = min(facts.when.last, date.max - margin) + margin
    return {f"{first.year}-{first.month}", f"{last.year}-{last.month}"}


def _people_keys(facts: Facts) -> Iterator[str]:
    for name, some in facts.people.items():
        for who in some:
            if who.person:
                yield f"{name}|{skeleton(fold(who.person.split()[-1]))[:3]}"
            if who.office:
                yield f"{name}|{who.office.key}|{who.office.state}"


def _figure_keys(facts: Facts) -> Iterator[str]:
    shape = facts.shape
    about = next((text_list(facts.get(f)) for f in shape.keys if f.match is Match.ORDERED), [])
    what = "|".join(fold(str(facts.get(f) or "")) for f in shape.titles)
    subject = f"{what}|" + ",".join(sorted(map(_whole, about)))
    for f in shape.keys:
        if f.match is Match.PERIOD and (period := facts.periods.get(f.name)):
            yield f"{subject}|{period.first}|{period.last}"
            if not period.open and period.length <= _SIBLING:
                yield from (f"{subject}|{day}" for day in sorted({period.first, period.last}))
    value = number(facts.get(shape.value))
    if value:
        band = floor(log(abs(value)) / log(_BAND))
        yield from (f"{subject}|~{band}", f"{subject}|~{band + 1}")
    elif not facts.when:
        yield subject


def _title_keys(facts: Facts, f: Field, states: Sequence[str], dyad: str) -> Iterator[str]:
    text = ", ".join(text_list(facts.get(f)))
    if not text:
        return
    if f.match is Match.NAME and f not in facts.shape.ends:
        yield f"{f.name}|{_whole(text)}|"
        for key in _name_keys(text):
            yield from (f"{f.name}|{key}|{state}" for state in states)
    elif f.match is Match.EXACT and f.required:
        yield f"{f.name}|{fold(text)}|{dyad}"


def _place_keys(facts: Facts) -> Iterator[str]:
    """Keys under which a paper named by the place of its signing meets the one that was signed there, in one year."""
    if not facts.shape.forms or facts.when is None or facts.when.open:
        return
    names = place_named(text for f in facts.shape.titles if (text := facts.text(f)))
    places = place_named(text for f in facts.shape.places if (text := facts.text(f)))
    for word in sorted(places | names if len(names) == 1 else places):
        yield from (f"at {word}|{state}|{facts.when.first.year}" for state in sorted(facts.states))


def block_keys(facts: Facts) -> set[str]:
    """The keys of a claim; two claims meet when they share one."""
    shape = facts.shape
    if shape.by_period:
        return {f"{shape.kind}|{key}" for key in _figure_keys(facts)}
    states = sorted(facts.states) or [""]
    dyad = ",".join(states)
    keys: set[str] = set()
    for f in shape.titles:
        keys.update(_title_keys(facts, f, states, dyad))
    if shape.ends:
        keys.add("&".join(sorted(_consonants(skeleton(fold(str(facts.get(f) or "")))) for f in shape.ends)))
    keys.update(_people_keys(facts))
    keys.update(_place_keys(facts))
    if not any(facts.get(f) is not None for f in shape.titles if f.match is Match.NAME):
        keys.update(f"{dyad}|{month}" for month in _months(facts))
    elif shape.forms:
        form, months = "|".join(str(facts.get(f) or "") for f in shape.forms), _months(facts, _SIBLING)
        topics = (shape.topic and facts.list(shape.topic)) or ("",)
        keys.update(f"{dyad}|{form}|{topic}|{month}" for topic in topics for month in months)
    for f in shape.keys:
        if f.match is Match.NUMBER and Role.VALUE in f.roles and (value := number(facts.get(f))) is not None:
            keys.add(f"{f.name}|{value:.2g}|{facts.get(shape.unit) or ''}|{states[0]}")
            keys.update(f"{f.name}|{value:.2g}|{facts.get(shape.unit) or ''}|{state}" for state in states[1:])
        elif f.match is Match.NAME and Role.TITLE not in f.roles and f.type is not Type.TEXT:
            keys.update(f"{f.name}|{key}|{dyad}" for key in _name_keys(", ".join(text_list(facts.get(f)))))
    return {f"{shape.kind}|{key}" for key in keys}


def in_order(facts: Facts) -> tuple[str, str, str]:
    """The place of a claim in a large block: by the beginning of its name, its first day, and its id."""
    title = " ".join(str(facts.get(f) or "") for f in facts.shape.titles)
    return fold(title)[:_NAMED], facts.when.first.isoformat() if facts.when else "", facts.id


def hopeless(a: Facts, b: Facts) -> bool:
    """Whether states or dates alone forbid that two claims are one."""
    apart = bool(a.states) and bool(b.states) and a.states.isdisjoint(b.states)
    return apart or never_meet(a, b)


def candidate_pairs(facts: Sequence[Facts]) -> list[tuple[int, int]]:
    """Pairs of positions in `facts` to be compared, each once, sorted; without those that states or dates forbid."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for position, one in enumerate(facts):
        for key in block_keys(one):
            blocks[key].append(position)
    pairs: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        if len(block) <= BLOCK_LIMIT:
            pairs.update((a, b) for i, a in enumerate(block) for b in block[i + 1 :])
            continue
        block = sorted(block, key=lambda position: in_order(facts[position]))
        for i, a in enumerate(block):
            pairs.update((min(a, b), max(a, b)) for b in block[i + 1 : i + 1 + WINDOW])
    return sorted((a, b) for a, b in pairs if not hopeless(facts[a], facts[b]))
