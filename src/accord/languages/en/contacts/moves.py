"""Events told by what is done to people of a state: handed over, sent home, deported, called back; and border controls."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from accord.languages import patterns as re
from accord.languages.en.contacts.deeds import Deed, deed_of, subject, words_of
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.en.text.lexicon import inflect, table

__all__ = ["move_hint", "moves"]

_DEEDS = (
    "handover",
    "release",
    "pardon",
    "extradition",
    "repatriation",
    "return",
    "deportation",
    "withdrawal",
    "execution",
)
_FORM = {"deportation": "expulsion"}
_STOP = (
    r"(?:of|to|in|on|at|and|or|that|which|who|while|when|the|was|were|is|are|been|be|by|from|for|with|has|have|had|into|over|"
    r"after|before|said|only|as|not|no|than|out|back|home|off|up|if|all|[,;:.()—-]|D\d+|A\d+)(?!\S)"
)
_LEAD = rf"(?:(?:the|all|his|both|some|about|around|nearly|over|more|than|at|least|of|a|another) ){{0,4}}(?:(?!{_STOP})\S+ ){{0,6}}?"
_ASIDE = r"(?:of S\d+ |from S\d+ |, (?:(?![;.])\S+ ){1,9}?, |who (?:(?![;.])\S+ ){1,11}?)?"
_PASSIVE = r"(?:(?:was|were|have|has|had|been|are|is|will|would|be|being|to|also|later|then|all|D\d+|on|in|due) ){1,6}"
_BARE = r"|S\d+(?= (?:to|in|on|after|from|at|who|over|and|by|for|was|were|had|have|are|is|without|through|via|across|caught|found|living|with|held|this|last|because|[,;.]|D\d+)(?!\S)| ?$)"
_COUNTED = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|thousands|last|first|remaining|both|a|an)\b"
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern], ...]:
    people = "|".join(table("contacts")["occasions"]["people"].split())
    forces = "|".join(table("contacts")["moves"]["forces"].split())
    found = []
    for name in _DEEDS:
        who = rf"(?P<who>{_LEAD}(?:{forces if name == 'withdrawal' else people + _BARE}))(?!\S)"
        plain: list[str] = []
        split: list[str] = []
        passive: list[str] = []
        for lemma in table("contacts")["moves"][name].split():
            stem, _, tail = lemma.partition("-")
            forms = inflect(stem)
            words = "|".join(forms)
            past = "|".join(w for w, kinds in forms.items() if "pp" in kinds)
            plain.append(rf"(?:{words})" + (f" {tail}" if tail else ""))
            passive.append(rf"(?:{past})" + (f" {tail}" if tail else ""))
            if tail:
                split.append(rf"(?:{words}) {who.replace('?P<who>', f'?P<who{len(split)}>')} (?:were )?{tail}")
        found.append((name, re.compile(rf"(?<!\S)(?:{'|'.join(plain)}) (?:to (?:the )?S[0-9]+ )?{who}")))
        found.append((name, re.compile(rf"(?<!\S){who} {_ASIDE}{_PASSIVE}(?:{'|'.join(passive)})(?!\S)")))
        if split:
            found.append((name, re.compile(rf"(?<!\S)(?:{'|'.join(split)})(?!\S)")))
    found.append(
        (
            "deportation",
            re.compile(
                rf"(?<!\S)(?:flew|flown|fly|flies|flying|bussed|shipped) (?P<who>{_LEAD}(?:migrants|deportees|nationals|citizens|refugees|asylum seekers)) (?:to|back to|home to) "
            ),
        )
    )
    return tuple(found)


move_hint = re.compile(
    r"\b(?:hand(?:ed|s|ing)? (?:\w+ ){0,6}?(?:over|back)|turned over|releas|freed|set free|pardon|amnest|extradit|repatriat|sen[dt]s? (?:\w+ ){0,6}?(?:back|home)|returned|deport|expel|eject|thr[eo]w|kick|boot|withdr|pull(?:ed|s|ing)?|"
    r"flew|flown|brought|brings?|evacuat|airlift|execut|hang|controls|checks|liberated|g[ai]ven? (?:\w+ ){0,6}?back)",
    re.IGNORECASE,
)


_EMBASSY = re.compile(r"\b(?:embassy|diplomat|consul|mission)")


def moves(sketch: Sketch) -> Iterator[Deed]:
    """What is done to people of a state, and the controls brought back at a border."""
    for name, pattern in _patterns():
        for match, first, end in sketch.find(pattern):
            group = next(k for k, v in match.groupdict().items() if v)
            who = words_of(sketch, sketch.at(match.start(group)), sketch.at(match.end(group) - 1) + 1)
            passive = match.start(group) == match.start()
            trigger = end - 1 if passive else first
            deed = deed_of(
                sketch, _FORM.get(name, ""), f"{name} of {who}", first, end, None if passive else subject(sketch, first)
            )
            if passive:
                deed = deed_of(sketch, _FORM.get(name, ""), f"{name} of {who}", trigger, end, None)
                deed.first = first
            if _telling(sketch, deed, match[group]):
                yield deed
    yield from _controls(sketch)


def _telling(sketch: Sketch, deed: Deed, who: str) -> bool:
    """Whether it is told of certain people: counted or dated, of a state or with the states beside them."""
    if deed.status not in ("reported", "planned", "denied", "cancelled", "postponed") or re.search(r"\bany\b", who):
        return False
    plain = re.sub(r"S\d+", "", who)
    if _EMBASSY.search(plain) or any(len(n.replace(",", "")) > 3 for n in re.findall(r"\d[\d,]*", plain)):
        return False  # expelled, or counted by the year
    counted = bool(_COUNTED.search(plain)) or sketch.item(deed.first) in ("the", "both", "all")
    if re.search(r"S\d+$", who):
        return bool(re.search(r"\d|hundreds|dozens|two|three|four|five|six|seven|eight|nine|ten", plain))
    if deed.name.startswith("withdrawal") and deed.by is not None:
        more = (sketch.mention(k, "S") for k in range(deed.end, min(len(sketch.items), deed.end + 4)))
        deed.states = deed.states or [m for m in more if m is not None]
        return len({s for m in (deed.by, *deed.states) for s in m.states}) > 1 or deed.when is not None
    own = "S" in who or bool(deed.states) or deed.by is not None
    return own and (counted or deed.when is not None or "S" in who)


# ------------------------------------------------------------------ controls at a border
_CHECKS = r"(?P<it>(?:(?:temporary|stationary|internal|systematic|random|S\d+|'s|his|own|border|passport|spot|the|identity|full|land|such|selective) ){0,5}(?:controls|checks))"
_AT = r"(?: back)?(?P<at>(?: (?:at|on|along|to|with)(?: (?:the|his|all|S\d+|'s|land|common|shared|eastern|western|northern|southern|with|its)){1,5}(?: (?:border|frontier)s?)?(?: with (?:the )?S\d+)?)?)"
_SET = {
    "reintroduction": r"(?:br(?:ought|ing|ings|inging) back|br(?:ought|ings?)|re-?introduc(?:e|ed|es|ing)|reinstat(?:e|ed|es|ing)|restor(?:e|ed|es|ing)|re-?impos(?:e|ed|es|ing)|resum(?:e|ed|es|ing))",
    "introduction": r"(?:introduc(?:e|ed|es|ing)|impos(?:e|ed|es|ing)|beg[au]n|start(?:ed|s)|launch(?:ed|es))",
    "extension": r"(?:extend(?:ed|s|ing)?|prolong(?:ed|s|ing)?)",
    "lifting": r"(?:lift(?:ed|s|ing)?|end(?:ed|s|ing)?|abolish(?:ed|es|ing)?|scrap(?:ped|s|ping)?|drop(?:ped|s)|remov(?:ed|es|ing))",
}
_CONTROLS = tuple(
    (name, re.compile(pattern))
    for name, act in _SET.items()
    for pattern in (
        rf"(?<!\S){act} {_CHECKS}{_AT}(?!\S)",
        rf"(?<!\S){_CHECKS}{_AT} (?:(?:was|were|have|has|had|been|are|is|will|would|be|to) ){{1,4}}{act}(?!\S)",
        rf"(?<!\S)(?:re-?introduction|reinstatement|{name}) of {_CHECKS}{_AT}(?!\S)",
    )
)
_IN_KIND = re.compile(
    r"(?<!\S)(?P<by>S\d+) (?:(?:then|later|has|had|in|turn|also|D\d+|on) ){0,5}(?:replied|responded|retaliated|answered|followed|hit back|did) (?:in kind|likewise|the same|with its own|with his own|suit)(?!\S)"
)


def _controls(sketch: Sketch) -> Iterator[Deed]:
    for name, pattern in _CONTROLS:
        for match, first, end in sketch.find(pattern):
            if not re.search(r"\b(?:border|frontier)", match[0]) or "export" in match[0]:
                continue
            by = subject(sketch, first)
            it = words_of(sketch, sketch.at(match.start("it")), sketch.at(match.end("it") - 1) + 1)
            at = " ".join(sketch.items[sketch.at(match.end("it")) : end]) if match["at"] else ""
            there = words_of(sketch, sketch.at(match.start("at") + 1), end) if at else ""
            deed = deed_of(sketch, "", f"{name} of {_own(sketch, by)}{it} {there}".strip(), first, end, by)
            if deed.when is None or deed.status in ("proposed", "hypothetical"):
                continue
            yield deed
            for reply, start, stop in sketch.find(_IN_KIND):
                if start >= end:
                    answer = deed_of(sketch, "", "", start, stop, sketch.named[sketch.at(reply.start("by"))])
                    answer.name = f"{name} of {_own(sketch, answer.by)}{it} at the border"
                    answer.states = [*deed.states, *answer.states]
                    yield answer
            return


def _own(sketch: Sketch, by: object) -> str:
    span = getattr(by, "span", None)
    return "" if span is None else f"{sketch.line.text[span.start : span.end]} "
