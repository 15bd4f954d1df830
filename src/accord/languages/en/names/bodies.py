"""Joint bodies: commissions, committees, councils, working groups, mechanisms, binational meetings and their like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.languages import patterns as re
from accord.languages.en.names.naming import mention_of
from accord.languages.en.text.lexicon import table, verbs
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ordinal, roman
from accord.languages.views import Mention

__all__ = ["find_bodies"]


def _words(key: str) -> frozenset[str]:
    return frozenset(table("bodies")[key].split())


_MARKS = _words("marks")
_CAPITAL_MARKS = _words("capital_marks")
_JOINT = _words("joint")
_FOREIGN = _words("not_joint")
_DOMESTIC = _words("domestic")
_CHARY = (
    "meeting",
    "forum",
    "consultation",
    "entity",
    "conference",
)  # heads that name a body with a mark in capitals only
_WATERS = frozenset("basin river lake bridge tunnel canal boundary strait".split())
_WRITTEN = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\b")
_LOOSE = ("cabinet", "authority", "assembly", "board", "tribunal")


def find_bodies(line: Line) -> Iterator[Mention]:
    """The joint bodies that a sentence names, whole or by "the commission"."""
    for first, end, form in line.find("bodies"):
        if line.covered(first, "organisation"):
            continue
        found = _body(line, first, end, form)
        if found is not None:
            yield found


def _body(line: Line, first: int, end: int, form: str) -> Mention | None:
    if form == "meeting" and _of_other(line, end):
        return None
    start = _start(line, first)
    numbered = _number(line, start, first)
    start += (numbered is not None) + (numbered is not None and line.low(start + 1) in ("st", "nd", "rd", "th"))
    if line.kind in ("headline", "heading"):
        start = _headline_start(line, start, first)
        if line.own.isupper():
            return None
    modifiers = _modifiers(line, start, first)
    capital = line.tokens[first].capital
    if not _may_be(line, start, first, end, form, modifiers):
        return None
    last = _end(line, end, capital, form == "group")
    between = line.right(end, False) if line.low(end) == "between" else end
    marks = _MARKS | _JOINT | (_CAPITAL_MARKS if capital else frozenset())
    telling = bool(modifiers & marks) or (last > end and capital) or _of_two(line, start, first)
    telling = telling or (form == "group" and last > end and line.low(end) in ("on", "for", "of"))
    telling = telling or (capital and form == "authority" and bool(modifiers & _WATERS))
    telling = telling or (numbered is not None and capital and form in ("council", "commission", "committee"))
    plural = line.low(end - 1).endswith("s") and form != "consultation"
    own = (
        bool(modifiers & _JOINT)
        or _of_two(line, start, max(last, end))
        or between > end
        or line.low(max(last, end)) == "with"
    )
    definite = not telling and (line.low(start - 1) in ("the", "this", "its") or (numbered is not None and capital))
    if form in _CHARY and not (capital and telling):
        return None
    if form == "team" and not _joint_team(line, start, first, modifiers):
        return None
    if form in _LOOSE and not (
        modifiers & _JOINT
        or (capital and modifiers & _WATERS)
        or _of_two(line, start, first)
        or (definite and numbered)
    ):
        return None
    if not (telling or definite):
        return None
    three = bool(modifiers & _THREE)
    mention = mention_of(
        "body", line, start, max(last, end), form=form, definite=definite, ordinal=numbered,
        attributes={"plural": plural, "telling": telling, "titled": capital, "joint": own, "three": three},
    )  # fmt: skip
    if between > end:
        more = mention_of("body", line, end, between)
        mention = mention.but(
            states=tuple(dict.fromkeys(mention.states + more.states)),
            antecedents=mention.antecedents + more.antecedents,
        )
    return mention


def _joint_team(line: Line, start: int, first: int, modifiers: set[str]) -> bool:
    """Whether a group, team or force is one of two states."""
    return bool(modifiers & _JOINT) or (
        line.tokens[first].capital and (_of_two(line, start, first) or "level" in modifiers)
    )


def _of_other(line: Line, end: int) -> bool:
    """ "The meeting of the joint committee": the session of another body."""
    if line.low(end) != "of":
        return False
    last = line.right(end, True)
    return any(end < first < last for first, _, form in line.find("bodies") if form != "meeting")


def _start(line: Line, first: int) -> int:
    """Where a body's name begins: past a plural's apostrophe, offices of a level ("Deputy Prime Minister-level") and the
    state before a dash."""
    start = line.left(first)
    for _ in range(4):
        if start > 2 and line.tokens[start - 1].text in "'’" and line.low(start - 2).endswith("s"):
            start = line.left(start - 2)
        elif (
            start > 1
            and (line.low(start - 1) == "-" or (line.low(start - 1) == "—" and line.covered(start, "state")))
            and _name_like(line, start - 2)
        ):
            start = line.left(start - 1)
            while start > 0 and _name_like(line, start - 1):
                start -= 1
        elif (start > 1 and line.low(start) == "level" and _name_like(line, start - 1)) or (
            line.low(start) in ("level", "-") and start < first and line.low(start - 1) == "-"
        ):
            start -= 1
        elif start > 0 and line.covered(start - 1, "office") is not None and line.low(start) in ("level", "-", "s"):
            start = line.left(start - 1) if line.covered(start - 2, "state") is not None else start - 1
        else:
            break
    while start < first and line.low(start) in ("-", "and", "/", ","):
        start += 1
    return start


def _name_like(line: Line, i: int) -> bool:
    mention = line.covered(i)
    if mention is not None:
        return mention.type in ("state", "office", "organisation")
    return line.tokens[i].capital and line.tokens[i].word and i > 0


def _modifiers(line: Line, start: int, first: int) -> set[str]:
    """The words before a head, compounds with their hyphen too ("bi-national")."""
    found = set(line.lows(start, first))
    for i in range(start + 1, first - 1):
        if line.low(i) == "-":
            found.add(f"{line.low(i - 1)}-{line.low(i + 1)}")
    return found


def _may_be(line: Line, start: int, first: int, end: int, form: str, modifiers: set[str]) -> bool:
    """Whether a body may be one of two states: no mission, no agency of one state, no organ of an organisation."""
    joint = bool(modifiers & _JOINT)
    if form == "commission" and line.low(first - 1) == "high" and not joint and "level" not in modifiers:
        return False
    if (
        line.low(end) == "of"
        and line.low(end + 1) in ("ministers", "state", "experts")
        and not joint
        and form != "meeting"
    ):
        return False
    if line.low(end) == "of" and "standing" in modifiers and not joint:
        return False
    if modifiers & _DOMESTIC and not joint:
        return False
    if modifiers & _FOREIGN and not modifiers & (_JOINT | {"border"}) and not _of_two(line, start, first):
        return False
    if any(line.covered(i, "organisation") for i in range(start, first)) and not joint:
        return _of_two(line, start, first)
    return not (modifiers & {"his", "her", "my"})


_THREE = frozenset(("trilateral", "tripartite", "tri-lateral", "tri-partite"))
_DEALINGS = frozenset("consultation consultations coordination co-ordination cooperation dialogue concertation".split())


def _end(line: Line, end: int, capital: bool, group: bool) -> int:
    """Where a body's name ends: "on trade and transport", before "between the two countries"."""
    dealing = line.low(end) == "of" and line.low(end + 1) in _DEALINGS
    if line.low(end) not in ("on", "for", "of") or (line.low(end) == "of" and not (capital or group or dealing)):
        return end
    if line.low(end) == "for" and line.low(end + 1) in ("good", "years", "months", "talks", "now", "ever"):
        return end
    last = max(line.right(end, capital), _in_fields(line, end + 1) if capital else 0)
    if line.low(end) == "of" and line.covered(end + 1 + (line.low(end + 1) == "the"), "state") is not None:
        return end
    others = [first for first, _, _ in line.find("bodies") if end < first < last + 2]
    cut = next((i for i in range(end + 1, last) if line.low(i) in _CUTS or _joins(line, i, others)), last)
    return cut if cut > end + 1 else end


_CUTS = ("between", "with", "to", "in", "at")


def _joins(line: Line, i: int, others: Sequence[int]) -> bool:
    """Whether "and" at i joins another body to a name: "a committee on trade and a working group on water"."""
    return line.low(i) in ("and", ",") and line.low(i + 1) in ("a", "an", "the") and any(i < o < i + 7 for o in others)


_RELATIONS = frozenset("cooperation co-operation relations ties issues matters affairs collaboration".split())


def _in_fields(line: Line, i: int) -> int:
    """The end of a row of fields ("on trade, economic, scientific and technical cooperation"), 0 where there is none."""
    for k in range(i, min(i + 16, len(line.tokens))):
        token = line.tokens[k]
        if token.low in _RELATIONS:
            return k + 1 if k > i + 2 and "and" in line.lows(i, k) else 0
        if not (token.word or token.low in (",", "-")) or line.covered(k) is not None or token.low in _ENDS_ROW:
            return 0
    return 0


_ENDS_ROW = frozenset("in at between with was were is held met will took of to for by has had".split())


def _number(line: Line, start: int, first: int) -> int | None:
    """The number that a session of the body has in front of its name: "XII Binational Meeting", "ninth"."""
    if start >= first:
        return None
    written = _WRITTEN.match(line.text, line.tokens[start].start)
    if written is not None:
        return int(written[1])
    value = 1 if line.low(start) in ("inaugural", "maiden") else ordinal(line.low(start))
    if value is None and line.tokens[start].text.isupper() and len(line.tokens[start].text) <= 6:
        value = roman(line.tokens[start].text)
        if value is not None and line.covered(start, "person"):
            value = None
    return value


def _headline_start(line: Line, start: int, first: int) -> int:
    """In headlines verbs without their auxiliaries run into names: only marks, states and capitals belong to a name."""
    i = first
    others = {e for _, e, _ in line.find("bodies") if e <= first}
    while i > start:
        low = line.low(i - 1)
        if i in others or (low in verbs() and "s" in verbs()[low].forms and not line.covered(i - 1)):
            break
        own = low in _MARKS or low in _JOINT or low in ("-", "and", "/") or line.covered(i - 1, "state") is not None
        if not own and not (line.tokens[i - 1].capital and line.tokens[first].capital):
            break
        if (
            line.covered(i - 1, "state") is not None
            and line.low(i) not in ("-", "/")
            and i < first
            and not ((mention := line.covered(i - 1, "state")) is not None and mention.form.startswith("demonym"))
            and low not in _MARKS
            and line.covered(i, "state") is None
            and not line.tokens[i].capital
        ):
            break
        i -= 1
    while i < first and line.low(i) in ("-", "and", "/", ","):
        i += 1
    return i


def _of_two(line: Line, start: int, first: int) -> bool:
    """Whether a name names two states, or a state and an organisation, before its head ("Canada-Denmark Arctic Dialogue")."""
    named = {s for i in range(start, first) if (m := line.covered(i, "state")) is not None for s in m.states}
    named |= {m.name for i in range(start, first) if (m := line.covered(i, "organisation")) is not None}
    return len(named) >= 2
