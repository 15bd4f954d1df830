"""What "the treaty", "this Protocol" and "it" stand for: the papers told before."""

from __future__ import annotations

from collections.abc import Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["definite_papers", "each_of_two", "its_paper"]


def definite_papers(mentions: Sequence[Mention]) -> list[Mention]:
    """Papers with "the treaty", "this document" given the title of the paper of that form named last before."""
    known: list[Mention] = []
    found: list[Mention] = []
    own = _own_title(mentions)
    for mention in mentions:
        if mention.type != "paper":
            found.append(mention)
            continue
        if mention.definite and not mention.attributes.get("plural") and mention.attributes.get("telling"):
            words = _telling_words(mention)
            later = [m for m in mentions if m.type == "paper" and not m.definite and m.attributes.get("telling")]
            target = next((p for p in (*reversed(known), *later) if words <= _telling_words(p)), None)
            if target is None:
                mention = mention.but(definite=False)
                known.append(mention)
            elif _same_form(mention, target):
                mention = _standing_for(mention, target)
        elif mention.attributes.get("sides") and (whole := _of_head(mention, known)) is not None:
            mention = _standing_for(mention, whole)
        elif mention.definite and not mention.attributes.get("plural"):
            told = mention.attributes.get("told")  # "the Protocol signed at ...": another than the text's own
            target = (
                own
                if own is not None and mention.attributes.get("capital") and _same_form(mention, own) and not told
                else None
            )
            if target is None and mention.attributes.get("instruments"):
                target = own or next(iter(reversed(known)), None)
            single = [p for p in reversed(known) if not p.attributes.get("plural")]
            target = target or next((p for p in single if mention.attributes.get("head") == _head_of(p)), None)
            target = target or next((p for p in single if _same_form(mention, p)), None)
            if target is not None:
                mention = _standing_for(mention, target)
        elif mention.attributes.get("telling"):
            known.append(mention)
        found.append(mention)
    return found


_BOTH = re.compile(r"\b(?:[Bb]oth|[Tt]he two|[Tt]hese two)\s+$")


def each_of_two(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """ "Both documents", "the two treaties" as each of the two papers told by name right before."""
    found: list[Mention] = []
    for n, mention in enumerate(mentions):
        both = mention.type == "paper" and mention.attributes.get("plural") and not mention.attributes.get("topical")
        lead = _BOTH.search(text, max(0, mention.span.start - 10), mention.span.start) if both else None
        if lead is None:
            found.append(mention)
            continue
        since = mention.span.start - _NEAR
        told = [
            m for m in mentions[:n] if m.type == "paper" and m.span.start > since and not m.attributes.get("plural")
        ]
        named = list({m.name: m for m in told if m.attributes.get("telling")}.values())
        spans = (Span(lead.start(), lead.end() - 1), mention.span)
        each = [_standing_for(mention.but(span=s, count=None), p) for s, p in zip(spans, named, strict=False)]
        listed = [m.but(attributes={**m.attributes, "list": mention.span}) for m in each]
        found += listed if len(named) == 2 else [mention]
    return found


_NEAR = 500  # characters in which two papers are told before "both"


def _of_head(mention: Mention, known: Sequence[Mention]) -> Mention | None:
    """The one paper told before that has the same head and names no other states."""
    head = mention.attributes.get("head")
    fitting = {p.name: p for p in known if _head_of(p) == head and not p.attributes.get("plural")}
    found = next(iter(fitting.values())) if len(fitting) == 1 else None
    return found if found is not None and set(found.states) <= {*mention.states, *found.states[:1]} else None


_FORMS = frozenset(
    "the this that these its their agreement treaty accord pact deal memorandum mou protocol programme program plan declaration statement contract document of on and for in between with convention understanding".split()
)


def _head_of(paper: Mention) -> str:
    """The head noun of a paper's name; that of an item is the first known one."""
    own: str = paper.attributes.get("head") or ""
    return own or next((w for w in re.findall(r"\w+", paper.name.lower()) if w in _FORMS), "")


def _telling_words(paper: Mention) -> frozenset[str]:
    """The words of a paper's name that tell it from others, cut to their stems."""
    return frozenset(w[:5] for w in re.findall(r"\w+", paper.name.lower()) if w not in _FORMS)


def _standing_for(mention: Mention, target: Mention) -> Mention:
    return mention.but(name=target.name, form=target.form or mention.form, states=target.states or mention.states, antecedents=(target.span, *target.antecedents),
                       period=mention.period, topics=target.topics, attributes={**target.attributes, "anaphor": True})  # fmt: skip


_AUX = (
    r"(?:(?:was|were|is|are|has|have|had|been|be|being|to|will|would|shall|should|must|may|still|also|then|only|first|later|finally|not|never|yet|now|since|already|"
    r"duly|due|formally|officially|subsequently|eventually|jointly|recently|itself|\w+ly|(?:in|on) [^,;.]{3,20},?)\s+)*"
)
_DONE = (
    r"(?:signed|ratified|initial+ed|inked|prolonged|renewed|denounced|abrogated|terminated|rolled\s+over|"
    r"countersigned|re-?signed|provisionally\s+applied|apply|applies|in\s+force|valid\s+(?:until|till|for|through))"
)
_FORCE = r"(?:(?:entered|enters?|came|comes?|went|goes|put|brought)\s+into\s+(?:force|effect)|t(?:ook|akes?|aken)\s+effect|expire[sd]?|lapse[sd]?|ran\s+out|runs\s+out)"
_LESS = r"(?:approved|extended|suspended|concluded|adopted|endorsed)(?=\s+(?:by\s+(?:the\s+)?(?:\w+\s+){0,3}(?:parliament|senate|congress|cabinet|assembly|government)|until|till|for\s+(?:another|a\s+further)))"
_SUBJECT = re.compile(
    rf"\b(?:[Ii]t|[Tt]h(?:at|e|is)\s+(?:text|paper|latter))(?=,?\s+{_AUX}(?:{_DONE}|{_FORCE}|{_LESS})\b)"
)
_OBJECT = re.compile(
    r"\b(?:ratif(?:y|ied|ies|ying)|sign(?:ed|s|ing)?|ink(?:ed|s|ing)?|initial+(?:ed|s|ing)?|renew(?:ed|s|ing)?|prolong(?:ed|s|ing)?|extend(?:ed|s|ing)?|denounc(?:e|ed|es|ing)|"
    r"approv(?:e|ed|es|ing)|abrogat(?:e|ed|es|ing)|terminat(?:e|ed|es|ing)|t(?:ore|ears?|earing)\s+up|suspend(?:ed|s|ing)?|roll(?:ed|s|ing)\s+over|conclud(?:ed|es|ing))\s+(?P<it>it)\b(?![-'’]| (?:off|out|up|as)\b)"
)
_BACK = 3  # sentences in which the paper was told that "it" stands for


def its_paper(lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """ "It" in sentences about signing or force, as subject or object, as the paper told last before, put among the
    mentions."""
    found: list[Mention] = [*mentions]
    for index, line in enumerate(lines):
        subject = _SUBJECT.search(line.text, line.span.start, line.span.end)
        action = _OBJECT.search(line.text, line.span.start, line.span.end)
        its = [Span(m.start(), m.start() + len(m[0].rstrip())) for m in (subject,) if m] + [
            Span(*m.span("it")) for m in (action,) if m
        ]
        for it in its:
            since = lines[max(0, index - _BACK)].span.start
            told = [m for m in mentions if m.type == "paper" and since <= m.span.start < it.start]
            paper = _told_last(lines, told)
            if paper is not None:
                attributes = {**paper.attributes, "anaphor": True, "rest": None}
                found.append(paper.but(span=it, antecedents=(paper.span, *paper.antecedents), attributes=attributes))
    return found


def _told_last(lines: Sequence[Line], told: Sequence[Mention]) -> Mention | None:
    """Of the papers told before "it" the subject of the last sentence that names one: its first with a name of its own."""
    naming = next((line for line in reversed(lines) if any(m.span in line.span for m in told)), None)
    here = [m for m in told if naming is not None and m.span in naming.span and not m.attributes.get("plural")]
    return next((m for m in here if m.attributes.get("telling") or m.attributes.get("anaphor")), None)


def _own_title(mentions: Sequence[Mention]) -> Mention | None:
    """The paper that the document is the text of: named at its very start, with its parties."""
    first = next((m for m in mentions if m.type == "paper"), None)
    own = next((m for m in mentions if m.type == "paper" and m.attributes.get("own")), None)
    return own or (
        first
        if first is not None
        and first.span.start < 40
        and first.attributes.get("titled")
        and first.attributes.get("with")
        else None
    )


def _same_form(a: Mention, b: Mention) -> bool:
    loose = {"agreement", "treaty", ""}
    return a.form == b.form or (a.form in loose and b.form in loose) or a.form == ""
