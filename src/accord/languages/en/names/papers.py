"""Papers between states: titled treaties, memoranda told in lower case, lists of subjects, counts of documents."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.names.paper_calls import WEAK, by_day, by_deed, by_year, of_bodies
from accord.languages.en.names.paper_counts import counted_off, elided
from accord.languages.en.names.paper_words import (
    EMPTY,
    OF_MANY,
    PLURAL,
    behind_number,
    behind_other,
    cased,
    count_of,
    counted,
    list_end,
    period_of,
    quoted,
    singular,
    state_spans,
    states_of,
    subjects_of,
    topics_in,
)
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ordinal
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["find_papers"]

_STATED = frozenset("statement communique communiqué declaration".split())


# Heads that name a paper in capitals, or as the object of an act on papers, alone.
_CHARY = frozenset(
    "framework regulation regulations minute minutes understanding understandings compact covenant texts acts truce ceasefire amendment charter".split()
)
_TALKS = frozenset("talks meeting session consultations negotiations discussions commission committee".split())
_ACTED = re.compile(
    r"\b(?:sign\w*|ink\w*|initial\w*|ratif\w+|conclu\w+|exchang\w+|renew\w*|adopt\w*|reach\w*|agreed|produc\w+|instruments?)\b",
    re.IGNORECASE,
)


_STRUCK = re.compile(
    r"\b(?:sign\w*|ink(?:ed|s|ing)|pen(?:ned)?|struck|strik\w+|seal(?:ed|s|ing)|clinch\w*|reach(?:ed|es|ing)|conclud\w+)\b",
    re.IGNORECASE,
)


def _chary(line: Line, first: int, end: int) -> bool:
    """Whether a head that is seldom a paper is none here."""
    head = line.low(end - 1)
    before = line.low(first - 1)
    if head in ("agreement", "consent", "accord") and (
        before in ("tacit", "mutual", "common", "prior", "by") or (before == "written" and line.low(first - 2) == "by")
    ):
        return True
    if head not in _CHARY:
        return False
    if head in ("charter", "framework") and _of_two(line, first, end):
        return False
    if line.low(first - 1) in ("of", "in") and head in ("understanding", "framework"):
        return True
    if (
        line.tokens[end - 1].capital
        and first > 0
        and (line.tokens[first - 1].capital or line.low(end) in ("on", "of", "for"))
    ):
        return head == "framework" and line.low(end) == "of" and not line.tokens[first - 1].capital
    if head in ("minute", "minutes") and line.low(end) == "of" and _TALKS & set(line.lows(end, end + 6)):
        return not _ACTED.search(line.text, line.span.start, line.span.end)
    if head in ("framework", "regulation", "regulations", "minute", "minutes", "charter"):
        return not (head in ("minute", "minutes") and line.tokens[end - 1].capital and line.low(end).isdigit())
    if head in ("texts", "acts"):
        return (
            line.covered(first - 1, "number", "amount") is None
            and not any(m.type == "number" and 0 <= line.tokens[first].start - m.span.end <= 12 for m in line.amounts)
        ) or not _ACTED.search(line.text, line.span.start, line.span.end)
    return not _ACTED.search(line.text, line.span.start, line.span.end)


_BONDS = frozenset("twinning cooperation co-operation friendship partnership brotherhood border consultation".split())


def _of_two(line: Line, first: int, end: int) -> bool:
    """Whether a charter or framework is one that two sides sign: "a twinning charter", "a framework for exchange"."""
    indefinite = line.low(line.left(first) - 1) in ("a", "an", "another")
    told = line.low(first - 1) in _BONDS or line.low(end) in ("for", "on")
    return indefinite and told and _ACTED.search(line.text, line.span.start, line.span.end) is not None


def find_papers(line: Line) -> Iterator[Mention]:
    """The papers that a sentence names, one mention each; a list of subjects gives one for each subject."""
    end_of_last = 0
    whole: Mention | None = None
    known: list[Mention] = []
    for first, end, form in line.find("papers"):
        if line.covered(first, "organisation", "person", "office"):
            continue
        if first < end_of_last:
            yield from _within(line, first, end, form)
            continue
        if _chary(line, first, end):
            continue
        if line.low(first) in ("plan", "plans") and line.low(end) in ("for", "of") and _works_behind(line, end):
            continue
        if line.low(end) == "of" and {line.low(end + 1), line.low(end + 2), line.low(end + 3)} & _EVENTS:
            continue
        if line.low(first - 1) in _PERSONAL or (line.low(end) == "of" and line.low(end + 1) in _STATES_OF):
            continue
        if (line.low(end) == "-" and line.tokens[end].glued) or (
            line.low(first) in ("plan", "plans", "deal", "deals", "program")
            and line.low(end) == "to"
            and not _STRUCK.search(
                line.text, max(line.span.start, line.tokens[first].start - 60), line.tokens[first].start
            )
        ):
            continue
        if (
            line.low(first) == "instruments"
            and line.low(end) == "of"
            and line.low(end + 1) in ("ratification", "acceptance", "approval")
        ):
            if line.low(end + 2) == "of":
                continue
            yield Mention(
                "paper",
                line.slice(first, end + 2),
                line.words(first, end + 2),
                definite=True,
                attributes={"telling": False, "titled": False, "plural": False, "weak": False, "instruments": True},
            )
            continue
        if line.low(first) in ("document", "documents", "statement") and line.low(end) in ("said", "says"):
            continue
        found, end_of_last = _paper(line, first, end, form)
        yield from found
        whole = whole or next((m for m in found if m.attributes["plural"] and m.count), None)
        known += found
    if whole is not None:
        yield from counted_off(line, whole, known)
    yield from elided(line, known, whole)


def _within(line: Line, first: int, end: int, form: str) -> Iterator[Mention]:
    """A paper named with its year inside another's title: "Protocol amending the Border Trade Agreement of 1970",
    "protocol to the 2009 tax convention"."""
    dated = line.tokens[first].capital and line.low(end) == "of" and line.covered(end + 1, "date") is not None
    year = line.tokens[max(line.left(first) - 1, 0)].text
    if not dated and not (len(year) == 4 and year.isdigit()):
        return
    paper = _paper(line, first, end, form)[0][0]
    if paper.period is not None and paper.attributes.get("telling") and not paper.attributes.get("plural"):
        yield paper.but(definite=False, attributes={**paper.attributes, "within": True})


_PERSONAL = frozenset("travel identity identification immigration shipping medical court".split())  # documents
_STATES_OF = frozenset("war emergency bankruptcy assets faith victory mourning".split())  # that are declared
_EVENTS = frozenset(
    "day evening morning night visit trip tour stay event events festival concert conference forum seminar celebrations week weekend fair exhibition opera season reception".split()
)  # what has a programme that is no paper


def _works_behind(line: Line, end: int) -> bool:
    """ "plans for a railway": what somebody has in mind, no paper."""
    return any(end < head <= end + 7 for head, _, _ in line.find("projects"))


def _paper(line: Line, first: int, end: int, form: str) -> tuple[list[Mention], int]:
    if line.low(first).startswith("memorand") and line.lows(end, end + 2) == ["of", "understanding"]:
        end += 2
    start = _begins(line, first)
    capital = line.tokens[first].capital
    head_capital = capital and line.low(first) not in ("mous", "mou") and not count_of(line, start, first)
    titled = head_capital or any(
        line.tokens[i].capital for i in range(start + 1, first) if not line.covered(i, "state")
    )
    last = quoted(line, end) or _replacing(line, end, line.right(end, titled and capital))
    last, gapped = _gapped(line, start, first, end, last, form, titled and capital)
    if gapped is not None:
        return gapped
    numbered = titled and last == end and line.low(end).isdigit() and line.covered(end, "date") is None
    if numbered and line.tokens[end - 1].capital:
        end = last = end + 1
    opener = end
    last = max(last, _of_another(line, end), _of_another(line, last), of_bodies(line, end, last))
    if last == end:
        opener, last = _behind_verb(line, end)
    modifiers = [line.low(i) for i in range(start, first) if not line.covered(i, "amount", "number")]
    count = count_of(line, start, first)
    plural = _many(line, start, first, end, count is not None and not head_capital)
    last = list_end(line, opener, last) if plural and line.low(opener) not in ("in", "for") else last
    determiner = line.low(start - 1)
    stated = line.low(first) in _STATED and "joint" in modifiers
    subject = last > end and line.low(opener + 1) not in ("this", "that", "these", "those", "which")
    own = any(m not in EMPTY and not m.isdigit() for m in modifiers)
    telling = stated or (numbered and line.low(end - 1).isdigit()) or subject or own
    telling = telling and not (subject and not own and opener == end and _vague(line, end, last))
    telling = telling or (_named(line, start, first, end) and line.kind != "headline")
    dated = period_of(line, start, last)
    anaphoric = (
        dated is None
        and determiner in ("the", "this", "these", "that", "both", "its", "their", "said")
        and last == end
        and not any(line.tokens[i].capital and line.low(i) not in EMPTY and i > 0 for i in range(start, first))
    )
    own_name = "" if telling or plural or last > end or dated is None else by_day(line, start, end)
    own_name = own_name or by_deed(line, start, end, telling or plural or last > end)
    own_name = own_name or by_year(line, start, end, telling or plural or last > end or determiner in ("this", "that"))
    subjects = subjects_of(line, opener, last, count) if plural and last > end else []
    base = Mention(
        "paper", line.slice(start, end if opener > end else last), cased(line.words(start, last)) if opener == end else _joined(line, start, first, end, opener, last, plural), states_of(line, start, last), state_spans(line, start, last), form=form,
        count=count, period=dated, topics=topics_in(line, start, last), definite=anaphoric,
        attributes={"titled": (titled and last > end) or (titled and head_capital and bool(modifiers)), "telling": telling, "plural": plural,
                    "weak": line.low(first) in WEAK, "dated": bool(own_name), "multilateral": any(line.covered(i, "organisation") for i in range(start, end)) or OF_MANY.search(line.words(start, max(last, end))) is not None, "rest": line.slice(opener, last) if opener > end else None, "head": line.low(first), "proposed": _proposed(line, start), "sides": determiner == "the" and not own and not titled and _sides(line, end, last), "told": line.low(max(last, end)) in _SETTLED | {"done", "dated"}, "capital": line.tokens[first].capital, "topical": last > end and line.lows(end, last) not in (["of", "cooperation"], ["of", "understanding"]), "with": bool(re.search(r"\bbetween\b|\bwith\b", line.words(end, last).lower()))},
    )  # fmt: skip
    if own_name:
        base = base.but(name=own_name, definite=False)
    elif dated is not None and not (titled or plural) and line.tokens[start - 1].text.isdigit() and start > 0:
        base = base.but(name=f"{line.tokens[start - 1].text} {base.name}")
    if len(subjects) > 1:
        return _parts(line, base, singular(line, start, first, end), opener, subjects, (start, end)), last
    if plural and not count and last > end and opener == end:
        return [base.but(name=f"{singular(line, start, first, end)} {line.words(end, last)}")], last
    return [base], max(last if opener == end else end, end)


def _gapped(
    line: Line, start: int, first: int, end: int, last: int, form: str, titled: bool
) -> tuple[int, tuple[list[Mention], int] | None]:
    """The end of a title, and the paper whose subject stands behind its abbreviation, its parties or its day."""
    short = 3 if line.low(end) == "(" and line.low(end + 2) == ")" and line.tokens[end + 1].text[:1].isupper() else 0
    if short and (told := line.right(end + short, titled)) > end + short:
        return last, _past_gap(line, first, end, form, (end + short, told))
    if (pair := _past_pair(line, end)) > end:
        if (told := line.right(pair, titled)) > pair:
            return last, _past_gap(line, first, end, form, (pair, told), period_of(line, start, end))
        last = end
    behind = _past_day(line, last)
    if behind > last and (told := line.right(behind, titled)) > behind:
        found, end_of_it = _past_gap(line, first, last, form, (behind, told), period_of(line, start, last))
        if line.low(last) not in _DATED:  # the day between is that of the act
            rest = line.slice(behind, told)
            found = [
                m.but(span=line.slice(start, end), period=None, attributes={**m.attributes, "rest": rest})
                for m in found
            ]
        return last, (found, end_of_it)
    return last, None


def _past_pair(line: Line, end: int) -> int:
    """Where a title goes on behind "between the two countries", which tells nothing."""
    if line.low(end) != "between" or line.low(end + 1) not in ("the", "both", "two", "our", "these"):
        return 0
    i = end + 2
    while line.low(i) in ("two", "neighbouring", "neighboring", "brotherly", "friendly", "contracting", "sisterly"):
        i += 1
    return i + 1 if line.low(i) in _PAIR else 0


def _sides(line: Line, end: int, last: int) -> bool:
    """Whether all that a title tells is whom the paper is with: "the treaty with the United States"."""
    return line.low(end) in ("with", "between") and all(
        line.covered(i, "state") is not None or line.low(i) in ("with", "between", "the", "and")
        for i in range(end, last)
    )


_PAIR = frozenset("countries states nations sides parties governments neighbours neighbors republics".split())


def _past_day(line: Line, last: int) -> int:
    """Where a title goes on behind its day or that of its signing: "the Protocol of 6 May 2019 on migration", "a protocol
    here on Tuesday in Accra on linking the lines"."""
    day = line.covered(last + 1, "date") if line.low(last) in _DATED else None
    if day is None and line.low(last) == "of":
        day, last = line.covered(last + 2, "date"), last + 1
    if day is None:
        return _past_signing(line, last)
    behind = next((i for i in range(last + 1, len(line.tokens)) if line.covered(i) is not day), len(line.tokens))
    whom = line.low(behind) == "with" and bool(_ON & set(line.lows(behind + 1, line.right(behind, False))))
    return behind if whom or line.low(behind) in _ON or line.low(behind).endswith("ing") else 0


def _past_signing(line: Line, last: int) -> int:
    """The token behind a day and a place of signing from which the subject of a paper is told, or 0."""
    i, told = last, None
    while True:
        i += line.low(i) in ("here", "today", "yesterday", "there")
        found = line.covered(i + (line.low(i) in ("on", "in", "at")), "date", "place", "state")
        if found is None or (found.type != "date" and line.low(i) not in ("in", "at")):
            break
        told = found
        i = next((k for k in range(i + 1, len(line.tokens)) if line.tokens[k].start >= told.span.end), len(line.tokens))
    return i if told and line.low(i) in _SUBJECTS and line.covered(i + 1, "date", "place", "state") is None else 0


_SUBJECTS = ("on", "concerning", "regarding")
_DATED = ("of", "from", "dated")
_ON = frozenset("on concerning regarding for between relating about to governing".split())


def _past_gap(
    line: Line, first: int, end: int, form: str, rest: tuple[int, int], period: Period | None = None
) -> tuple[list[Mention], int]:
    """A paper whose subject stands behind its abbreviation or its day: "Memorandum of Understanding (MoU) on fisheries",
    "Protocol of 6 May 2019 on migration"."""
    start = behind_number(line, line.left(first), first)
    count = count_of(line, start, first)
    plural = line.low(first) in PLURAL or line.low(end - 1) in PLURAL
    named = singular(line, start, first, end) if plural else line.words(start, end)
    mention = Mention(
        "paper", line.slice(start, rest[1]), f"{named} {line.words(*rest)}", states_of(line, start, rest[1]), state_spans(line, start, rest[1]), form=form,
        count=count, period=period or period_of(line, start, rest[1]), topics=topics_in(line, start, rest[1]),
        attributes={"titled": line.tokens[first].capital and not count, "telling": True, "plural": plural, "weak": False, "head": line.low(first), "proposed": _proposed(line, start),
                    "capital": line.tokens[first].capital, "topical": True, "with": bool(re.search(r"\bbetween\b|\bwith\b", line.words(*rest).lower()))},
    )  # fmt: skip
    subjects = subjects_of(line, *rest, count) if plural else []
    if len(subjects) > 1:
        return _parts(line, mention, named, rest[0], subjects, (start, end)), rest[1]
    return [mention], rest[1]


def _parts(
    line: Line, base: Mention, noun: str, opener: int, subjects: list[tuple[int, int]], head: tuple[int, int]
) -> list[Mention]:
    """A paper for each subject of a plural head, and the count of them where it is told."""
    told = {
        **base.attributes,
        "telling": True,
        "plural": False,
        "one": base.count is not None,
        "list": line.slice(*head),
    }
    parts = [
        base.but(span=line.slice(a, b), name=f"{noun} {line.low(opener)} {line.words(a, b)}", count=None, topics=topics_in(line, a, b), definite=False, attributes=told)
        for a, b in subjects
    ]  # fmt: skip
    if (
        sum(" with " in p.name for p in parts) > 1
    ):  # "on tea with Peru and on visas with Chile": each with its own state
        parts = [
            p.but(states=states_of(line, *s), antecedents=state_spans(line, *s))
            for p, s in zip(parts, subjects, strict=True)
        ]
    whole = [base.but(span=line.slice(*head), name=line.words(*head))] if base.count else []
    return [*whole, *parts]


def _named(line: Line, start: int, first: int, end: int) -> bool:
    """Whether capitals before a head make a name of it."""
    return line.tokens[end - 1].capital and any(
        line.tokens[i].capital and line.tokens[i].word and i > 0 and line.low(i) not in ("new", "the")
        for i in range(start, first)
    )


def _replacing(line: Line, end: int, last: int) -> int:
    """A title ends before the paper that it is to replace."""
    return next((i for i in range(end + 1, last) if line.low(i) == "to" and line.low(i + 1) in _REPLACED), last)


_REPLACED = frozenset("replace supersede succeed update".split())
_VAGUE = frozenset(
    "question questions issue issues matter matters subject subjects topic topics point points problem".split()
)


def _vague(line: Line, end: int, last: int) -> bool:
    """Whether a subject names nothing: "an agreement on the matter"."""
    return last - end <= 3 and (line.low(last - 1) in _VAGUE or ordinal(line.low(last - 1)) is not None)


_CHANGING = frozenset(
    "amending implementing supplementing replacing extending modifying terminating to on additional".split()
)


def _of_another(line: Line, end: int) -> int:
    """The end of a title that names another paper: "Protocol amending the Convention between A and B on C"."""
    i = end
    if line.low(i) not in _CHANGING:
        return end
    i += 1
    while line.low(i) in ("to", "amend", "implement", "extend", "modify", "supplement"):
        i += 1
    if line.low(i) not in ("the", "their", "its"):
        return end
    other = next(((a, b) for a, b, _ in line.find("papers") if i < a <= i + 7), None)
    years = sum(line.covered(k, "date") is not None for k in range(i + 1, i + 3))
    if other is None or line.left(other[0]) > i + 1 + years:
        return end
    last = line.right(other[1], line.tokens[other[0]].capital)
    return last if last > other[1] else other[1]


def _begins(line: Line, first: int) -> int:
    """Where the words before a head begin that are its own: "four other agreements"."""
    start = behind_other(line, behind_number(line, line.left(first), first), first)
    start += line.low(start) == "said" and line.low(start - 1) == "the"
    return start - 2 if line.low(start - 1) == "other" and counted(line, start - 2) else start


def _many(line: Line, start: int, first: int, end: int, told: bool) -> bool:
    """Whether several papers are named: by a plural that is no proper name, or by their number, `told`: "seven memorandum
    of understanding"."""
    plural = line.low(first) in PLURAL or line.low(end - 1) in PLURAL
    return told or (plural and not _proper_plural(line, start, first))


def _proper_plural(line: Line, start: int, first: int) -> bool:
    """Whether a plural head is the proper name of one paper: "the Oslo Accords", "the Minsk Agreements"."""
    return (
        line.tokens[first].capital
        and first > start
        and line.tokens[first - 1].capital
        and not line.tokens[first - 1].low.isdigit()
        and line.low(first - 1) not in EMPTY
        and line.kind not in ("headline", "heading")
        and line.low(first) in ("accords", "agreements", "declarations", "conventions", "protocols", "treaties")
        and not any(line.covered(i, "number", "amount") for i in range(start, first))
    )


def _joined(line: Line, start: int, first: int, end: int, opener: int, last: int, plural: bool) -> str:
    head = singular(line, start, first, end) if plural else line.words(start, end)
    return f"{head} {line.words(opener, last)}"


_SETTLED = frozenset(
    "signed concluded reached established adopted initialled agreed approved inked finalised finalized".split()
)


def _behind_verb(line: Line, end: int) -> tuple[int, int]:
    """Where the subject of a paper stands behind its verb ("a protocol was signed on customs", "the agreement signed by
    Chad and Niger to build a bridge"): opener and end."""
    i = end
    while line.low(i) in _HELPING:
        i += 1
    if line.low(i) not in _SETTLED:
        return end, end
    behind = _past_signers(line, i + 1)
    if (
        (i == end and behind == i + 1)
        or (line.low(behind) == "to" and behind == i + 1)
        or line.low(behind) not in _TELLING
    ):
        return end, end
    last = line.right(behind, False)
    return (behind, last) if last > behind + 1 else (end, end)


_HELPING = frozenset("was were has have had been also are is being will be to".split())
_TELLING = frozenset("on in for covering concerning regarding to".split())


def _past_signers(line: Line, i: int) -> int:
    """The token behind "by the foreign ministers of Chad and Niger", or i where nobody is named who signs."""
    if line.low(i) not in ("by", "between"):
        return i
    k = i + 1
    while k < i + _ROW and (line.covered(k, "state", "person", "office", "organisation") or line.low(k) in _BESIDE):
        k += 1
    return k if line.covered(k - 1) is not None else i


_ROW = 24  # tokens in which those who sign are told
_BESIDE = frozenset("the of and , governments presidents ministers leaders foreign prime".split())


_PROPOSALS = frozenset("proposal draft idea possibility proposals prospect need".split())


def _proposed(line: Line, start: int) -> bool:
    """Whether the paper is one that somebody proposes: "a proposal for a memorandum", "a draft agreement"."""
    return (
        any(line.low(k) in _PROPOSALS for k in range(max(0, start - 4), start))
        and line.low(start - 1) in ("for", "of", "a", "an", "the")
    ) or line.low(start) == "draft"
