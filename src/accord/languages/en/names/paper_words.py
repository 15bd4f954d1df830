"""The words of a paper's name: its number, its plural, its subjects, its states, topics and year."""

from __future__ import annotations

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.text.topics import topics_of
from accord.values import Period

__all__ = [
    "EMPTY",
    "OF_MANY",
    "PLURAL",
    "behind_number",
    "behind_other",
    "cased",
    "count_of",
    "counted",
    "counted_subjects",
    "list_end",
    "period_of",
    "quoted",
    "singular",
    "state_spans",
    "states_of",
    "subjects_of",
    "topics_in",
]

PLURAL = frozenset(
    "treaties agreements accords deals pacts conventions memorandums memoranda mous protocols programmes programs plans declarations documents instruments papers arrangements texts acts understandings minutes regulations".split()
)
EMPTY = frozenset(
    "new present signed bilateral trilateral tripartite joint key important landmark historic several additional intergovernmental interstate inter government governmental "
    "international draft final this same relevant major formal framework multilateral cooperation package series of number and state "
    "signing are were - following more further other separate related long awaited set recent latest existing regional official above such these two three few various numerous many multiple full blown fledged fully proper".split()
)

_SMALL = frozenset("of the and in on for at to between with by de".split())


# Conventions of many states, which say nothing of two of them.
OF_MANY = re.compile(
    r"\b(?:Refugee|Vienna|Geneva|Chicago|Ramsar|Hague|Montreux|Warsaw|Basel|Aarhus|Espoo|Barcelona|Bern|Bonn|Budapest|Istanbul|Lisbon|Kyoto|Montreal|Paris|Rome|Genocide|Schengen|Dublin|Berne|Ottawa|Stockholm|Minamata"
    r"|Non-Proliferation|Law of the Sea|Climate|Biodiversity|Torture)\b[^,;]{0,40}\b(?:Convention|Conventions|Protocol|Agreement|Statute|Treaty)\b|\bConvention(?:s)? (?:relating to the Status of Refugees|on the Law of the Sea)",
)


def cased(title: str) -> str:
    """A title in capitals written as titles are: "AGREEMENT ON TRANSIT" as "Agreement on Transit"."""
    if not title.isupper():
        head, blank, rest = title.partition(" ")
        return f"{head.capitalize()}{blank}{rest}" if head.isupper() and len(head) > 5 else title
    words = [w.lower() if w.lower() in _SMALL else w.capitalize() for w in title.split()]
    return " ".join(words)


def quoted(line: Line, i: int) -> int | None:
    """The end of a title in quotation marks that follows the head noun (Memorandum "On ...")."""
    if line.low(i) != '"':
        return None
    for j in range(i + 1, min(i + 40, len(line.tokens))):
        if line.low(j) == '"':
            return j
    return None


def behind_number(line: Line, start: int, first: int) -> int:
    """Where a number stands in the middle of the words before a head, the name begins with it, and behind a sum."""
    sums = [a.span.end for a in line.amounts if a.type == "amount" and a.span.start < line.tokens[first].start]
    start = next((i for i in range(start, first) if not sums or line.tokens[i].start >= sums[-1]), start)
    return next(
        (
            i
            for i in range(start + 1, first)
            if (line.tokens[i].text.isdigit() and len(line.tokens[i].text) < 4)
            or (counted(line, i) and line.covered(i - 1, "place", "state"))  # "concluded in Accra three documents"
        ),
        start,
    )


def behind_other(line: Line, start: int, first: int) -> int:
    """Where "MoUs and agreements" names two sorts of papers, the second one's name begins behind "and"."""
    last = next((i for i in range(first - 1, start, -1) if line.low(i) == "and"), None)
    return last + 1 if last is not None and line.low(last - 1) in PLURAL else start


def count_of(line: Line, start: int, first: int) -> int | None:
    for mention in line.amounts:
        if (
            mention.type == "number"
            and mention.amount
            and line.tokens[start].start < mention.span.end <= line.tokens[first].start
            and not line.text.startswith("-", mention.span.end)
        ):
            value = mention.amount.value
            return int(value) if float(value).is_integer() and 1 < value < 1000 else None
    return None


def counted(line: Line, i: int) -> bool:
    """Whether a number stands at token i."""
    token = line.tokens[i] if 0 <= i < len(line.tokens) else None
    return token is not None and any(
        m.type == "number" and m.span.start <= token.start < m.span.end for m in line.amounts
    )


def states_of(line: Line, start: int, last: int) -> tuple[str, ...]:
    """The states that a paper's name has, "Franco-" and "Sino-" too."""
    found: list[str] = []
    for i in range(start, last):
        mention = line.covered(i, "state", "place")
        own = mention.states if mention else _combined(line, i)
        found += [s for s in own if s not in found]
    return tuple(found)


def state_spans(line: Line, start: int, last: int) -> tuple[Span, ...]:
    spans = {m.span for i in range(start, last) if (m := line.covered(i, "state", "place"))}
    spans |= {line.slice(i, i + 1) for i in range(start, last) if _combined(line, i)}
    return tuple(sorted(spans))


_COMBINED = {
    "anglo": "GBR", "austro": "AUT", "belgo": "BEL", "dano": "DNK", "franco": "FRA", "germano": "DEU", "greco": "GRC", "hispano": "ESP",
    "indo": "IND", "italo": "ITA", "luso": "PRT", "nippo": "JPN", "polono": "POL", "russo": "RUS", "sino": "CHN", "turco": "TUR",
}  # fmt: skip


def _combined(line: Line, i: int) -> tuple[str, ...]:
    """The state of the first half of a compound: "Franco-Liberian"."""
    state = _COMBINED.get(line.low(i)) if line.low(i + 1) == "-" else None
    return (state,) if state and line.covered(i + 2, "state") is not None else ()


def topics_in(line: Line, start: int, last: int) -> tuple[str, ...]:
    return topics_of(line.lows(start, last)) or ("general",)


def period_of(line: Line, start: int, last: int) -> Period | None:
    """The year that is part of how a paper is called: "(1996)", "of 1977", "the 2012 treaty"."""
    if (line.low(last) == "(" and line.low(last + 2) == ")") or line.low(last) in ("of", "from"):
        mention = line.covered(last + 1, "date")
    else:
        mention = next(
            (
                m
                for i in (start - 1, start)
                if (m := line.covered(i, "date")) is not None and line.low(start - 1) != "in"
            ),
            None,
        )
    period = mention.period if mention is not None else None
    return period if period is not None and period.length.days <= 366 else None


def singular(line: Line, start: int, first: int, end: int) -> str:
    told_so = line.lows(end - 2, end) == ["of", "understanding"] and line.low(end - 3).startswith("memorand")
    noun = "memorandum of understanding" if told_so else line.low(end - 1)
    single = {
        "memoranda": "memorandum",
        "treaties": "treaty",
        "mous": "MoU",
        "minutes": "minutes",
        "programs": "programme",
        "programmes": "programme",
    }.get(noun, noun.rstrip("s"))
    modifiers = [line.tokens[i].text for i in range(start, first) if line.low(i) not in EMPTY and not counted(line, i)]
    return " ".join([*modifiers, single])


_FIELDS = frozenset("field fields area areas sphere spheres domain domains range number variety sectors sector".split())


def _one_thing(line: Line, start: int, conjunction: int) -> bool:
    """Whether two nouns share what follows "of": "the construction and use of roads"."""
    return conjunction == start + 2 and line.low(start) in DETERMINERS and line.low(conjunction + 2) == "of"


_DEALING = ("on", "in", "for", "covering", "concerning", "regarding")
_OF_PAPERS = frozenset("was were will would is are has have had shall should to followed follow remain came".split())


def list_end(line: Line, opener: int, last: int) -> int:
    """The end of the subjects of a plural head where a comma, or what may be a verb, seemed to end them: "memoranda on
    tea, dams, and oil and gas were signed"; `last` where no list goes on there."""
    if line.low(opener) in _DEALING and (line.low(opener + 1) == ":" or line.low(last) in (",", "and")):
        return _list_goes(line, opener, last)
    return last


def _list_goes(line: Line, opener: int, last: int) -> int:
    """The end of a list of subjects that comes to an "and", or `last`."""
    spaced = line.low(opener + 1) == ":"
    stop = set('. ( ) — ? ! "'.split()) | (set() if spaced else {":", ";"})
    j = opener + 2
    commas = closed = 0
    while j < len(line.tokens) and line.low(j) not in stop:
        low = line.low(j)
        if low in (",", ";", "and"):
            behind = j + 1 + (line.low(j + 1) == "and")
            if line.other_paper(behind) or line.covered(behind, "date") or line.low(behind) in ("which", "as"):
                closed = closed or (j if low == "and" or behind > j + 1 else 0)
                break
            commas += low != "and"
            closed = j if low == "and" else closed
        elif line.covered(j, "person") or (line.covered(j, "office") and line.low(j - 1) in (",", "and", "the")):
            return last
        elif line.ends_here(j, False) and line.low(j - 1) not in (",", ";"):
            if line.finite(j) and low not in _OF_PAPERS:
                return last
            break
        j += 1
    while j > last and line.low(j - 1) in (",", "and", ";", "in", "on", "at", "the", "also"):
        j -= 1
    return j if closed and commas and j > last else last


def _parts_here(line: Line, commas: list[int], j: int, count: int | None) -> bool:
    """Whether the bare "and" at j parts two subjects: behind commas the first one, else where two papers are meant."""
    if commas:
        first = j > commas[-1] and not any(line.low(k) == "and" for k in range(commas[-1], j))
        return first and not _one_thing(line, commas[-1] + 1, j)
    return count == 2 or line.low(j + 1) in DETERMINERS


def subjects_of(line: Line, opener: int, last: int, count: int | None) -> list[tuple[int, int]]:
    """The subjects of a plural head: "agreements on A, B and C" gives three; two joined by a bare "and" stay one unless
    two papers are counted, or a determiner shows that the second is a thing of its own."""
    if (
        line.low(opener) not in _DEALING
        or "between" in line.lows(opener, last)
        or set(line.lows(opener, opener + 6)) & _FIELDS
    ):
        return []
    return _parted(line, opener, last, count)


def counted_subjects(line: Line, opener: int, count: int) -> list[tuple[int, int]]:
    """As many subjects as papers are counted, told from an opener of any kind; none where there are more or fewer."""
    last = _list_goes(line, opener, line.right(opener, False) if line.low(opener) in _DEALING else opener + 1)
    if last <= opener + 2 and count == 2:
        last = next((j for j in range(opener + 1, len(line.tokens)) if line.low(j) in (".", ",", ";")), last)
    found = _parted(line, opener, last, count)
    return found if len(found) == count else []


def _parted(line: Line, opener: int, last: int, count: int | None) -> list[tuple[int, int]]:
    """The subjects between commas and "and"."""
    told = line.low(opener)
    opener += line.low(opener + 1) == ":"
    several = [j for j in range(opener + 1, last) if line.low(j) == ";"]
    commas = several or [j for j in range(opener + 1, last) if line.low(j) == ","]
    closed = any(line.low(j + 1) == "and" for j in commas)  # "A, B, and C and D": the last "and" is inside the last one
    cuts: list[tuple[int, int]] = []
    for j in range(opener + 1, last):
        behind = j + 1 + (line.low(j + 1) in ("and", "also"))
        behind += j in commas and line.low(behind) in (told, "on")
        if j in commas and line.low(j + 1) == "as" and line.low(j + 2) == "well":
            cuts.append((j, j + 4))
        elif j in commas:
            cuts.append((j, behind))
        elif cuts and j < cuts[-1][1]:
            continue
        elif line.low(j) == "and" and line.low(j + 1) == told:
            cuts.append((j, j + 2))
        elif line.low(j) == "and" and not closed and _parts_here(line, commas, j, count):
            cuts.append((j, j + 1))
    edges = [opener + 1, *[b for _, b in cuts]]
    ends = [*[a for a, _ in cuts], last]
    return [(a, b) for a, b in zip(edges, ends, strict=True) if b > a]
