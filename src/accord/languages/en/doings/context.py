"""Things that only their place in the page or the document shows: the labels of list items, bare names of crossings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.languages import patterns as re
from accord.languages.en.names.naming import capitals, mention_of
from accord.languages.en.text.phrases import PREPOSITIONS, Line
from accord.languages.views import Mention

__all__ = ["bare_crossings", "going_on", "labelled", "named_crossings", "sole_crossing"]

_WORKS = re.compile(r"\s*(?:the\s+)?(?:building |construction )?(?:works?|construction|building|groundbreaking)\b")
_GATES = re.compile(
    r"\s*(?:(?:re-?)?opening|(?:re)?opened|(?:re)?opens|to (?:re)?open|closed|closure|closes|shut|sealed)\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"[^.:]*;\s*(?:(?:re)?opened|closed|shut|sealed)\b", re.IGNORECASE)

_OTHERS = frozenset("another second third other no any every each one new such".split())
_GOING_ON = re.compile(
    r"\b(?:beg[aiu]n|begins|start(?:ed|s)|launch\w*|progress\w*|under ?way|continu\w+|per ?cent|complet\w+|ongoing|"
    r"resum\w+|halt\w*|stop\w*|stall\w*|suspend\w*|delay\w*|advanc\w+|pace|speed\w*|finish\w*|built|contractors?|"
    r"has been|have been|inspect\w*|visit\w*|site|currently|broke)\b|%",
    re.IGNORECASE,
)


def going_on(line: Line) -> bool:
    """Whether a sentence speaks of works as going on."""
    return _GOING_ON.search(line.text, line.span.start, line.span.end) is not None


def labelled(line: Line, crossings: bool) -> Iterator[Mention]:
    """ "Mataje: works suspended in May", "A–B: opening planned for June": an item's label names a work, or a crossing
    where the document has spoken of `crossings`."""
    if line.kind not in ("item", "row"):
        return
    end = capitals(line, 0)
    while end and line.low(end) in ("-", "–", "—", "/") and capitals(line, end + 1) > end + 1:
        end = capitals(line, end + 1)
    if not end or line.low(end) != ":" or line.covered(0, "state", "person", "office", "organisation"):
        return
    rest = line.text[line.tokens[end].end : line.span.end]
    if _WORKS.match(rest):
        yield mention_of("project", line, 0, end, attributes={"named": True, "loose": True})
    elif crossings and (_GATES.match(rest) or _LATER.match(rest)):
        yield mention_of("crossing", line, 0, end, attributes={"count": 1})


def named_crossings(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """The crossings that the document calls so anywhere, by name."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        if mention.type == "crossing" and mention.name[:1].isupper() and len(mention.name) > 3:
            found.setdefault(mention.name, mention)
    return found


def sole_crossing(line: Line, here: Sequence[Mention], known: dict[str, Mention]) -> Iterator[Mention]:
    """ "A key border crossing between X and Y reopened", told before the crossing is named: the only one that the document
    names."""
    gates = [gate for gate in known.values() if not gate.attributes.get("border")]
    for mention in here if len(gates) == 1 else ():
        if mention.type != "crossing" or not mention.definite or mention.attributes.get("plural"):
            continue
        first = next(i for i, t in enumerate(line.tokens) if t.end > mention.span.start)
        if not _OTHERS & set(line.lows(max(0, first - 4), first)):
            gate = gates[0]
            yield mention.but(
                name=gate.name,
                states=gate.states,
                antecedents=gate.spans[:3],
                definite=False,
                attributes={"count": 1, "recalled": True},
            )


def bare_crossings(
    line: Line, known: dict[str, Mention], here: Sequence[Mention], acts: Sequence[tuple[int, int]]
) -> Iterator[Mention]:
    """ "Mokambo would shut for repairs", "both Mokambo and Suam will reopen": the bare names of known crossings as what an
    act at [first, end) is done by or to."""
    for run in _runs(line, list(_places(line, known, here))):
        (before, _, _), (_, last, _) = run[0], run[-1]
        alone = line.low(before - 1) not in PREPOSITIONS | {"and", "-", "–"} and line.low(last) != "-"
        if any(before == end or (first >= last and _leads(line, last, first, alone)) for first, end in acts):
            for i, stop, name in run:
                yield mention_of("crossing", line, i, stop, attributes={"count": len(run)}).but(
                    states=known[name].states, antecedents=known[name].spans[:2]
                )


def _places(line: Line, known: dict[str, Mention], here: Sequence[Mention]) -> Iterator[tuple[int, int, str]]:
    """Where the names stand as tokens [first, last), in the order of the text."""
    words = line.own
    sizes = {name: len(name.replace("–", " – ").replace("-", " - ").split()) for name in known if name in words}
    taken = [m.span for m in here if m.type in ("crossing", "project", "person")] if sizes else []
    for i in range(len(line.tokens) if sizes else 0):
        for name, size in sizes.items():
            if (
                i + size <= len(line.tokens)
                and line.words(i, i + size) == name
                and not any(t.overlaps(line.slice(i, i + size)) for t in taken)
            ):
                yield i, i + size, name


def _runs(line: Line, places: list[tuple[int, int, str]]) -> list[list[tuple[int, int, str]]]:
    """Names in one breath: those with "and" or a comma or both between them."""
    runs: list[list[tuple[int, int, str]]] = []
    for place in places:
        last = runs[-1][-1][1] if runs else -9
        if place[0] - last == 1 or (place[0] - last == 2 and line.lows(last, place[0]) == [",", "and"]):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


_LED = re.compile(
    r"\s*(?:\([^)]{1,60}\))?(?:\s(?:in|near|opposite|on)\s[^,.;:()]{2,50}?)?(?:,[^,.;:()]{3,60},)?(?P<who>,\s(?:which|that)\b)?"
    r"(?:,?\s?(?:now|still|already|again|officially|finally|also|then|soon|first))*,?\s*"
)


def _leads(line: Line, last: int, first: int, alone: bool) -> bool:
    """Whether an act at token `first` is done by or to the name that ends at `last`: right behind it, or past an aside."""
    match = (
        _LED.fullmatch(line.text, line.tokens[last - 1].end, line.tokens[first].start) if first - last < 24 else None
    )
    return match is not None and (alone or match["who"] is not None)
