"""Border crossings that a sentence names: "the Suam border post", "the crossing between A in X and B in Y"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from accord.languages.en.names.gates import of_borders
from accord.languages.en.names.naming import capitals, end_of_link, mention_of
from accord.languages.en.text.phrase_words import STOPS
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = ["find_crossings"]

_QUALIFIERS = frozenset(
    listed(
        "border one stop - frontier land international state road rail railway automobile joint automotive "
        "checkpoint vehicle pedestrian customs cargo local main bridge busy mountain integrated check binational "
        "passenger multi lateral foot footbridge immigration car cars truck trucks lorry lorries motor permanent temporary "
        "freight highway bus railroad ferry river seasonal wheeled transit commercial"
    )
)
_JOINING = frozenset(listed("border one international land joint road rail international frontier"))
_LEADING = frozenset(
    listed(
        "the two a - new key its this three renovated reconstructed rebuilt modernised modernized upgraded refurbished "
        "both busy main newly old former busiest"
    )
)
_AFTER = frozenset(listed("at of in : — - named called , on the known as namely near ( post posts side"))
_SHUTTING = frozenset(
    listed(
        "closed shut reopened reopen reopens closes sealed blocked reopening closure closing close shuts closing locked "
        "padlocked slammed barred chained bolted barricaded unlocked unsealed unblocked opened sealing shutting locks "
        "padlocks blocks seals"
    )
)
_COUNTS = frozenset(
    listed(
        "one two three four five six seven eight nine ten eleven twelve several some many most all both other another more "
        "few no any every each such these those"
    )
)
_SMALL_WORDS = frozenset(
    listed("of on in at for and or to from by with after when why how is are was were has shut open close")
)
_POSTS = frozenset(listed("post posts gate gates point points"))
_PASSABLE = frozenset(
    listed(
        "bridge bridges footbridge pass passes border frontier tunnel landing landings barrier barriers causeway ferry "
        "terminal terminals customs ramp jetty dock"
    )
)  # crossings where they are spoken of as shut or opened to what passes
_GATES = _POSTS | _PASSABLE
_FAR_SIDE = 2  # states that a sentence names, where it shuts or opens a passage without the word border
_PASSING = frozenset(
    listed(
        "traffic lorries trucks cars vehicles buses coaches pedestrians travellers travelers passengers goods cargo freight "
        "trade traders people commuters motorists residents locals tourists civilians refugees returnees everyone all foot"
    )
)
_ADVERBS = frozenset(listed("earlier today yesterday afterwards later nonetheless nevertheless instead besides"))
_BORDERLY = frozenset(
    listed(
        "border frontier customs cross crossed crossing crossings lorries trucks travellers passengers pedestrians traffic"
    )
)


def find_crossings(line: Line) -> Iterator[Mention]:
    """Named crossings; those spoken of without a name are left to what refers to them."""
    for first, end, _ in (*line.find("crossings"), *_posts(line)):
        if line.low(first) in ("crossing", "crossings") and line.tokens[first].word and _not_a_place(line, first, end):
            continue
        linked = _between(line, end)
        start = _left(line, first)
        if linked is not None and line.low(first) == "bridge" and line.tokens[first].capital and start < first:
            yield mention_of(
                "crossing", line, start, end, attributes={"count": 1}
            )  # "the Peace Bridge linking A and B"
            continue
        if linked is not None:
            yield linked.but(attributes={"count": 1})
            continue
        names = list(_names(line, first, end))
        for a, b in names:
            yield mention_of("crossing", line, a, b, attributes={"count": len(names)})
        if not names and "border" in line.lows(max(0, first - 3), end):
            yield mention_of(
                "crossing", line, first, end, definite=True, attributes={"plural": line.low(end - 1).endswith("s")}
            )


def _posts(line: Line) -> Iterator[tuple[int, int, str]]:
    """ "The Mokambo post", "the gate at Sabro", "the Jama pass", where the sentence speaks of a border, or the document
    does and the sentence shuts or opens it."""
    words = line.said
    if _GATES.isdisjoint(words) or not (
        _BORDERLY & words
        or (_SHUTTING & words and ("pass" in words or of_borders(line.text) or len(_sides(line)) >= _FAR_SIDE))
    ):
        return
    for i, token in enumerate(line.tokens):
        low = token.low
        if (
            low not in _GATES
            or (token.capital and low not in ("pass", "bridge", "gate", "border"))
            or (low in _PASSABLE and not _shut(line, i))
            or line.low(i - 1) in ("border", "frontier", "customs", "check", "-", "her", "his", "a")
        ):
            continue
        named = (
            i > 0
            and line.tokens[i - 1].capital
            and line.tokens[i - 1].word
            and i > (line.low(0) == "the")
            and line.low(i - 1) not in _COUNTS | _SMALL_WORDS | DETERMINERS
        )
        if low in ("border", "frontier") and (not named or line.covered(i - 1, "state") or line.low(i + 1) == "-"):
            continue
        if (
            (low == "bridge" and not named and line.low(i + 1) == "between")
            or named
            or (low in _POSTS and any(_apposed(line, i)))
            or (
                low not in ("border", "frontier", "pass", "passes")
                and line.low(i + 1) in (("at", "of") if low in _POSTS else ("at", "near"))
                and i + 2 < len(line.tokens)
                and line.tokens[i + 2].capital
            )
        ):
            yield i, i + 1, "crossing"


def _shut(line: Line, i: int) -> bool:
    """Whether the bridge at token i is spoken of as closed or reopened, as a crossing is."""
    behind = _past_aside(line.lows(i + 1, min(len(line.tokens), i + 27)))[:16]
    if any(low in (";", "which", "while", "but") for low in behind):
        behind = behind[: next(k for k, low in enumerate(behind) if low in (";", "which", "while", "but"))]
    before = line.lows(max(0, i - 8), i)
    if ("open", "again") in pairwise(behind) or _to_passing([*before, *behind]) or _first_over(before):
        return True
    shutting = _SHUTTING - {"opened"}
    if "traffic" in before[-4:]:
        shutting |= {"stopped", "halted", "suspended", "resumed", "interrupted"}
    return bool(shutting & {*behind, *before[-5:]})


def _past_aside(lows: list[str]) -> list[str]:
    """Without the relative clause between two commas that begins near ("the bridge at A, which links B and C, was shut")."""
    which = next((k for k in range(min(6, len(lows))) if lows[k] == "which" and lows[k - 1] == ","), None)
    end = next((k for k in range(which + 1, len(lows)) if lows[k] == ","), None) if which else None
    return lows if which is None or end is None else [*lows[: which - 1], *lows[end + 1 :]]


def _to_passing(lows: list[str]) -> bool:
    """ "Opened to lorries", "is open for local traffic"."""
    after = next((k for k, low in enumerate(lows) if low in ("open", "opened", "opens", "opening")), None)
    if after is None:
        return False
    to = next((k for k in range(after + 1, min(len(lows), after + 9)) if lows[k] in ("to", "for")), None)
    return to is not None and bool(_PASSING & set(lows[to + 1 : to + 5]))


def _first_over(lows: list[str]) -> bool:
    """ "The first lorries rolled over the A bridge", "cars began to cross"."""
    return bool(_PASSING & set(lows)) and bool({"first", "began", "started", "begin", "start", "begun"} & set(lows))


def _sides(line: Line) -> set[str]:
    """The states that a sentence names."""
    return {s for m in line.at if m is not None and m.type == "state" for s in m.states}


def _not_a_place(line: Line, first: int, end: int) -> bool:
    """ "illegal crossings", "crossing the border", "a river crossing of refugees"."""
    before = line.low(first - 1)
    return line.low(end) in ("the", "into", "over", "illegally", "a") or (
        before
        in (
            "illegal",
            "irregular",
            "unlawful",
            "unauthorised",
            "unauthorized",
            "zebra",
            "level",
            "migrant",
            "were",
            "was",
            "are",
            "is",
            "of",
            "for",
            "while",
            "by",
            "when",
            "after",
        )
        and first + 1 == end
    )


def _between(line: Line, i: int) -> Mention | None:
    """ "crossing between A in X and B in Y", "crossing linking A and B": the two places make the name."""
    if line.low(i) not in ("between", "linking", "connecting", "from"):
        return None
    ends: list[Mention] = []
    j = i + 1
    while len(ends) < 2:
        found = end_of_link(line, j)
        if found is None:
            return None
        place, j = found
        ends.append(place)
        if (
            line.low(j) in ("in", ",", "(")
            and (state := line.covered(j + 1 + (line.low(j + 1) == "the"), "state")) is not None
        ):
            ends[-1] = place.but(states=state.states, antecedents=(*place.antecedents, state.span))
            while (
                line.covered(j + 1, "state")
                or (line.low(j) in ("in", ",", "(") and line.low(j + 1) != "and")
                or line.low(j) == ")"
            ):
                j += 1
            j += line.low(j) != "and"
        if len(ends) == 1:
            if line.low(j) not in ("and", "to", "with", "-", "—"):
                return None
            j += 1
    a, b = ends
    if a.type != "place" or b.type != "place":
        return None
    name = f"{a.attributes.get('name', a.name)}–{b.attributes.get('name', b.name)}"
    states = tuple(dict.fromkeys(a.states + b.states))
    return Mention("crossing", a.span, name, states, (*a.antecedents, b.span, *b.antecedents))


def _names(line: Line, first: int, end: int) -> Iterator[tuple[int, int]]:
    start = _left(line, first)
    if start < first and line.tokens[start].capital and line.low(start) not in _COUNTS:
        yield from _named_before(line, start, first)
        return
    yield from (
        list(_named_after(line, end))
        or list(_apposed(line, first))
        or list(_fronted(line, first))
        or list(_seated(line, first, end))
    )


def _fronted(line: Line, first: int) -> Iterator[tuple[int, int]]:
    """ "At Rusumo, the crossing was shut", "shall establish at Rusumo a joint post": the place right before the article."""
    i = first
    while i > 0 and first - i < 5 and line.low(i - 1) not in DETERMINERS and line.tokens[i - 1].word:
        i -= 1
    stop = i - 1
    if line.low(stop) not in ("the", "a", "an", "both", "its"):
        return
    stop -= line.low(stop - 1) == ","
    start = stop
    while start > 0 and (
        (line.tokens[start - 1].word and line.tokens[start - 1].capital and line.low(start - 1) not in ("at", "near"))
        or (line.low(start - 1) in ("-", "–", "/") and start < stop)
    ):
        start -= 1
    if (
        start < stop
        and line.low(start - 1) in ("at", "near", "outside")
        and not line.covered(start, "state", "person", "office", "date", "organisation")
    ):
        yield start, stop


def _seated(line: Line, first: int, end: int) -> Iterator[tuple[int, int]]:
    """ "A new border post has been inaugurated at Ruhwa": the place behind the verb names an indefinite crossing."""
    if not {"a", "an", "new", "another", "second", "third"} & set(line.lows(max(0, first - 6), first)) or line.low(
        end - 1
    ).endswith("s"):
        return
    for i in range(end, min(len(line.tokens) - 1, end + 9)):
        if line.low(i) in (",", ";", "and", "which", "that"):
            return
        last = capitals(line, i + 1) if line.low(i) in ("at", "near") else i
        if last > i + 1 and not line.covered(i + 1, "state", "person", "office", "date"):
            yield i + 1, last


def _past_partner(line: Line, end: int) -> int:
    """Past "with Belarus," and "," behind a plural head, where a list of names follows; past "with Belarus at"."""
    k = end + 1 + (line.low(end + 1) == "the")
    if line.low(end) in ("with", "to", "into", "from") and (state := line.covered(k, "state")) is not None:
        while line.covered(k, "state") is state:
            k += 1
        if line.low(k) in ("at", "near") and capitals(line, k + 1) > k + 1:
            return k
    if not line.low(end - 1).endswith("s"):
        return end
    i = end
    if line.low(i) in ("with", "to", "on") and line.covered(i + 1, "state"):
        i += 2
    last = capitals(line, i + 1) if line.low(i) == "," else i
    return (
        i + 1
        if last > i + 1
        and line.low(last) in ("and", ",")
        and capitals(line, last + 1) > last + 1
        and not line.covered(i + 1, "state")
        else end
    )


def _apposed(line: Line, first: int) -> Iterator[tuple[int, int]]:
    """ "Mokambo, the busiest crossing, was shut"."""
    i = first
    while (
        i > 0
        and line.tokens[i - 1].word
        and not line.tokens[i - 1].capital
        and line.low(i - 1) not in DETERMINERS
        and first - i < 5
    ):
        i -= 1
    if line.low(i - 1) not in ("the", "a", "another") or line.low(i - 2) != ",":
        return
    start = i - 2 - (line.low(i - 3) in ("bridge", "gate", "post", "port"))
    stop = start
    while start > 0 and (
        (line.tokens[start - 1].capital and line.tokens[start - 1].word) or line.low(start - 1) == "-"
    ):
        start -= 1
    opener = start == 0 and (line.low(0) in STOPS | PREPOSITIONS | _ADVERBS or line.low(0).endswith("ly"))
    if capitals(line, start) > start and not opener and not line.covered(start, "state", "person", "office"):
        yield start, stop


def _left(line: Line, head: int) -> int:
    """The first token of the capitalised name before a head noun, small qualifiers passed over; the head if none."""
    i = head
    while (
        i > 0
        and line.low(i - 1) in _QUALIFIERS
        and (not line.tokens[i - 1].capital or line.low(i - 1) in ("one", "stop", "border", "-"))
    ):
        i -= 1
    name_end = i
    if i > 2 and line.low(i - 1) == ")":  # "Sarpi (Georgia) - Sarp (Türkiye) crossing"
        return head
    while i > 0:
        token = line.tokens[i - 1]
        if (
            (
                token.low in ("-", "/", "—", "–")
                and i > 1
                and line.tokens[i - 2].word
                and line.tokens[i - 2].capital
                and (token.low in ("-", "/") or not line.covered(i - 2, "state", "person"))
            )
            or (
                token.word
                and token.capital
                and not line.covered(i - 1, "person", "office", "date")
                and (i > 1 or (token.low not in DETERMINERS | _COUNTS and not _opens(line)))
                and not (token.text.isupper() and token.low in _SMALL_WORDS | DETERMINERS)
            )
            or (token.low in ("de", "la", "del", "el") and i > 1 and line.tokens[i - 2].capital and i < name_end)
        ):
            i -= 1
        else:
            break
    while i < name_end and line.low(i) in _LEADING:
        i += 1
    return i if i < name_end else head


def _opens(line: Line) -> bool:
    """Whether the first word of the sentence is capital for that reason alone."""
    return line.tokens[0].low in (
        "in",
        "on",
        "at",
        "when",
        "after",
        "since",
        "both",
        "as",
        "while",
        "border",
        "one",
        "another",
        "new",
        "all",
        "reopened",
        "key",
        "two",
    )


def _named_before(line: Line, start: int, first: int) -> Iterator[tuple[int, int]]:
    name_end = start
    while name_end < first and (
        (line.tokens[name_end].capital and line.low(name_end) not in _JOINING)
        or (line.low(name_end) in ("-", "/", "—", "–") and line.low(name_end + 1) not in ("one", "border"))
        or line.low(name_end) in ("de", "la", "del", "el")
    ):
        name_end += 1
    more = start
    while line.low(more - 1) in ("and", ",") and more > 1:  # "the A and B crossings"
        previous = _left(line, more - 1)
        if previous >= more - 1:
            break
        yield previous, more - 1
        more = previous
    if (
        name_end > start
        and line.low(start) not in _BORDERLY | _GATES
        and not all(
            ((known := line.covered(i, "state")) is not None and known.form != "capital") or line.low(i) == "-"
            for i in range(start, name_end)
        )
    ):
        yield start, name_end


def _named_after(line: Line, end: int) -> Iterator[tuple[int, int]]:
    i = _past_partner(line, end)
    if i == end and line.tokens[end - 1].text.isupper() and line.own.isupper():
        return  # a title in capitals: where a name begins is not to be seen
    while line.low(i) in _AFTER:
        if line.low(i) in (",", "the") and line.low(i + 1) in ("which", "where", "one", "the"):
            return
        i += 1
    if (
        i > end
        and (line.low(end) == "on" or (line.low(end) == "," and line.low(capitals(line, i)) not in (",", "-")))
        and line.low(i - 1) not in ("at", "of", "in", "named", "called", "namely", "as", "known", ":")
    ):
        return
    while i < len(line.tokens) and i - end < 30:
        quoted = line.low(i) == '"'
        j = i + quoted
        k = capitals(line, j)
        while line.low(k) in ("-", "/", "—", "–") and capitals(line, k + 1) > k + 1:
            k = capitals(line, k + 1)
        if k == j or line.covered(j, "state", "person", "office"):
            return
        yield j, k
        i = k + (quoted and line.low(k) == '"')
        if line.low(i) == "in" and line.covered(i + 1, "state"):
            i += 2
        while line.low(i) in (",", "and", "as", "well"):
            i += 1
        if (i == k + quoted and not quoted) or i == k:
            return
