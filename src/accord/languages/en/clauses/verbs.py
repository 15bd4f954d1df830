"""Verb groups of English: which words are verbs here, how each is said, and how far its clause reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from accord.languages.en.text.lexicon import Form, acts, table, verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.views import Argument

__all__ = ["Verb", "action_nouns", "bound", "cues", "join", "left_bound", "verb_groups"]

_STRONG = frozenset(
    "which who whom whose where while whereas when but although though because after before if unless so that ; — as".split()
)
_PLURAL_SUBJECTS = frozenset(
    "countries sides parties states nations governments leaders ministers presidents officials neighbours neighbors they we authorities experts delegations republics capitals".split()
)


@cache
def cues(key: str) -> frozenset[str]:
    return frozenset(table("modality")[key].split())


@dataclass(slots=True)
class Verb:
    """A verb group: token indexes of its chain [first, end), the main verb, and how it is said."""

    first: int
    main: int
    end: int
    form: Form
    kind: str  # past, present, future, ing, infinitive, participle
    auxiliaries: tuple[str, ...]
    status: str = "reported"
    passive: bool = False
    left: int = 0
    right: int = 0
    noun: bool = False
    arguments: list[Argument] = field(default_factory=list)


def verb_groups(line: Line) -> Iterator[Verb]:
    i = 0
    while i < len(line.tokens):
        found = _verb_at(line, i)
        if found:
            yield found
            i = found.end
        else:
            i += 1


def _verb_at(line: Line, i: int) -> Verb | None:
    token = line.tokens[i]
    if (
        not token.word
        or (token.capital and i > 0 and line.low(i - 1) != '"')
        or line.covered(i, "person", "office", "paper")
    ):
        return None
    phrase = f"{token.low} {line.low(i + 1)}"
    form, end = verbs().get(phrase), i + 2
    if form is None:
        form, end = verbs().get(token.low), i + 1
    if (
        line.low(i + 1) == "-"
        and line.low(i - 1) != "re"
        and form is not None
        and f"{token.low}-{line.low(i + 2)}" not in verbs()
    ):
        return None
    if form is None and token.low == "re" and line.low(i + 1) == "-":
        form, end = verbs().get(f"re-{line.low(i + 2)}") or verbs().get(f"re{line.low(i + 2)}"), i + 3
    if (
        form is not None
        and form.lemma == "put"
        and any(w in ("names", "signatures", "signature", "pen") for w in line.lows(i + 1, i + 4))
    ):
        form = Form("put", ("sign",), form.forms)
    if form is not None and form.lemma == "exchange" and set(line.lows(i + 1, i + 3)) & {"fire", "shots", "gunfire"}:
        form = Form("exchange", ("shoot",), form.forms)
    if form is not None and form.lemma == "take" and line.low(i + 1) == "effect":
        form = Form("take", ("enter-force",), form.forms)
    if form is not None and form.lemma == "take" and line.low(i + 1) == "part":
        form = Form("take", ("attend",), form.forms)
    if (
        form is not None
        and form.lemma == "call"
        and line.low(i + 1) in ("on", "upon")
        and line.covered(i + 2, "person", "office") is not None
    ) or (
        form is not None
        and form.lemma == "call"
        and line.low(i + 2) == "the"
        and line.low(i + 1) == "on"
        and line.covered(i + 3, "person", "office")
    ):
        form, end = Form("call", ("meet",), form.forms), i + 2
    if form is None or (line.low(i - 1) == "-" and line.tokens[i].glued and token.low not in ("elect",)):
        return None
    first = i
    while first > 0 and (
        line.low(first - 1) in cues("auxiliaries")
        or (line.low(first - 1).endswith("ly") and first > 1 and line.low(first - 2) in cues("auxiliaries"))
    ):
        first -= 1
    auxiliaries = tuple(line.lows(first, i))
    kind = _kind(line, i, form, auxiliaries)
    if kind is None or (
        form.lemma in ("be", "have", "do")
        and line.low(i) in cues("auxiliaries")
        and (
            (line.low(i + 1) in verbs() and verbs()[line.low(i + 1)].forms & {"pp", "ing"})
            or line.low(i + 1) in cues("auxiliaries")
        )
    ):
        return None
    passive = kind == "participle" or (
        "pp" in form.forms and any(a in ("is", "are", "was", "were", "be", "been", "being") for a in auxiliaries)
    )
    return Verb(first, i, end, form, kind, auxiliaries, passive=passive)


def _kind(line: Line, i: int, form: Form, auxiliaries: tuple[str, ...]) -> str | None:
    """How a verb form is used at i; None where it is a noun or an adjective."""
    low, before, after = line.low(i), line.low(i - 1), line.low(i + 1)
    finite = [
        a
        for a in auxiliaries
        if a in ("will", "shall", "would", "should", "could", "may", "might", "must", "can", "cannot", "ought", "needs")
    ]
    if finite:
        return "future" if finite[0] in ("will", "shall") else "modal"
    if "to" in auxiliaries and ("base" in form.forms or "be" in auxiliaries):
        return "infinitive"
    if any(a in ("has", "have", "had", "was", "were", "been") for a in auxiliaries) and form.forms & {"pp", "past", "ing"}:
        return "past"
    if any(a in ("is", "are", "be", "being", "do", "does", "am") for a in auxiliaries):
        return "present" if form.forms & {"pp", "ing", "base"} else None
    if "did" in auxiliaries:
        return "past"
    if "ing" in form.forms:
        if (
            before in DETERMINERS
            or after in ("of",)
            or (
                low
                in (
                    "meeting",
                    "building",
                    "training",
                    "opening",
                    "closing",
                    "including",
                    "regarding",
                    "following",
                    "concerning",
                    "according",
                    "crossing",
                    "fishing",
                    "housing",
                    "farming",
                    "mining",
                    "shipping",
                    "funding",
                    "banking",
                    "being",
                    "neighbouring",
                    "working",
                    "leading",
                    "existing",
                    "ongoing",
                    "founding",
                    "growing",
                )
                and not (
                    before in ("by", "after", "before", "of", "for", "in", "on", ",")
                    and after in DETERMINERS | {"in", "with"}
                )
            )
        ):
            return None
        return "ing"
    if "past" in form.forms or "pp" in form.forms:
        if "base" in form.forms and before in DETERMINERS | {"'s"}:
            return None
        if (
            (before in DETERMINERS or before == "'s")
            and "past" in form.forms
            and not (i == 1 and before in ("these", "those", "this", "that", "others", "some"))
        ):
            return None
        if (
            "pp" in form.forms
            and after in _AFTER_PARTICIPLE
            and (
                (before == "," and _behind_noun(line, i) and not set(form.concepts) & {"meet", "say", "stress"})
                or (line.covered(i - 1, "date") is None and _verb_follows(line, i) and not auxiliaries)
            )
        ):
            return "participle"
        return "past"
    if "s" in form.forms:
        subject = line.covered(i - 1, "state", "organisation", "person", "office")
        if (
            (subject is not None and not subject.form.startswith("demonym"))
            or before in ("which", "that", "who", "it", "he", "she", "also", "this")
            or (
                subject is None
                and before not in DETERMINERS | PREPOSITIONS
                and line.tokens[i - 1].word
                and not line.covered(i - 1)
                and low not in _NOUNS
            )
        ):
            return "present"
        return None
    back = i - 1
    while back > 0 and (
        line.low(back).endswith("ly") or line.low(back) in ("hereby", "also", "jointly", "now", "still", "therefore")
    ):
        back -= 1
    before = line.low(back)
    subject = line.covered(back, "state", "organisation", "person")
    if (
        before in _PLURAL_SUBJECTS
        or before in ("who", "also", "jointly", "both")
        or (
            subject is not None
            and not subject.form.startswith("demonym")
            and low not in _NOUNS
            and after not in ("of",)
        )
    ):
        return "present"
    return None


_AFTER_PARTICIPLE = frozenset(
    "by on in at during under between last this earlier with for since as when from yesterday".split()
)


def _behind_noun(line: Line, i: int) -> bool:
    """Whether a comma before i closes a noun phrase of a clause whose subject stands elsewhere: an aside."""
    if i < 3 or line.covered(i - 2, "date") is not None:
        return False
    return _verb_follows(line, i) or any(
        (line.low(k) in verbs() and not line.tokens[k].capital and not line.covered(k)) or line.low(k).endswith("ing")
        for k in range(i - 1)
    )


def _verb_follows(line: Line, i: int) -> bool:
    """Whether the clause's own verb is still to come ("the treaty signed in 2024 remains")."""
    for k in range(i + 1, min(i + 14, len(line.tokens))):
        low = line.low(k)
        if low in (",", ";", "and", "which", "that", "who"):
            return False
        if low in ("is", "are", "was", "were", "will", "has", "have", "had", "would", "should", "can", "may"):
            return True
    return False


_NOUNS = frozenset(
    "visit visits plan plans call calls talk talks meeting meetings report reports export exports import imports trade link links attack attacks offer move need tie ties start "
    "works goods services views state states form forms name names term terms fall rise drop gain gains hope hopes aim aims cost costs supply supplies increase increases use uses "
    "issue issues fund funds review marks changes charges claims comments concerns demands deals crossings shows tests notes moves protests raids strikes clashes tours trips launch release support supports "
    "host hosts share shares cover gathers ground grounds address record records contract contracts document documents grant grants pledge promises promise commitments fires".split()
)


def join(line: Line, groups: list[Verb]) -> None:
    """A participle joined by "and" to another is one too ("signed in 2022 and ratified in 2023")."""
    for before, group in pairwise(groups):
        if (
            before.kind == "participle"
            and group.kind == "past"
            and not group.auxiliaries
            and "pp" in group.form.forms
            and line.low(group.first - 1) == "and"
        ):
            group.kind, group.passive = "participle", True


def bound(line: Line, groups: list[Verb]) -> None:
    """Set how far each verb's clause reaches: from the connector before its subject to the next verb's own start."""
    for i, group in enumerate(groups):
        previous = groups[i - 1] if i else None
        group.left = left_bound(line, previous.end if previous else 0, group.first)
    for i, group in enumerate(groups):
        following = groups[i + 1] if i + 1 < len(groups) else None
        if following is None:
            group.right = _right_bound(line, group.end, len(line.tokens))
        elif following.kind in ("infinitive", "ing", "participle") or (
            group.kind == "participle" and line.low(group.first - 1) != ","
        ):
            group.right = following.first
        else:
            group.right = min(following.first, _right_bound(line, group.end, max(following.left, group.end)))


def _right_bound(line: Line, start: int, end: int) -> int:
    for i in range(start, end):
        if line.low(i) == ";" or (line.low(i) == "—" and i > start):
            return i
    return end


def left_bound(line: Line, start: int, end: int) -> int:
    """The first token of a clause that ends before `end`: after the last strong connector, else after a comma or "and"
    behind which a subject stands."""
    i = end
    while i > start:
        i -= 1
        if line.low(i) == "—":
            other = next((k for k in range(i - 1, start - 1, -1) if line.low(k) == "—"), None)
            if other is not None:
                i = other
                continue
        if line.low(i) in _STRONG and not (
            line.low(i) in ("as", "after", "before", "so")
            and (not _clause_like(line, i + 1, end) or "," in line.lows(i + 1, end))
        ):
            return i + 1
    if start == 0:
        return 0
    for i in range(end - 1, start - 1, -1):
        if line.low(i) in ("and", ",") and any(
            line.covered(k) or line.low(k) in ("they", "he", "she", "it", "both") for k in range(i + 1, end)
        ):
            left, right = line.covered(i - 1), line.covered(i + 1)
            if line.low(i) == "and" and left is not None and right is not None and left.type == right.type:
                continue
            return i + 1
    if line.low(end - 1) in ("and", ",", "or", "then", "but"):
        return end
    return end if not any(line.covered(k) for k in range(start, end)) else start


def _clause_like(line: Line, start: int, end: int) -> bool:
    return end - start < 14 and any(
        line.covered(k, "state", "person", "office", "organisation") for k in range(start, end)
    )


def action_nouns(line: Line, groups: list[Verb]) -> Iterator[Verb]:
    taken = {i for g in groups for i in range(g.main, g.end)}
    for i, token in enumerate(line.tokens):
        if i in taken or not token.word or line.covered(i, "paper"):
            continue
        phrase = f"{token.low} {line.low(i + 1)}"
        concept, end = acts().get(phrase), i + 2
        if concept is None:
            concept, end = acts().get(f"{phrase} {line.low(i + 2)}"), i + 3
        if concept is None:
            concept, end = acts().get(token.low), i + 1
        if (
            concept is None
            or line.low(end) == "-"
            or (token.low in ("call", "start", "launch", "exchange", "opening") and line.low(i - 1) in ("to",))
        ):
            continue
        group = next((g for g in groups if g.left <= i < g.right), None)
        noun = Verb(i, i, end, Form(token.low, (concept,), frozenset()), "noun", (), noun=True)
        noun.left = group.left if group else left_bound(line, 0, i)
        noun.right = (
            group.right
            if group and i >= group.end
            else (group.first if group else _next_verb(groups, i, len(line.tokens)))
        )
        if line.low(noun.left) in PREPOSITIONS and (group is None or i < group.first):
            comma = next((k for k in range(end, noun.right) if line.low(k) == "," and not line.covered(k)), None)
            noun.right = (
                comma
                if comma is not None
                and any(line.covered(k, "person", "office", "state") for k in range(comma, noun.right))
                else noun.right
            )
        yield noun


def _next_verb(groups: list[Verb], i: int, end: int) -> int:
    return next((g.first for g in groups if g.first > i), end)
