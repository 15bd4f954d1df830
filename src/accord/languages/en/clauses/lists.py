"""Lists: what a lead-in or a heading says is done with each item, and what sentences behind a signing go on to name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from accord.document import Block
from accord.languages import patterns as re
from accord.languages.en.clauses.frames import own_paper
from accord.languages.en.names.paper_items import paper_of_item
from accord.languages.en.text.leads import foreseen_under, signed_under
from accord.languages.en.text.phrases import Line, heads
from accord.languages.views import Argument, Clause, Mention, Sentence

__all__ = ["with_lists"]

_FORESEEN = re.compile(
    r"\b(?:signature|signing|to be signed)\b.{0,30}\b(?:foreseen|expected|planned|due|scheduled|before|by)\b|\bto be signed\b",
    re.IGNORECASE,
)


_ACTS = ("sign", "adopt", "approve", "initial", "ratify", "exchange")


_OPENING = 5  # words in which the paper is named
_LOOK_BACK = 4  # sentences from a list's lead-in back to the one that says what was signed


_LISTED_ACTS = ("sign", "adopt", "initial", "ratify", "postpone")


def with_lists(
    lines: Sequence[Line],
    rows: Sequence[Sentence],
    blocks: Sequence[Block],
    clauses: Sequence[Clause],
    mentions: list[Mention],
) -> tuple[list[Clause], frozenset[int]]:
    """The clauses with those of listed papers and of the document's own paper, and the sentences that list papers."""
    items = _items_of_lists(lines, rows, blocks, clauses, mentions)
    listed = {c.sentence for c in items}
    found = [c for c in clauses if c.sentence not in listed or c.concept not in (*_LISTED_ACTS, "enter-force")] + items
    found += own_paper(lines, blocks, rows, mentions)
    told = _listed_papers(lines, rows, found, mentions)
    return [*found, *told], frozenset(listed | {c.sentence for c in told})


def _items_of_lists(
    lines: Sequence[Line],
    rows: Sequence[Sentence],
    blocks: Sequence[Block],
    clauses: Sequence[Clause],
    mentions: list[Mention],
) -> list[Clause]:
    """Clauses of the items of a list: what the lead-in says is done with each of them. Puts the items' papers into
    `mentions` in place of those found word by word."""
    found: list[Clause] = []
    last = {row.block: row for row in rows}
    for index, (line, row) in enumerate(zip(lines, rows, strict=True)):
        lead = _lead(lines, rows, blocks, row, last)
        if lead is None or (index and rows[index - 1].block == row.block):
            continue
        near = lead
        lead, head, acts = _lead_in(lines, clauses, near)
        own_head = any(first < _OPENING for first, _, _ in line.find("papers"))
        told = any(c.sentence == index and c.concept in _DONE_WITH and c.mentions("paper") for c in clauses)
        if not acts and own_head and not told and (title := signed_under(line)) is not None:
            lead, head, acts = near, head or "", [_of_title(lines, title, mentions)]
        if not own_head and (lead != near or any(line.finite(i) for i in range(len(line.tokens)))):
            continue
        if not (acts or own_head) or (head is None and not (acts and own_head)):
            continue
        paper = paper_of_item(line, _form_of(line) or head or "")
        if paper is None:
            continue
        for old in [
            m for m in mentions if m.type == "paper" and m.span in line.span and not m.attributes.get("within")
        ]:
            mentions.remove(old)
        mentions.append(paper)
        heading = _heading_act(lines, rows, blocks[row.block])
        own = [] if acts or heading else _own_acts(line, index, clauses)
        found += [replace(c, arguments=(Argument(paper, "object"), *_but_papers(c))) for c in own]
        for act in [] if own else acts or [Clause("list", lines[lead].span, lines[lead].span, lead)]:
            found += _of_item(line, index, paper, act, heading, mentions)
    return found


def _of_title(lines: Sequence[Line], title: Line, mentions: Sequence[Mention]) -> Clause:
    """The signing that a title tells of, with the day and the place that it names: "Signed in Lusaka, 4 March 2025"."""
    index = next(i for i, line in enumerate(lines) if line is title)
    initialled = "initialled" in title.said
    planned = foreseen_under(title) or "to be signed" in title.text[title.span.start : title.span.end].lower()
    places = [
        m
        for m in mentions
        if m.type in ("place", "state") and m.span in title.span and m.form in ("capital", "city", "")
    ]
    at = tuple(Argument(m.but(type="place"), "at") for m in places if m.attributes.get("name"))[:1]
    when = next((d for d in title.dates if d.period is not None and d.period.length.days < 32), None)
    return Clause(
        "initial" if initialled else "sign",
        title.span,
        title.span,
        index,
        at,
        when,
        "planned" if planned else "reported",
    )


def _own_acts(line: Line, index: int, clauses: Sequence[Clause]) -> list[Clause]:
    """What an item itself says was done with its paper, and when ("signed on 4 May 2019, in force since 2020")."""
    own = [
        c for c in clauses if c.sentence == index and c.concept in (*_ACTS, "enter-force") and c.status == "reported"
    ]
    dated = [c for c in own if c.when is not None and c.when.span in line.span and c.mentions("paper")]
    return dated if any(c.concept in _LISTED_ACTS for c in dated) else []


def _but_papers(clause: Clause) -> tuple[Argument, ...]:
    return tuple(a for a in clause.arguments if a.mention.type not in ("paper", "date", "number"))


def _lead_in(lines: Sequence[Line], clauses: Sequence[Clause], lead: int) -> tuple[int, str | None, list[Clause]]:
    """The sentence that says what is done with the items ("They include:" sends back to it), the form of paper that it
    speaks of, and its acts. A date between it and the list ("Muscat, 28 May") dates them."""
    between: Mention | None = None
    for index in range(lead, max(lead - _LOOK_BACK, -1), -1):
        head = next((form for _, _, form in lines[index].find("papers")), None)
        acts = [c for c in clauses if c.sentence == index and c.concept in _ACTS and c.status == "reported"]
        if (acts and head is not None) or (index == lead and (acts or head is not None)):
            whole = [c for c in acts if c.mentions("paper")] or acts
            signed = [c for c in whole if c.concept == "sign"]
            whole = [c for c in whole if c.concept != "exchange"] if signed else whole  # "signed and exchanged"
            return index, head, [replace(a, when=a.when or between) for a in whole]
        between = between or next(
            (d for d in lines[index].dates if d.period is not None and d.period.length.days < 4), None
        )
    return lead, None, []


def _lead(
    lines: Sequence[Line],
    rows: Sequence[Sentence],
    blocks: Sequence[Block],
    row: Sentence,
    last: Mapping[int, Sentence],
) -> int | None:
    """The last sentence of the paragraph that introduces a list item, past the headings between; `last` by block."""
    block = blocks[row.block]
    if block.kind == "item" and block.lead is not None:
        lead = block.lead
        while blocks[lead].kind == "heading" and (above := blocks[lead].lead) is not None:
            lead = above
    elif _like_item(lines[row.index]):
        lead = row.block - 1
        while (
            lead > 0
            and (own := next((r for r in rows if r.block == lead), None)) is not None
            and _like_item(lines[own.index])
        ):
            lead -= 1
    else:
        return None
    found = last[lead].index if lead in last else None
    plain = block.kind != "item" and (found is None or not lines[found].text[: lines[found].span.end].endswith(":"))
    return None if plain else found


def _like_item(line: Line) -> bool:
    """Whether a line without a bullet is an item of a list of papers: it opens with a paper's name and has no verb."""
    if line.kind not in ("paragraph", "heading") or not line.tokens[0].capital:
        return False
    first = next((a for a, _, _ in line.find("papers")), _OPENING)
    return first < _OPENING and not any(line.finite(i) for i in range(len(line.tokens)))


def _of_item(
    line: Line, index: int, paper: Mention, act: Clause, heading: tuple[str, str] | None, mentions: Sequence[Mention]
) -> list[Clause]:
    """What is done with the paper of one item: as the lead-in says, as the heading above it says, and as the item itself
    foresees ("signature foreseen in Dakar before March")."""
    shared = _but_papers(act)
    own = [d for d in line.dates if d.period is not None and d.span not in paper.span and d.period.length.days <= 366]
    foreseen = _FORESEEN.search(line.text, paper.span.end, line.span.end)
    found: list[Clause] = []
    if foreseen:
        later = own[0] if own else None
        named = (
            m
            for m in mentions
            if m.type in ("place", "state")
            and m.attributes.get("name")
            and m.span in line.span
            and m.span.start > foreseen.start()
        )
        places = [Argument(m.but(type="place"), "at") for m in named][:1]
        found.append(
            replace(
                act,
                concept="sign",
                trigger=paper.span,
                scope=line.span,
                sentence=index,
                arguments=(Argument(paper, "object"), *shared, *places),
                when=later,
                status="planned",
            )
        )
        own = []
    if "nstruments of " in line.text[line.span.start : paper.span.start]:
        act = replace(act, concept="exchange")
    if heading is not None:
        act = replace(act, concept=heading[0], status=heading[1], when=act.when if heading[1] == "reported" else None)
    when = own[0] if own and (act.concept != "list" or _of_itself(line, own)) else act.when
    found.append(
        replace(
            act,
            trigger=paper.span,
            scope=line.span,
            sentence=index,
            arguments=(Argument(paper, "object"), *shared),
            when=when,
        )
    )
    return found


_BARE = re.compile(r"(?:[^()]*\(|.*[,–—:]\s|.*\bsigned\b[^;]*?|.*\s-\s|\W*)$", re.DOTALL)


def _of_itself(line: Line, own: Sequence[Mention]) -> bool:
    """Whether a date in an item of papers is that of the paper: the only one, in brackets, behind a comma or a dash."""
    return len(own) == 1 and _BARE.match(line.text[line.span.start : own[0].span.start]) is not None


_HEADINGS = (
    (re.compile(r"\binitialled\b", re.IGNORECASE), ("initial", "reported")),
    (re.compile(r"\b(?:deferred|postponed|put off|not signed|pending)\b", re.IGNORECASE), ("sign", "postponed")),
    (re.compile(r"\b(?:ratified)\b", re.IGNORECASE), ("ratify", "reported")),
    (re.compile(r"\b(?:under negotiation|in negotiation)\b", re.IGNORECASE), ("negotiate", "reported")),
)


def _heading_act(lines: Sequence[Line], rows: Sequence[Sentence], block: Block) -> tuple[str, str] | None:
    """What the heading right above a list says is done with its items ("Initialled", "Deferred")."""
    row = next((r for r in rows if r.block == block.lead), None)
    if row is None or lines[row.index].kind != "heading":
        return None
    words = lines[row.index].text[row.span.start : row.span.end]
    return next((act for pattern, act in _HEADINGS if pattern.search(words)), None)


def _form_of(line: Line) -> str:
    return next((form for _, _, form in line.find("papers") if form), "") if heads("papers") else ""


_DONE_WITH = frozenset(
    "sign adopt initial ratify approve exchange enter-force extend suspend terminate expire negotiate".split()
)
_LISTING = frozenset({"include", "be", "reach", "establish", "agree", "list"})


_AMONG = re.compile(r"(?:Among|Amongst) (?:them|these|those)\b|(?:They|These) (?:are|were|include|included)\b")


def _programme(paper: Mention) -> bool:
    """Whether a paper of a weak head tells enough of itself: "executive programme on culture"."""
    return bool(paper.attributes.get("topical")) and paper.form in ("programme", "contract")


def _listed_papers(
    lines: Sequence[Line], rows: Sequence[Sentence], clauses: Sequence[Clause], mentions: Sequence[Mention]
) -> list[Clause]:
    """Papers that sentences behind a signing go on to name ("These included agreements on ...", "Another was ..."), as
    clauses of that signing."""
    found: list[Clause] = []
    acts = {
        c.sentence: c
        for c in clauses
        if c.concept in ("sign", "exchange", "adopt") and c.status == "reported" and c.mentions("paper")
    }
    done = (c for c in clauses if c.concept in _DONE_WITH or (c.concept == "list" and c.when is not None))
    busy = {id(m) for c in done for m in c.mentions("paper")}
    last: Clause | None = None
    since = 99
    for index, line in enumerate(lines):
        since += 1
        if index in acts:
            last, since = acts[index], 0
        if last is None or since > 2 or rows[index].block - rows[last.sentence].block > 2:
            continue
        for paper in mentions:
            if (
                paper.type != "paper"
                or paper.span not in line.span
                or id(paper) in busy
                or paper.definite
                or not paper.attributes.get("telling")
                or (paper.attributes.get("weak") and not paper.attributes.get("titled") and not _programme(paper))
            ):
                continue
            verbs = [c for c in clauses if c.sentence == index and not c.nominal]
            named = _AMONG.match(line.text, line.span.start, line.span.end) is not None
            told = named or any(c.concept in _LISTING for c in verbs)
            if not told or any(c.status != "reported" for c in verbs):
                continue
            shared = tuple(a for a in last.arguments if a.mention.type in ("state", "person", "office"))
            found.append(
                replace(
                    last,
                    trigger=paper.span,
                    scope=line.span,
                    sentence=index,
                    arguments=(Argument(paper, "object"), *shared),
                )
            )
            since = 0
    return found
