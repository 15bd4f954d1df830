"""The last reader of incidents: what men under arms or a crowd of one state did to people or things of another, by any verb
that is not a friendly one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from accord.languages import patterns as re
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

CHARGED = re.compile(
    r"\b(?:accus\w+|blam\w+|suspect\w*)\b[^.;]{0,80}?\b(?:of|for)\s+(?:\w+\s+)?(?:harbou?ring|sheltering|hosting|supporting|backing|sponsoring|"
    r"fund\w*|financing|arming|training|aiding|allowing|letting|fomenting|stoking|failing|tolerating|orchestrating|instigating)\b"
)  # what is charged again and again is no incident
__all__ = ["CHARGED", "hostile", "on_computers"]

_CALM = frozenset(
    "meeting meetings talks session consultations exercise exercises drill drills round conference ceremony discussions negotiations to".split()
)
_OWN = frozenset(("its", "their", "our"))
_NEAR = 4  # tokens between a state's name and those who act for it
_FAR = 14  # tokens between those who act and what they act upon
_CLOSE_CALL = re.compile(
    r"\b(?:near[- ]miss|nearly collided|almost collided|narrowly (?:missed|avoided)|within (?:\w+ ){0,3}met(?:re|er)s of|"
    r"locked (?:\w+ ){0,2}radars?|dangerously close|mock dogfight|buzzed)\b"
)
_PLANES = re.compile(
    r"\b(?:jets?|fighters?|aircraft|planes?|bombers?|helicopters?|F-\d+s?|MiG-?\d*|Su-\d+|Mirages?|Rafales?|drones?)\b"
)
_VENTURED = re.compile(
    r"\b(?:ventured|crossed|strayed|advanced|pushed|wandered|penetrated|came|went|moved|drove|walked|sailed|probed|marched|intruded) (?:\S+ ){0,4}(?:kilomet(?:re|er)s|km|met(?:re|er)s|miles) (?:deep )?(?:into|inside|over|across|beyond|past)\b"
)
_BUZZED = re.compile(r"\bbuzz(?:ed|es|ing)\b")
_HACKERS = re.compile(
    r"\b(?:hackers?|hacking group|ransomware|malware|phishing|spyware|websites?|servers?)\b", re.IGNORECASE
)
_INTRUDED = re.compile(
    r"\b(?:broke into|breached|stole|targeted|attacked|hit|penetrated|knocked out|crippled|infected|compromised|hacked|"
    r"infiltrated|took down|disabled|paralysed|leaked|attack that|attack which|attack (?:\w+ ){0,3}blame)\b"
)
_JAILED = re.compile(
    r"\b(?:spen[dt]|passed) (?:\S+ ){1,4}(?:hours|days|nights|weeks|months|years) (?:in|behind) (?:\S+ ){0,4}(?:jail|prison|custody|cells?|lock-?up|detention|captivity|bars|police station)\b"
)
_SUMMED = re.compile(
    r"\b(?:so far|since \w+|in the first \w+ months|in total|a total of|statistics|figures)\b", re.IGNORECASE
)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(listed(table("incidents")["last"][key]))


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(listed(table("incidents")["words"][key]))


def hostile(line: Line, here: Sequence[Mention]) -> tuple[str, int] | None:
    """The type of an incident between two states and the token of its verb; None where the sentence tells of none."""
    states = [m for m in here if m.type in ("state", "group", "place") and len(m.states) == 1]
    if len({m.states for m in states}) < 2 or line.kind in ("headline", "heading"):
        return None
    text = line.own
    if _SUMMED.search(text):
        return None
    return _special(line, text) or _acted(line, states)


def on_computers(line: Line) -> bool:
    """Whether what was attacked are computers."""
    return _HACKERS.search(line.text, line.span.start, line.span.end) is not None


def _special(line: Line, text: str) -> tuple[str, int] | None:
    found = _CLOSE_CALL.search(text) if len(_PLANES.findall(text)) > 1 else None
    kind = "airspace"
    if found is None and (found := _VENTURED.search(text)) is not None:
        kind = "dispute"
    if found is None and _PLANES.search(text):
        found = _BUZZED.search(text)
    if found is None and _HACKERS.search(text):
        found, kind = _INTRUDED.search(text), "cyber"
    if found is None:
        found, kind = _JAILED.search(text), "detention"
    if found is None:
        return None
    start = line.span.start + found.start()
    return kind, next((i for i, t in enumerate(line.tokens) if t.end > start), 0)


def _acted(line: Line, states: Sequence[Mention]) -> tuple[str, int] | None:
    """ "Guatemalan soldiers turned back a Belizean boat"; "a Donegal trawler was hunted by a Scottish cruiser"."""
    starts = {t.start: i for i, t in enumerate(line.tokens)}
    sides = [(starts[m.span.start], m.states[0]) for m in states if m.span.start in starts]
    for i, state in sides:
        actor = _follows(line, i, _actors())
        if actor is None and line.low(i - 1) in ("in", "from", "of") and line.low(i - 2) in _actors():
            actor = i
        if actor is None:
            continue
        passive = line.low(i - 1) == "by" or line.low(i - 2) == "by"
        reach = range(max(0, i - _FAR), i) if passive else range(actor + 1, min(len(line.tokens), actor + _FAR))
        for k in reach:
            kind = _hostile_verb(line, k, passive)
            if kind is None:
                continue
            others = [j for j, other in sides if other != state and (j < k if passive else j > k)]
            if not passive and any(other != state and j < actor for j, other in sides):
                others += [j for j in range(k + 1, min(len(line.tokens), k + 6)) if line.low(j) in _OWN]
            for j in others:
                if abs(j - k) < _FAR and (
                    _follows(line, j, _set("harmed") | _set("armed") | _words("owned")) is not None
                    or line.low(j + 1) in ("'s", "’s")
                ):
                    crowd = bool(_set("crowd") & set(line.lows(max(0, actor - 2), actor + 1))) and kind == "attack"
                    return ("protest" if crowd else kind), k
    return None


def _follows(line: Line, i: int, nouns: frozenset[str]) -> int | None:
    covered = line.covered(i)
    for k in range(i, min(len(line.tokens), i + _NEAR + 1)):
        if line.low(k) in nouns and not (line.low(k) in _set("armed") and line.covered(k, "person")):
            return k
        if (
            k > i
            and line.covered(k) is not covered
            and (line.low(k) in (",", ".", ";", "and", "of") or not line.tokens[k].word)
        ):
            return None
    return None


def _hostile_verb(line: Line, k: int, passive: bool) -> str | None:
    """The type of incident that the verb at token k tells of; None for a friendly verb, another form, or one denied."""
    low = line.low(k)
    two = f"{low} {line.low(k + 1)}"
    for kind in ("attack", "detention", "dispute"):
        if low in _words(kind) or two in _phrases(kind):
            before = set(line.lows(max(0, k - 3), k))
            if low == "held" and _set("blamed") & set(line.lows(k + 1, k + 9)):
                return None
            if low in ("held", "stopped") and set(line.lows(k + 1, k + 7)) & _CALM:
                return None
            if before & set(listed("to not never will would could may might can if shall n't")):
                return None
            if passive and not before & set(listed("was were been being got")):
                return None
            return kind
    return None


@cache
def _actors() -> frozenset[str]:
    return _set("armed") | _set("crowd") | _words("agents")


@cache
def _phrases(kind: str) -> frozenset[str]:
    return frozenset(e.strip() for e in table("incidents")["last"][f"{kind}_two"].split(","))
