"""The words by which whoever promises is known, and what is told of him."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from accord.document import Span
from accord.languages.en.values.numbers import listed

__all__ = [
    "ACTORS",
    "ANALYSTS",
    "AUXILIARIES",
    "BREAKS",
    "BUSINESS",
    "BUSY",
    "HEADS",
    "OFFICIAL_TELLING",
    "PAIR_WORDS",
    "PERSONS",
    "PUBLIC",
    "SHARED",
    "SOVEREIGN",
    "SPEAKING",
    "By",
    "Opens",
]

ACTORS = ("state", "person", "office", "body", "organisation")
HEADS = frozenset(
    listed(
        "government governments ministry ministries leaders presidents president parliament delegation "
        "delegations side sides parties authorities representatives commanders ministers officials "
        "cabinet cabinets delegates heads agencies"
    )
)
PAIR_WORDS = frozenset(
    listed(
        "pair duo trio twosome principals pms premiers counterparts chiefs guests hosts negotiators diplomats statesmen envoys officials "
        "chairmen co-chairs rulers monarchs sovereigns capitals neighbours neighbors parliaments interlocutors ministries "
        "party parties they sides ministers presidents leaders both two ministers governments commission "
        "countries each either we states delegations"
    )
)
SHARED = frozenset(
    listed(
        "joint mutual mixed common bilateral both between bridge road railway line rail pipeline highway motorway tunnel "
        "corridor trade turnover commerce cable interconnector fund"
    )
)
BREAKS = frozenset(listed('; : that which whether because while whereas although " — but'))
OFFICIAL_TELLING = frozenset(
    listed(
        "said says announced announces promised confirmed added adds stated noted told declared reported pledged informed "
        "repeated reiterated warned signalled signaled underlined assures assured swore vowed saying adding announcing promising warning "
        "reaffirmed reaffirms affirmed affirms reiterated reiterates restated declares maintained disclosed notified "
        "confirm indicated wrote writes insisted explained stressed revealed disclosed assured vowed replied tells quoted"
    )
)


PERSONS = frozenset(  # whoever speaks for a state when its adjective stands before: "the Cambodian guest"
    listed(
        "guest visitor host leader minister president premier envoy diplomat negotiator dignitary chief boss official "
        "counterpart ambassador king queen emir sultan chancellor spokesman spokeswoman speaker head ruler team "
        "prime foreign side delegation government navy army coastguard cabinet"
    )
)
SOVEREIGN = frozenset(listed("sultanate kingdom republic emirate federation commonwealth principality duchy"))
AUXILIARIES = frozenset(
    listed("has have had did do does is are was were been also again now already both then jointly further not")
)
PUBLIC = frozenset(
    listed(
        "house parliament assembly senate council ministry minister ministers cabinet president presidents government "
        "governments parties party sides side states state secretary ambassador commission committee leaders heads"
    )
)
BUSINESS = ("chief executive", "chairman", "chairwoman", "founder", "owner", "managing director", "ceo")
BUSY = frozenset(  # what acts for itself, whatever state it is of: "Colombian carrier Aerollanos plans"
    listed(
        "carrier airline company firm operator bank group union federation business start-up startup consortium investor"
    )
    + listed(
        "league activists opposition students traders drivers hauliers exporters farmers residents protesters fishermen truckers lawmakers deputies unions lawyers newspaper media"
    )
)
SPEAKING = frozenset(listed("we i we'll i'll we're i'm"))
ANALYSTS = frozenset(
    listed(
        "analysts analyst economists economist experts expert observers researchers critics bank forecasters residents"
    )
)


class Opens(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def head(self) -> int: ...
    @property
    def verb(self) -> int: ...
    @property
    def doer(self) -> int: ...
    @property
    def told(self) -> bool: ...
    @property
    def strength(self) -> str: ...


@dataclass(frozen=True, slots=True)
class By:
    """The states bound, and the words that say so."""

    states: tuple[str, ...]
    spans: tuple[Span, ...]
