"""Aid told by its goods: gifts handed over, help thanked for, money given for those in need."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from accord.languages import patterns as re
from accord.languages.en.contacts.deeds import Deed, deed_of, subject, words_of
from accord.languages.en.contacts.sketch import Sketch, either, words
from accord.languages.en.text.lexicon import inflect, table

__all__ = ["aid_hint", "given"]

_STOP = r"(?:to|after|over|that|which|who|when|while|where|in|by|from|said|on|during|as|until|was|were|is|are|will|would|[,;:.()—-]|D\d+|A\d+)(?!\S)"
_RUN = rf"(?:(?!{_STOP})\S+ ){{0,8}}?"
_MONEY = (
    r"(?:(?:some|about|around|nearly|over|a|an|the|another|additional|further|up|to|us|S\d+) ){0,3}(?:[$€£¥₹] ?\d[\d.,]*|(?:usd|eur|us\$|rm|rs|r|chf|gbp|jpy|aud|\S{1,3}[$€£])? ?\d[\d.,]*)(?: (?:million|billion|m|bn|lakh|crore))?"
    r"(?: (?:us|S\d+))?(?: (?:dollars|euros?|francs?|yen|yuan|ringgit|rupees|riyals?|dirhams?|dinars?|kronor|kroner|pounds|usd|eur))?"
)
_TAIL = r"(?:(?: (?:to|for|towards|after|during|in|against|by|from|following|of|at|D\d+)(?: (?!(?:and|or|but|which|who|that|when|while|said|was|were|is|are|has|have|will)(?!\S)|[,;:.()—])\S+){1,9}?){0,3}(?= (?:and|or|but|which|who|that|when|while|said|was|were|is|are|has|have|will|[,;:.()—-])(?!\S)| ?$))?"


def _any(key: str) -> str:
    return either(words("aid", key))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern], ...]:
    goods, given_, thanked, needs = (_any(k) for k in ("goods", "given", "thanked", "needs"))
    gifts = "|".join(w for lemma in table("contacts")["aid"]["gifts"].split() for w in inflect(lemma))
    for_needs = rf"(?:to|for|towards|in aid of|toward) (?:(?!{_STOP})\S+ ){{0,7}}?(?:{needs})(?!\S)"
    return (
        (
            "gift",
            re.compile(
                rf"(?<!\S)(?:{gifts}) (?P<what>{_RUN}(?:{goods}))(?= (?:to|for|in|on|at|after|worth|from|and|,|\.|D\d|with)(?!\S)| ?$)"
            ),
        ),
        (
            "thanks",
            re.compile(
                rf"(?<!\S)(?:{thanked}) (?:(?![;.:])\S+ ){{0,9}}?for (?:his |the |all )*(?P<what>{_RUN}(?:{goods}|help)(?: (?:that|which) (?:S\d+|it|they|he|she)(?: had)?)?(?: (?:has |have |had |was |were |been )*(?:{given_})| of (?:the )?S\d+| from (?:the )?S\d+| by (?:the )?S\d+){_TAIL})"
            ),
        ),
        (
            "thanks",
            re.compile(
                rf"(?<!\S)(?:{thanked}) (?:(?![;.:])\S+ ){{0,9}}?for (?:his |the |all )*(?P<what>{_MONEY}(?: (?:{given_}))?{_TAIL})"
            ),
        ),
        (
            "sent",
            re.compile(
                rf"(?<!\S)(?P<what>{_RUN}(?:{goods}) (?:from (?:the )?S\d+ )?(?:had been |was |were |has been |have been )?(?:{given_}) (?:by (?:the )?S\d+ )?(?:to|after|during|following|in|at|for|on|D\d+|[.,])(?!\S){_TAIL})"
            ),
        ),
        (
            "gift",
            re.compile(
                r"(?<!\S)(?:present|gift|provid|suppl|equip)(?:ed|s|ied|ped) (?:the )?S\d+ (?:'s (?:(?!with)\S+ ){1,4})?with (?P<what>(?:\d\S*|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|some) "
                r"(?:(?!(?:on|in|to|for|at|and|worth|after|during)(?!\S)|[,;:.()]|D\d)\S+ ){1,5})"
            ),
        ),
        (
            "money",
            re.compile(
                rf"(?<!\S)(?:contribut|donat|gave|giv|pledg|releas|earmark|allocat|provid|sent|grant)\w* (?P<what>{_MONEY} (?:(?!{_STOP})\S+ ){{0,4}}?{for_needs})"
            ),
        ),
        (
            "money",
            re.compile(
                rf"(?<!\S)(?P<what>{_MONEY} (?:(?:that|which|S\d+|it|had|has|been|was|were) ){{0,4}}(?:contributed|donated|given|pledged|released|allocated|provided) {for_needs})"
            ),
        ),
    )


aid_hint = re.compile(
    r"\b(?:thank|gratitude|grateful|appreciat|acknowledg|donat|contribut|hand(?:ed|s|ing)? over|present(?:ed|s)|supplied|equipped|flown|shipped|delivered|gift(?:ed|s)?|grant|airlift|fl[eo]wn? in|sen[dt]s?|dispatch|aid|assistance|relief|pledged|released|gave|provided|deployed)",
    re.IGNORECASE,
)
_NO_GIFT = re.compile(
    r"\b(?:letters?|notes?|credentials|message|invitation|reports?|list|documents?|trade|gas|credit|contracts?|arms|weapons|exports?|imports?)\b"
)
_ANY_GOODS = re.compile(r"\b(?:aid|humanitarian|relief|medical|emergency)\b")


def given(sketch: Sketch) -> Iterator[Deed]:
    """What one state gave another, by the words of giving, or of thanks."""
    for sort, pattern in _patterns():
        for match, first, end in sketch.find(pattern):
            start, stop = sketch.at(match.start("what")), sketch.at(match.end("what") - 1) + 1
            if _NO_GIFT.search(match["what"]):
                continue
            what = words_of(sketch, start, min(stop, start + 14))
            by = subject(sketch, first) if sort in ("gift", "money") else None
            name = what if _ANY_GOODS.search(what) else f"{_noun(match[0])} of {what}{_tail(sketch, stop)}"
            deed = deed_of(sketch, "aid", name, first, end, by)
            if sort == "thanks":
                deed.status = "reported"
            deed.states = [
                m
                for k in range(
                    max(0, first - 8 if sort in ("sent", "thanks") else first), min(end + 9, len(sketch.items))
                )
                if (m := sketch.mention(k, "S")) is not None
            ]
            if deed.status == "planned" and not _ANY_GOODS.search(what):
                continue
            if deed.status in ("reported", "planned", "postponed", "cancelled") and (
                deed.by is not None or deed.states
            ):
                yield deed


_TO_WHOM = re.compile(
    r"(?:(?:to|for|in|at) (?:(?!(?:and|or|but|which|who|that|on|after|during|took|takes|was|were|is|are|has)(?!\S)|D\d|[,;:.()])\S+ ){1,5})+"
)


def _tail(sketch: Sketch, at: int) -> str:
    """Whom and where what was given is for."""
    match = _TO_WHOM.match(sketch.text, sketch.starts[at]) if at < len(sketch.items) else None
    return f" {words_of(sketch, at, sketch.at(match.end() - 1) + 1)}" if match else ""


def _noun(told: str) -> str:
    return (
        "handover"
        if told.startswith("hand")
        else "donation"
        if told.startswith(("donat", "present", "gift"))
        else "aid"
    )
