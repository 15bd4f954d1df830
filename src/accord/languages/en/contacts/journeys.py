"""The further places of a journey, the day at each, and who came along from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.en.contacts.standing import date_of
from accord.languages.views import Mention

__all__ = ["beside", "day_there", "further"]

_NEXT = re.compile(
    r"(?:\( \S+ \) )?(?:(?:on|in|D\d+|from|for|this|next|week) ){0,5}?(?:, )?(?:(?:and|then|later|before|afterwards|onwards|onward|on) ){0,3}(?:from there |thence )?(?:(?:on |in |from )?D\d+ )?(?:to |in )?(?:the )?(?P<to>S\d+) "
    r"(?=(?:D\d+|on|in|from|for|at|this|next|tonight|today|later|where|to|between|before|and|as|too|last|over|during|after|until|respectively|;|,|\.|\()(?!\S)|$)"
)
_BESIDE = re.compile(
    r"(?:(?:on|in|from|D\d+) ){0,4}(?:, )?(?:together with|along with|alongside) (?:the )?(?P<who>A\d+) "
)


def beside(sketch: Sketch, host: int, people: list[int]) -> list[int]:
    """Those of other states who came too ("A stayed in S on D together with B")."""
    match = _BESIDE.match(sketch.text, sketch.starts[host + 1]) if host + 1 < len(sketch.items) else None
    if match is None:
        return []
    who = sketch.at(match.start("who"))
    own = {s for k in people if (m := sketch.named[k]) is not None for s in m.states}
    states = {s for m in (sketch.named[who],) if m is not None for s in m.states}
    return [who] if own and states and not own & states else []


def day_there(sketch: Sketch, place: int, right: int) -> Mention | None:
    """The day told right before one of several places ("and on D to S"), or behind it."""
    lead = next((k for k in range(place - 1, place - 5, -1) if sketch.mention(k, "D")), -1)
    if lead >= 0 and sketch.has(("and", "then", ","), lead - 2, lead):
        return sketch.named[lead]
    near = any(sketch.mention(k, "D") for k in range(place + 1, min(place + 4, right)))
    return date_of(sketch, place, place, right, lasting=True) if near else None


def further(sketch: Sketch, host: int) -> Iterator[int]:
    """The other places of a journey ("to A and B", "to A on Monday and to B on Tuesday")."""
    k = host
    while k + 1 < len(sketch.items):
        match = _NEXT.match(sketch.text, sketch.starts[k + 1])
        place = sketch.at(match.start("to")) if match else -1
        mention = (
            sketch.mention(place, "S")
            if match and ("and" in match[0].split() or sketch.item(place + 1) in (",", "and"))
            else None
        )
        if mention is None or mention.form.startswith("demonym") or mention.form == "pair" or len(mention.states) != 1:
            return
        owner = sketch.mention(host, "S")
        if owner is not None and mention.states != owner.states:
            yield place
        k = place
