"""What the readers of promises share: an opening, the lists of promises.toml, where a verb may stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from accord.document import Span
from accord.languages.en.text.lexicon import table, verbs
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.values.numbers import listed

__all__ = ["ADVERBS", "MODALS", "Opening", "hypothetical", "verb_at", "words"]

ADVERBS = frozenset(
    listed(
        "jointly also further in principle today yesterday tomorrow soon not fully mutually gradually "
        "finally once again , both now actively formally as well"
    )
)
MODALS = frozenset(listed("will shall would"))
_DENIED = frozenset(
    listed("not never n't nobody no neither nor deny denied denies refused refuse declined fail failed refuses")
)


_NEVER = frozenset(
    listed("us them him her me you it himself themselves itself date where whom what how why when blame last next")
)
_NO_ADVERBS = frozenset(
    listed(
        "supply apply rely fly reply comply multiply early friendly timely orderly costly daily weekly monthly yearly"
    )
)
_LIKE_NOUNS = frozenset(
    listed(
        "station mention position condition commission provision sanction petition cement complement supplement document"
    )
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A promise's beginning: `first` is the first token of its act, `head` where what is promised starts (the thing, in
    a passive), `verb` the promising token; `strength` is firm, plan, past, soft, call, will, thing, noun or item."""

    first: int
    trigger: Span
    status: str
    strength: str
    verb: int
    head: int = -1
    inherited: bool = False
    doer: int = -1  # the token of the one urged, offered for or made the subject
    firm: bool = False
    told: bool = False  # a verb with a subject of its own
    last: bool = False  # found by the last reader
    end: int = -1  # the token before which another promise that hangs on the same word begins
    shared: Opening | None = None  # the promise before it whose verb it shares: "and the other two by May"

    def __post_init__(self) -> None:
        if self.head < 0:
            object.__setattr__(self, "head", self.first)


@cache
def words(section: str, key: str) -> frozenset[str]:
    """A list of promises.toml."""
    return frozenset(w.replace("_", " ") for w in table("promises")[section][key].split())


def hypothetical(line: Line, i: int) -> bool:
    """Whether what is told at token i is denied, refused or only supposed."""
    before = line.lows(max(0, i - 5), i)
    return (
        bool(set(before) & _DENIED)
        or (bool(set(line.lows(0, 1)) & {"if", "unless", "were"}) and "," not in line.lows(0, i))
        or "whether" in before
    )


def verb_at(line: Line, k: int, form: str) -> int | None:
    """The verb that stands at token k or behind adverbs there, in the form "base" or "ing"."""
    while line.low(k) in ADVERBS or (line.low(k).endswith("ly") and line.low(k) not in _NO_ADVERBS):
        k += 1
    if k >= len(line.tokens) or not line.tokens[k].word or line.tokens[k].capital or line.low(k) in DETERMINERS:
        return None
    if line.low(k) in _NEVER:
        return None
    known = verbs().get(line.low(k))
    if form == "ing":
        return k if line.low(k).endswith("ing") and line.low(k) not in ("nothing", "building", "meeting") else None
    return (
        k
        if (known is not None and "base" in known.forms)
        or (known is None and line.covered(k) is None and not line.low(k).endswith(("tion", "ment", "ness", "ity")))
        or (known is None and line.low(k) in _LIKE_NOUNS)
        else None
    )
