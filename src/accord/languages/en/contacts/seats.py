"""Between whom a tie is, and where its mission sits."""

from __future__ import annotations

from accord.languages.en.contacts.sketch import Sketch
from accord.languages.views import Mention

__all__ = ["between", "seat"]


def seat(sketch: Sketch, first: int, end: int, right: int) -> Mention | None:
    """The town that a mission or an ambassador is in."""
    for k in range(first, min(end + 9, right)):
        mention = sketch.mention(k, "S")
        town = (
            mention is not None
            and not mention.form.startswith("demonym")
            and mention.form not in ("name", "official", "pair")
        )
        near = sketch.item(k - 1) in ("in", "at", "to", "from") or sketch.items[max(k - 2, 0) : k] == ["out", "of"]
        if mention is not None and town and near:
            return mention
    return None


def between(sketch: Sketch, left: int, first: int, end: int, right: int, place: Mention | None) -> list[Mention]:
    """The states: of "between A and B" or a pair, else the subject, the owner and the one behind "with" or "to"."""
    near = [k for k in range(left, right) if sketch.mention(k, "S")]
    for k in near:
        mention = sketch.named[k]
        if mention is not None and len(mention.states) == 2 and (k >= first - 12):
            return [mention]
    inside = [k for k in near if first <= k < min(end + 10, right)]
    for k in inside:
        if sketch.item(k - 1) == "between" or (sketch.item(k - 2) == "between" and sketch.item(k - 1) == "the"):
            other = next((n for n in inside if n > k), None)
            if other is not None:
                return [m for n in (k, other) if (m := sketch.named[n]) is not None]
    chosen: list[Mention] = []
    before = [k for k in near if k < first]
    for k in reversed(before):
        if sketch.item(k - 1) in ("in", "from", "at", "with", "near", "on") or (
            sketch.item(k + 1) == "," and first - k > 9 and sketch.item(k + 2) not in ("which", "whose", "who")
        ):
            continue
        chosen.append(sketch.named[k])  # type: ignore[arg-type]
        if sketch.item(k - 1) == "and" and sketch.mention(k - 2, "S"):
            chosen.append(sketch.named[k - 2])  # type: ignore[arg-type]
        break
    for k in inside:
        mention = sketch.named[k]
        if sketch.item(k - 2) in ("favour", "favor", "visit") or _other_act(sketch, end, k):
            continue
        if (
            mention is not None
            and mention is not place
            and (k < end or sketch.item(k - 1) in ("with", "to", "from", "of", "for", "in", "the", "by", "against"))
        ):
            chosen.append(mention)
    if place is not None:
        chosen.append(place)
    return chosen


def _other_act(sketch: Sketch, end: int, k: int) -> bool:
    """Whether another act was joined on with "and" between the end of a match and item k."""
    joined = next((n for n in range(end, k) if sketch.item(n) == "and"), None)
    return joined is not None and not sketch.mention(joined + 1) and sketch.item(joined + 1) not in ("the", "his")
