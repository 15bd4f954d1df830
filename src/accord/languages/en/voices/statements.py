"""What kind of statement somebody makes: a judgement by name or image, a promise, a courtesy, a bare figure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from accord.languages import patterns as re
from accord.languages.en.text.lexicon import inflect, verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.en.voices.stance import sign

__all__ = ["courteous", "figured", "going_on", "named_so", "pictured", "promised", "spoken", "verdict", "whole"]

_NAMING = frozenset(listed("describe portray paint depict regard view see characterise characterize classify qualify"))
_DEEMING = frozenset(listed("consider deem judge rate find rank count see"))
_CALLING = frozenset(listed("call label brand dub term"))
_LINKS = frozenset(listed("is are was were be been am 's 're remain remains too so very as"))
_CIVIL = frozenset(
    listed(
        "hospitality birthday anniversary condolences holiday election re-election victory appointment nowruz easter "
        "christmas ramadan eid independence understanding patience"
    )
)
_MODALS = frozenset(listed("will shall 'll won't shan't"))
_INTENT = frozenset(
    listed(
        "want plan hope intend aim expect propose ask invite request call urge agree agreed decided ready prepared "
        "determined committed going look wish signed discussed talked met am"
    )
)
_ORDERS = frozenset(listed("let please leave stop come go give take"))
_NUMBERS = frozenset(listed("million billion thousand hundred dozen trillion percent tonnes tons quarter"))
_MEASURED = frozenset(
    listed("percent % per cent million billion tonnes tons km kilometres dollars euros usd trucks passengers")
)
_STANDING = frozenset(listed("open closed finished complete completed ready done operational over signed back"))
_HAVE = frozenset(listed("has have had"))
_EVENTS = frozenset(
    listed(
        "agree arrive leave depart meet witness sign visit discuss hold spot carry conduct alert inform follow receive decide announce "
        "launch open attend accompany take-place exchange review hand deliver present prepare detain arrest release begin start try "
        "fire build install inspect survey send dispatch return land dock sail cross convene adopt raise submit include cover involve"
    )
)
_JUDGED_SO = frozenset(
    listed(
        "not n't never nobody no nothing only too like as finally even still already just without but because despite if than so"
    )
)
_DAYS = frozenset(listed("monday tuesday wednesday thursday friday saturday sunday tomorrow tonight week month year"))
_YEAR = re.compile(r"(?:19|20)\d\d$|24$")
_WHEN = frozenset(listed("if when until while where who which that because to"))
_COMPARING = frozenset(
    listed("more less than never not no nobody nothing only too like as still always everything enough")
)


def named_so(lows: Sequence[str], word: str) -> bool:
    """Whether a speech judges by what it calls a thing, whatever the words: "described the fee as a slap in the face",
    "called the deal proof that ...", "in her view the wall ..."."""
    if word == "view":
        return not any(w[:1].isdigit() for w in lows)
    if word in _NAMING or word in _DEEMING:
        return "as" in lows[1:12] or '"' in lows[:14]
    if word == "speak":
        return '"' in lows[:4] and '"' in lows[lows.index('"') + 1 :][:8]
    if word == "take":
        return "for" in lows[1:8]
    if word in _CALLING and lows[:1]:
        end = next((k for k, w in enumerate(lows) if w in (",", ";", ".")), len(lows))
        if '"' in lows[1:14]:
            return True
        object_first = lows[0] in ("it", "this", "that", "them", *DETERMINERS) or "'s" in lows[1:3]
        return object_first and (bool(set(lows[2:end]) & {"a", "an", "proof", "no"}))
    return False


def pictured(line: Line, manner: str, first: int, last: int) -> bool:
    """Whether a speech says by an image what something is: in quoted words behind "was", "as", or a whole image."""
    return manner != "according" and any(
        line.low(k) == '"' and line.low(k - 1) in ("is", "was", "are", "were", "as", "it") for k in range(first, last)
    )


def promised(lows: Sequence[str]) -> bool:
    """Whether a speech only says what its speaker will do or wants: "We will come back", "I'll bring it up"."""
    parts = _sentences(lows)
    return bool(parts) and all(_promise(part) for part in parts)


def _promise(lows: Sequence[str]) -> bool:
    head = lows[:6]
    for i, low in enumerate(head):
        if low in ("i'll", "we'll", "i'd", "we'd"):
            return "believe" not in lows[i : i + 3]
        if low in ("we", "i", "they", "there", "it") and any(w in _MODALS for w in lows[i + 1 : i + 3]):
            return not any(sign(lows, k, "quote") for k in range(len(lows)))
        if low in ("we", "i") and any(w in _INTENT for w in lows[i + 1 : i + 5]):
            return not set(lows[i + 1 : i + 5]) & {"not", "n't", "never", "don't"}
    return bool(lows) and lows[0] in _ORDERS


def _sentences(lows: Sequence[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for low in lows:
        if low in (".", "!", "?"):
            found.append([])
        elif low.isalpha() or "'" in low:
            found[-1].append(low)
    return [part for part in found if len(part) > 1] or [part for part in found if part]


def figured(lows: Sequence[str], quoted: bool = False) -> bool:
    """Whether a speech tells figures and calls nothing good or bad ("sold goods worth 2 billion, 4 per cent less")."""
    figures = sum(w[:1].isdigit() and not _YEAR.match(w) for w in lows)
    if quoted and (not figures or (figures < 2 and not set(lows) & _MEASURED)):
        return False
    if not figures and not set(lows) & _NUMBERS:
        return False
    return not any(sign(lows, k, "judge") and set(lows[max(0, k - 3) : k]) & _LINKS for k in range(len(lows)))


def verdict(lows: Sequence[str]) -> bool:
    """Whether a speech says of a thing what it is, good or bad, and gives no figures."""
    if any(w[:1].isdigit() for w in lows):
        return False
    return any(sign(lows, k, "say") and set(lows[max(0, k - 4) : k]) & _LINKS for k in range(len(lows)))


def whole(line: Line, first: int, last: int) -> bool:
    """Whether the words make a sentence: more than a few, with a finite verb."""
    return last - first > 3 and any(line.finite(k) or line.low(k) in _LINKS for k in range(first, last))


def spoken(line: Line, first: int, last: int, lows: Sequence[str]) -> bool:
    """Whether quoted words say something of a thing: a sentence, a name or property given to it, what it did; and not
    only how, when, where or how many."""
    if any(sign(lows, k, "judge") for k in range(len(lows))):
        return True
    if (lows and lows[-1] == "?") or ("comment" in lows and set(lows) & {"no", "not", "n't", "without"}):
        return False
    opening = line.low(first)
    if line.tokens[first : first + 1] and line.tokens[first].capital:
        return last - first > 3 or bool(set(lows) & _COMPARING)
    if (
        last - first > 3
        and line.low(first - 2) != "of"
        and _clause(line, first, last)
        and not any(w[:1].isdigit() and not _YEAR.match(w) for w in lows)
    ):
        return True
    if any(w[:1].isdigit() for w in lows) or opening in PREPOSITIONS | {"if", "when", "any", "until", "three", "two"}:
        return False
    named = opening in ("a", "an", "the", "our", "one", "two") and not set(lows) & _NUMBERS
    if named and line.low(first - 2) in ("as", "called", "it", "was", "is", "were", "are", "be", "been", "remains"):
        return True
    if opening in ("the", "our", "a", "an"):
        return any(line.finite(k) for k in range(first, last)) and not set(lows) & _NUMBERS
    form = verbs().get(opening)
    if last - first > 3 and set(lows) & _COMPARING:
        return True
    told = line.low(first - 2)  # the word before the quotation mark: "mixed crews "remove the reason to shoot""
    acts = form is not None and bool(form.forms & {"base", "s"}) and told not in PREPOSITIONS | _MODALS | {"to", "not"}
    if acts and last - first > 3 and told.isalpha():
        return True
    moved = opening.endswith("ed") or (form is not None and bool(form.forms & {"past", "pp"}))
    aux = opening in ("have", "has", "had", "is", "are", "was", "were", "worth", "could", "cannot", "would")
    return ((moved or aux) and last - first > 2) or opening in ("never", "not", "no", "can't", "cannot", "does")


def _clause(line: Line, first: int, last: int) -> bool:
    """Whether quoted words are a clause, or all of one but its subject: "growth will simply pass us by", "closes a chapter"."""
    if line.low(first) in _WHEN:
        return False
    return any(line.finite(k) or line.low(k) in _LINKS or line.low(k) in _MODALS for k in range(first, last))


def going_on(lows: Sequence[str]) -> bool:
    """Whether a speech only tells what is being done ("our officers are following the tracks")."""
    parts = _sentences(lows)
    return bool(parts) and all(_state_of_things(part) or _doing(part) or _happened(part) for part in parts)


@cache
def _done() -> frozenset[str]:
    """The past forms of verbs that tell of what takes place."""
    return frozenset(word for lemma in _EVENTS for word, forms in inflect(lemma).items() if {"past", "pp"} & set(forms))


def _happened(lows: Sequence[str]) -> bool:
    """Whether a sentence only tells what took place or was agreed ("both presidents witnessed the signing")."""
    if set(lows) & _JUDGED_SO:
        return False
    for k, low in enumerate(lows):
        form = verbs().get(low)
        if low in _LINKS | _HAVE:
            return next((w for w in lows[k + 1 :] if not w.endswith("ly") and w not in ("been", "also")), "") in _done()
        if (form is not None and form.forms & {"past", "s"}) or low in _done():
            return k > 0 and low in _done()
    return False


def _doing(lows: Sequence[str]) -> bool:
    doing = any(
        lows[k] in ("is", "are", "was", "were", "'re", "been") and lows[k + 1].endswith("ing")
        for k in range(len(lows) - 1)
    )
    return doing and not set(lows) & {
        "not",
        "n't",
        "never",
        "nobody",
        "no",
        "like",
        "as",
        "since",
        "still",
        "only",
        "waiting",
        "years",
        "decades",
        "while",
        "meanwhile",
        "losing",
        "killing",
        "dying",
        "paying",
        "third",
        "half",
        "fraction",
        "could",
        "should",
        "hardly",
        "barely",
        "well",
        "too",
    }


def _state_of_things(lows: Sequence[str]) -> bool:
    """Whether a sentence only tells that something is finished or open, or comes on a day."""
    if set(lows) & {"not", "never", "nobody", "no", "too", "only"}:
        return False
    standing = any(
        lows[k] in ("is", "are", "was", "were") and lows[k + 1] in _STANDING for k in range(min(len(lows) - 1, 8))
    )
    return standing or bool(set(lows) & _MODALS and set(lows) & _DAYS)


def courteous(word: str, lows: Sequence[str]) -> bool:
    """Whether a thanks or a wish is only good manners: for the welcome received, on a birthday or a feast."""
    polite = word in ("thank", "congratulate", "express", "expressed", "conveyed", "convey", "appreciate")
    own = set(lows)
    return (polite or "gratitude" in own or "thanks" in own) and bool(
        own & _CIVIL or ("welcome" in own and own & {"accorded", "extended", "warm", "given", "reserved"})
    )
