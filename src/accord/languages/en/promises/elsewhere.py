"""What is promised and yet told by another kind: that a service runs, a mission or a crossing opens, a session is held."""

from __future__ import annotations

from collections.abc import Sequence

from accord.languages.en.promises.opening_words import words
from accord.languages.en.values.numbers import SMALL_ORDINALS, listed

__all__ = ["told_elsewhere"]

_MISSIONS = frozenset(listed("consulate consulates embassy embassies consulate-general mission missions"))
_STAFF = frozenset(listed("diplomats diplomat employees staff attaches attaché attache officers"))
_ENVOYS = frozenset(listed("ambassador ambassadors envoy envoys"))
_CROSSINGS = frozenset(listed("crossing crossings checkpoint checkpoints gate border frontier post posts gates"))
_SITTINGS = frozenset(listed("meeting session round sitting edition"))
_COURTESIES = frozenset(
    listed("greetings regards condolences congratulations gratitude sympathies salutations felicitations")
)
_AUDIENCES = frozenset(
    listed(
        "parliament forum conference assembly summit session sitting meeting gathering media press reporters congress"
    )
    + listed("council ceremony crowd rally house lawmakers deputies students audience seminar symposium event media")
)
_NTH = frozenset(("next", *SMALL_ORDINALS))
_OPENING = frozenset(
    listed("open opened opening close closed closing shut reopen reopened establish established ribbon")
)
_SHUTTING = frozenset(listed("close closed closing shut seal sealed"))
_SENDING = frozenset(listed("send sent recall recalling recalled withdraw withdrawing return returning returned"))
_SERVED = frozenset(
    listed(
        "resume resumed resuming restart restarted start started launch launched introduce introduced operate operated"
    )
    + listed(
        "serve served run fly flown follow begin stop stopped suspend suspended cancel cancelled halt halted ply reinstate"
    )
)
_SERVICES = frozenset(
    listed("flight flights route routes service services bus buses ferry train trains minibus minibuses")
)
_PLAIN = frozenset(  # what makes of an opening more than an opening
    listed(
        "clock hours night cargo only lorries trucks extend fund finance modernise upgrade build talks view scanners"
    )
    + listed("number frequency obstacles staff round cars pedestrians tonnes electronic every daily keep leave")
)


def _courteous(lows: Sequence[str]) -> bool:
    """Whether the words are of manners: greetings passed on, a name left out, sitting down together."""
    told = set(lows)
    unnamed = {"name", "named", "identified", "surname", "identity"} & set(lows[:5])
    left_out = "not" in lows[:6] or bool({"left", "withheld", "omitted"} & told)
    return {"sit", "down"} <= told or bool(_COURTESIES & set(lows[:6])) or (bool(unnamed) and left_out)


def _before_an_audience(lows: Sequence[str]) -> bool:
    """ "Address the parliament", "present her credentials", but "address the concerns of farmers"."""
    shown = bool({"credentials", "budget", "nation"} & set(lows[:5])) and lows[0] in ("present", "submit", "address")
    return shown or (lows[0] == "address" and bool(_AUDIENCES & set(lows[:8])))


def told_elsewhere(lows: Sequence[str], strength: str) -> bool:
    """Whether what the words promise is a claim of another kind."""
    told, near = set(lows), set(lows[:9])
    if _MISSIONS & near and (_OPENING & near or strength == "wish"):
        return True
    if _STAFF & near and {"home", "leave", "expel", "expelled"} & told:
        return True
    if strength == "wish" and _SERVICES & near and not _PLAIN & told:
        return True
    if _ENVOYS & near and _SENDING & near:
        return True
    if {"calm", "restraint"} & set(lows[:4]) or lows[:3] == ["go", "on", "to"] or ("meeting" in near and "use" in near):
        return True
    if {"question", "questions", "account"} & set(lows[:4]) and lows[0] in ("take", "answer", "give", "put", "reply"):
        return True
    if _before_an_audience(lows) or _courteous(lows):
        return True
    if "decision" in lows[:4] and {"take", "taken"} & told:
        return True
    if strength == "will" and lows[0] in words("words", "talking"):
        return True
    if (
        lows[0] in _OPENING
        and lows[1:2]
        and lows[1] in ("at", "on", "from", "for", "again", "in")
        and strength == "will"
    ):
        return True
    if lows[0] == "leave" and not {"country", "within", "by", "immediately"} & told and len(lows) > 2:
        return False
    if lows[0] in ("vote", "leave", "sit", "convey", "press", "transmit", "relay") and strength in (
        "will",
        "firm",
        "call",
        "duty",
        "noted",
    ):
        return True
    if strength == "firm" or _PLAIN & told:
        return False
    if (
        strength in ("past", "noted")
        and {"opening", "reopening", "closure"} & set(lows[:3])
        and "of" in lows[:4]
        and _CROSSINGS & set(lows)
    ):
        return True
    if _SERVICES & told and _SERVED & told:
        return True
    if _CROSSINGS & near and _SHUTTING & near:
        return True
    nth = any(low in _NTH or low[:-2].isdigit() or low in ("th", "st", "nd", "rd") for low in lows[1:6])
    if nth and _SITTINGS & told and not words("words", "giving") & {lows[0]}:
        return True
    return {"cease", "effect"} <= told or (
        "put" in told and "service" in told and bool({"bus", "ferry", "train"} & told)
    )
