"""What the store hands out, and the threshold under which a claim is doubtful."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from accord.document import Document
from accord.record import Claim, Record
from accord.version import __version__

__all__ = [
    "EVERY",
    "KEPT",
    "READ",
    "SMALL",
    "THRESHOLD",
    "WHOLE",
    "Forgotten",
    "Found",
    "Hit",
    "Kept",
    "Known",
    "Listed",
    "Named",
    "Passage",
    "Shelved",
    "Skipped",
    "Source",
    "Stored",
    "Wanted",
    "confidence",
    "made_of",
]

READ, KEPT = "read", "kept"
WHOLE = "*"
"""The circle of all records."""
SMALL = 5000
"""Claims in a store up to which nothing is too much to be gone through while somebody waits."""
# Under it a claim is doubtful: kept, but neither exported nor shown without being asked for. Tuned on the held corpus:
# where guesses cost no precision (docs/decisions/0013).
THRESHOLD = 0.4


@dataclass(frozen=True, slots=True)
class Source:
    """A document without its text, as a source: when it was read, and the hash of the document that it is one voice
    with."""

    document: Document
    read_at: str
    voice: str


@dataclass(frozen=True, slots=True)
class Stored:
    """A document in the store, without its text. `note` says why it was only kept; `read_at` is UTC."""

    document: Document  # its text is empty; Store.document gives it whole
    names: tuple[str, ...]
    state: str
    note: str
    characters: int
    claims: int
    read_at: str

    @property
    def doc(self) -> str:
        return self.document.doc


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of bytes read before: enough to tell whether they must be read again."""

    hash: str
    doc: str
    names: frozenset[str]
    state: str
    note: str
    given: Mapping[str, Any]
    version: str


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """Something that was not read, why, and what to do."""

    doc: str
    reason: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.doc}: {self.why}" + (f"; {self.mend}" if self.mend else "")

    @property
    def why(self) -> str:
        """The reason without the name that it may begin with."""
        return self.reason.removeprefix(f"{self.doc} ")


@dataclass(frozen=True, slots=True)
class Kept:
    """A document to be kept, with its bytes, its claims and how it was read: see `Known` and `Stored`."""

    document: Document
    raw: bytes
    claims: Sequence[Claim] = ()
    state: str = READ
    note: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    version: str = ""
    prints: Sequence[Any] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """One more name of bytes that are known."""

    hash: str
    name: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Records that stand one after the other in an archive, by a digest of all that decides what is read from them."""

    digest: str
    archive: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed."""

    doc: str
    names: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Found:
    """A record found by its words, with a snippet of a quote (the words between fulltext's OPEN and CLOSE)."""

    record: Record
    snippet: str
    doc: str
    claim: str = field(default="")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found by its words, and the number of the claim that has them best."""

    record: str
    claim: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words stand: the claim, its document's name, and a snippet of a quote (the words between fulltext's OPEN and
    CLOSE)."""

    claim: str
    doc: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Shelved:
    """Which documents a list is of; what is empty asks for nothing. All of `words` stand in title, names or address, and
    `publisher` in that of the publisher, both in small letters; they were published between two days."""

    words: tuple[str, ...] = ()
    publisher: str = ""
    state: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records a page is of; what is empty asks for nothing. They concern all of `between`; some date of theirs is
    not before `since`, and some not after `until`, or none of theirs is known (`undated`); all of `words` stand in the
    quotes or values of a claim; their confidence reaches the threshold (`sure`), or does not."""

    kind: str = ""
    between: tuple[str, ...] = ()
    status: str = ""
    topic: str = ""
    since: date | None = None
    until: date | None = None
    words: str = ""
    undated: bool = False
    sure: bool | None = None


EVERY = Wanted()
"""All records."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the records that are wanted, by id, the newest first and the undated last, and the `after` of the next
    one (empty on the last); how many there are of each kind. `more` tells that words stand in more claims than were
    looked at: those kept last."""

    ids: list[str]
    after: str
    kinds: dict[str, int]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Circle:
    """Two states (KEN-UGA), one alone (-KEN) or none (-), or the WHOLE of all; how many records concern them, and the mark
    that goes up whenever one of these comes, goes or changes."""

    states: str
    records: int
    mark: int

    @property
    def between(self) -> tuple[str, ...]:
        """Whom to ask a store's records of."""
        return () if self.states == WHOLE else tuple(self.states.split("-"))


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in the records of a circle. `rank` is its place among all of its sort, and its own there; `own`
    tells that a list over all circles has it from this one; `word` is what they are counted by; `day` and `last` are when
    it begins and ends (a day alone where only that is given); `body` is JSON."""

    sort: str
    rank: str
    body: str
    own: bool = True
    word: str = ""
    topics: tuple[str, ...] = ()
    day: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Something that waits for a person's word: a claim, or two (`second`), by id; in which circles it is listed, and in
    which of them for all (`own`); `body` is JSON."""

    first: str
    second: str
    priority: float
    circles: tuple[str, ...]
    own: str
    kind: str
    topics: tuple[str, ...]
    body: str

    @property
    def id(self) -> str:
        return f"{self.first}+{self.second}" if self.second else self.first


@dataclass(frozen=True, slots=True)
class Open:
    """What is asked of what waits; what is empty asks for nothing. `pairs`: pairs of claims alone, or none; `without`:
    nothing of these claims."""

    states: str = ""
    kind: str = ""
    topic: str = ""
    pairs: bool | None = None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits: the one that is shown with its place (from 1, counted up to 10,000) and its neighbours, some in their
    order, and the `after` of the next ones (empty at the end). All bodies are JSON."""

    place: int
    shown: str | None
    before: str | None
    next: str | None
    some: list[str]
    after: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Which findings are asked for: of one circle or of all; what is empty asks for nothing. `backwards`: those of the
    highest rank first."""

    sort: str
    states: str = ""
    word: str = ""
    topic: str = ""
    since: str = ""
    until: str = ""
    backwards: bool = False


def made_of(day: date, language: str) -> str:
    """What findings are made of besides the records of their circle."""
    return f"{__version__} {day} {language}"


def confidence(record: Record) -> float:
    """The confidence of a record: that of its surest claim."""
    return max((claim.confidence for claim in record.claims), default=0.0)
