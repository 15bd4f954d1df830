"""What is told behind a paper, part by part between commas: "the protocol on mutton, initialled in May and signed in
Rome on 24 June, takes effect on 1 September"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.clauses.last_papers import standing
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["tail_acts"]

Day = Callable[[Line, Clause], Mention | None]

_ACTS: tuple[tuple[str, str], ...] = (
    ("sign", r"signed|inked|penned|concluded|sealed|clinched|struck|cosigned|countersigned"),
    ("initial", r"initial+ed"),
    ("ratify", r"ratified"),
    ("approve", r"approved|endorsed|cleared|green-?lit|rubber-stamped"),
    ("extend", r"extended|renewed|prolonged|rolled over"),
    ("suspend", r"suspended|frozen|put on ice"),
    ("terminate", r"terminated|denounced|abrogated|annulled|revoked|torn up|scrapped|repudiated"),
    ("negotiate", r"negotiated|hammered out|thrashed out"),
    ("enter-force", r"in (?:force|effect)(?= (?:since|from|as of|until|on|\d{4}))"),
)
_FINITE: tuple[tuple[str, str], ...] = (
    ("enter-force", r"(?:enter(?:s|ed)?|c[ao]mes?|went|goes|go) into (?:force|effect|operation)|t(?:akes?|ook|aken) effect|becomes? (?:effective|binding)|became (?:effective|binding)|"
     r"(?:beg[aiu]ns?|start(?:s|ed)?) to (?:apply|work|operate|function)|appl(?:y|ies|ied)(?= (?:since|from|as of|as from)\b)|(?:operative|effective|in (?:force|effect))(?= (?:since|from|as of)\b)"),
    ("expire", r"expire[sd]?|lapse[sd]?|r[au]ns? out|ceased to (?:have effect|apply|be in force)|came to an end"),
    ("approve", r"(?:got|gets|received|receives|won|wins|obtained) (?:the |its )?(?:\w+ ){0,2}(?:nod|approval|assent|consent|green light|go-ahead|blessing)"),
)  # fmt: skip
_PARTICIPLE = re.compile("|".join(f"(?P<p{n}>{words})" for n, (_, words) in enumerate(_ACTS)), re.IGNORECASE)
_VERB = re.compile("|".join(f"(?P<f{n}>{words})" for n, (_, words) in enumerate(_FINITE)), re.IGNORECASE)
_LEAD = re.compile(
    r"(?:(?:and|but|then|later|which|that|first|originally|already|only|finally|subsequently|also|jointly|provisionally|duly|formally|\w+ly)\s+)*",
    re.IGNORECASE,
)
_AUX = re.compile(
    r"(?:(?:was|were|has|have|had|is|are|been|being|be|to|will|shall|would|should|may|might|could|can|must|not|never|yet|also|then|just|finally|already|now|still|since|jointly|duly|soon|"
    r"due|set|expected|scheduled|likely|ought|\w+ly)\s+)+",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"(?:that|which)\s+(?!was\b|were\b|is\b|are\b|has\b|have\b|had\b|will\b)(?:[\w'’-]+\s+){1,6}?(?P<act>"
    + "|".join(words for concept, words in _ACTS if concept != "enter-force")
    + r")\b"
)  # "the treaty that the two concluded in May has been in force since June"
_HELPED = re.compile(r"\b(?:was|were|is|are|been|being|be)\b", re.IGNORECASE)
_PART = re.compile(r"\([^()]*\)|[^,;(]+")
_OPENS = frozenset(
    "between with under on for to of in at by from covering regarding concerning a an the where known called dubbed named".split()
)
_WHOLE = 260  # characters behind a paper in which its acts are told


def tail_acts(line: Line, index: int, papers: Sequence[Mention], clauses: Sequence[Clause], day: Day) -> list[Clause]:
    """The clauses with those told behind a paper given that paper, and those added that no clause tells."""
    found = list(clauses)
    for paper in papers:
        if paper.attributes.get("plural") and not paper.count:
            continue
        for concept, trigger, status in _tail(line, paper, papers):
            own = next((n for n, c in enumerate(found) if c.concept == concept and c.trigger.overlaps(trigger)), None)
            if own is None:
                if any(c.trigger.overlaps(trigger) and c.concept in _KNOWN for c in found):
                    continue
                scope = Span(paper.span.start, trigger.end)
                tense = "past" if status == "reported" else "future"
                clause = Clause(concept, trigger, scope, index, (Argument(paper, "object"),), None, status, tense)
                found.append(replace(clause, when=day(line, clause)))
            elif paper.span not in {p.span for p in found[own].mentions("paper")}:
                found[own] = _of_paper(line, found[own], paper, day)
    return found


_KNOWN = frozenset(c for c, _ in (*_ACTS, *_FINITE))


def _of_paper(line: Line, clause: Clause, paper: Mention, day: Day) -> Clause:
    """A clause that had another paper, or none, with its own."""
    others = tuple(a for a in clause.arguments if a.mention.type != "paper")
    clause = replace(clause, arguments=(*others, Argument(paper, "object")))
    return replace(clause, when=day(line, clause) or clause.when)


def _tail(line: Line, paper: Mention, papers: Sequence[Mention]) -> Iterator[tuple[str, Span, str]]:
    """The acts told behind a paper: in asides between commas, then by the verb whose subject it is."""
    end = min(line.span.end, paper.span.end + _WHOLE)
    semicolon = line.text.find(";", paper.span.end, end)
    end = semicolon if semicolon >= 0 else end
    aside = False
    for part in _PART.finditer(line.text, paper.span.end, end):
        start = part.start() + len(part[0]) - len(part[0].lstrip())
        if line.text[start : start + 1] == "(":
            continue
        if any(p is not paper and p.span.start <= start < p.span.end for p in papers):
            return
        if not aside and (related := _OBJECT.match(line.text, start, part.end())) is not None:
            made = next(c for c, words in _ACTS if re.match(words, related["act"]))
            following = _next_act(line, (made, Span(*related.span("act")), "reported"), part.end())
            if following is None:
                return
            yield following
            aside = True
            continue
        lead = _LEAD.match(line.text, start, part.end())
        begin = lead.end() if lead is not None else start
        acts = list(_acts(line, begin, part.end(), aside))
        yield from acts
        if not acts and _stops(line, begin, part.end(), first=not aside):
            return
        if any(main for *_, main in ((a, _main(line, begin, part.end())) for a in acts)):
            return
        aside = True


def _main(line: Line, begin: int, end: int) -> bool:
    """Whether a part holds the main verb rather than an aside."""
    return _AUX.match(line.text, begin, end) is not None or _VERB.match(line.text, begin, end) is not None


def _acts(line: Line, begin: int, end: int, aside: bool) -> Iterator[tuple[str, Span, str]]:
    """The act that a part begins with, and those told behind it: joined by "and", or by the verb that a participle comes
    before ("signed in 2018 was ended in 2022")."""
    helped = _AUX.match(line.text, begin, end)
    act = _act_at(line, helped.end() if helped else begin, end, helped[0] if helped else "", aside)
    first = None if act else _act_at(line, begin, end, "", aside=True)  # a participle right behind the paper
    told = act or first
    while told is not None:
        following = _next_act(line, told, end)
        if told is first and following is None:
            return
        yield told
        told = following


def _next_act(line: Line, told: tuple[str, Span, str], end: int) -> tuple[str, Span, str] | None:
    """The next act of the same paper behind one."""
    for gap in _GAP.finditer(line.text, told[1].end, end):
        at = gap.end()
        if gap["and"] and (lead := _LEAD.match(line.text, at, end)) is not None:
            at = lead.end()
        helped = _AUX.match(line.text, at, end)
        own = helped[0] if helped else ""
        act = _act_at(line, helped.end() if helped else at, end, own, aside=bool(gap["and"]))
        if act is not None:
            shared = (
                own.strip() in ("", "to", "then") and told[2] != "denied"
            )  # "to be signed in May and take effect in June"
            return (*act[:2], told[2]) if shared and gap["and"] else act
        if gap["and"] or _TURNS.match(line.text, gap.end(), end):
            return None
    return None


_GAP = re.compile(r"\s+(?P<and>(?:and|but)\s+)?")
_TURNS = re.compile(r"(?:which|that|who|whom|whose|when|while|after|before|as|because|although|once|if|where)\b")


def _act_at(line: Line, at: int, end: int, helped: str, aside: bool) -> tuple[str, Span, str] | None:
    match = _VERB.match(line.text, at, end)
    if match is not None:
        return _FINITE[int(str(match.lastgroup)[1:])][0], Span(at, match.end()), standing(helped, "")
    match = _PARTICIPLE.match(line.text, at, end)
    if match is None or not (_HELPED.search(helped) or (aside and not helped)):
        return None
    if line.text[match.end() : match.end() + 1].isalpha():
        return None
    status = standing(helped, "") if helped else "reported"
    return (_ACTS[int(str(match.lastgroup)[1:])][0], Span(at, match.end()), status) if status else None


def _stops(line: Line, begin: int, end: int, first: bool) -> bool:
    """Whether a part without an act has a verb of its own, so that what follows is no longer of the paper."""
    words = re.findall(r"[\w'’-]+", line.text[begin:end].lower())
    if first and words and words[0] not in _OPENS and not words[0].endswith("ing"):
        return True
    return any("past" in verbs()[w].forms and "pp" not in verbs()[w].forms for w in words if w in verbs()) or bool(
        set(words) & {"is", "are", "was", "were", "has", "have", "had", "will", "would", "said", "says"}
    )
