"""What happened in the terms of PLOVER: type, mode, context, quad class and score.

Types, modes, quad classes, contexts and scores are those of the PLOVER manual v2.0 (Open Event Data Alliance, 4 February
2024, CC BY-SA 4.0). Two faults of the manual are mended here: ACCUSE is printed with +3 and counts as -3 (its modes are
negative), and SANCTION is material conflict, as in its own section, not verbal conflict, as in the quad table. How kinds
fall on types is Accord's own mapping and stands in each kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from accord.record import Values

__all__ = ["MODES", "SCALE", "TOPIC_CONTEXTS", "TYPES", "Act", "Event", "by_key", "event"]

SCALE: Final = "PLOVER v2.0"
VERBAL_COOPERATION, MATERIAL_COOPERATION, VERBAL_CONFLICT, MATERIAL_CONFLICT = 1, 2, 3, 4

TYPES: Final[Mapping[str, tuple[int, float]]] = MappingProxyType(  # type -> (quad class, score)
    {
        "AGREE": (VERBAL_COOPERATION, 2.5),
        "CONSULT": (VERBAL_COOPERATION, 2.5),
        "SUPPORT": (VERBAL_COOPERATION, 5.0),
        "CONCEDE": (VERBAL_COOPERATION, 4.5),
        "COOPERATE": (MATERIAL_COOPERATION, 9.5),
        "AID": (MATERIAL_COOPERATION, 10.0),
        "RETREAT": (MATERIAL_COOPERATION, 6.5),
        "REQUEST": (VERBAL_CONFLICT, 0.0),
        "ACCUSE": (VERBAL_CONFLICT, -3.0),
        "REJECT": (VERBAL_CONFLICT, -2.0),
        "THREATEN": (VERBAL_CONFLICT, -3.5),
        "PROTEST": (MATERIAL_CONFLICT, -5.0),
        "SANCTION": (MATERIAL_CONFLICT, -6.0),
        "MOBILIZE": (MATERIAL_CONFLICT, -5.5),
        "COERCE": (MATERIAL_CONFLICT, -7.0),
        "ASSAULT": (MATERIAL_CONFLICT, -9.0),
    }
)
MODES: Final[Mapping[tuple[str, str], float]] = (
    MappingProxyType(  # those that Accord codes: a mode's score replaces its type's
        {
            ("CONSULT", "visit"): 4.0,
            ("CONSULT", "third-party"): 1.0,
            ("CONSULT", "multilateral"): 4.0,
            ("CONSULT", "phone"): 1.5,
            ("ACCUSE", "disapprove"): -2.0,
            ("REJECT", "change"): -2.0,
            ("REJECT", "meet"): -2.0,
            ("THREATEN", "restrict"): -3.0,
            ("THREATEN", "relations"): -3.5,
            ("THREATEN", "expel"): -3.5,
            ("THREATEN", "violence"): -3.5,
            ("PROTEST", "demo"): -5.0,
            ("SANCTION", "expel"): -5.5,
            ("SANCTION", "withdraw"): -6.0,
            ("SANCTION", "discontinue"): -6.0,
            ("MOBILIZE", "troops"): -5.5,
            ("COERCE", "restrict"): -7.0,
            ("COERCE", "arrest"): -7.0,
            ("COERCE", "cyber"): -7.0,
            ("ASSAULT", "firearms"): -9.0,
        }
    )
)
TOPIC_CONTEXTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "border": ("territory",),
        "security": ("military",),
        "trade": ("economic",),
        "energy": ("economic", "natural_resource"),
        "water": ("natural_resource",),
        "transport": ("economic",),
        "agriculture": ("economic", "natural_resource"),
        "industry": ("economic",),
        "health": ("health",),
        "environment": ("environment",),
        "migration": ("migration",),
        "finance": ("economic",),
        "tourism": ("economic",),
        "digital": ("technology",),
        "institutions": ("political_institutions",),
    }
)
_THREATS: Final = {"withdraw": "relations", "expel": "expel", "firearms": "violence", "": "violence"}


@dataclass(frozen=True, slots=True)
class Act:
    """What a kind says was done: a type, the mode where one fits, and contexts that the act itself has. `refused` is
    the mode of REJECT that its cancelling has."""

    type: str
    mode: str = ""
    context: tuple[str, ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """An event as PLOVER codes it. `score` runs from -10 (conflict) to +10 (cooperation) on `SCALE`."""

    type: str
    mode: str
    context: tuple[str, ...]

    @property
    def quad(self) -> int:
        return TYPES[self.type][0]

    @property
    def score(self) -> float:
        return MODES[self.type, self.mode] if self.mode else TYPES[self.type][1]

    def as_json(self) -> dict[str, Any]:
        """The value of an export's `plover`, with the scale that the score is on; where there is no mode, no key."""
        mode = {"mode": self.mode} if self.mode else {}
        scored = {"quad": self.quad, "score": self.score, "scale": SCALE}
        return {"type": self.type, **mode, "context": list(self.context), **scored}


def by_key(key: str, acts: Mapping[str, Act]) -> Callable[[Values], Act | None]:
    """The act that the value of one key says was done."""
    return lambda values: acts.get(str(values.get(key)))


def event(act: Act | None, status: str, values: Values) -> Event | None:
    """The event that an act is, given how it stands: done; planned, promised or proposed (AGREE, or THREATEN where the
    act is conflict); cancelled (REJECT). What was denied, postponed or only supposed is none."""
    if act is None or status in ("denied", "postponed", "hypothetical"):
        return None
    topics = values.get("topic")
    own = [c for t in ([topics] if isinstance(topics, str) else topics or ()) for c in TOPIC_CONTEXTS.get(t, ())]
    context = tuple(dict.fromkeys([*act.context, *own])) or ("diplomatic",)
    cooperative = TYPES[act.type][0] in (VERBAL_COOPERATION, MATERIAL_COOPERATION)
    if status == "cancelled":
        return Event("REJECT", act.refused, context) if cooperative else None
    if status in ("planned", "proposed"):
        return Event("AGREE", "", context) if cooperative else Event("THREATEN", _threat(act), context)
    return Event(act.type, act.mode, context)


def _threat(act: Act) -> str:
    return _THREATS.get(act.mode, "restrict")
