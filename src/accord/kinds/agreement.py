"""Treaties, memoranda, programmes and other papers between states, and what was done with them."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.kinds.base import Draft, Example, Kind, code, topic_field
from accord.kinds.common import anchor, near_states, place_of, put_date, topic_of
from accord.languages.views import Clause, Mention, Views
from accord.record import Field, Match, Role, Type
from accord.values import Period

FIELDS = (
    Field("title", Type.NAME, frozenset({Role.TITLE}), Match.NAME),
    Field("count", Type.NUMBER, frozenset({Role.VALUE}), Match.NUMBER),
    Field("parties", Type.STATES, frozenset({Role.CONCERNS, Role.WHO}), Match.SET, required=True),
    Field("date", Type.PERIOD, frozenset({Role.WHEN}), Match.DATE),
    code("form", "treaty agreement memorandum protocol programme plan declaration statement contract"),
    code(
        "action",
        "negotiated initialled signed approved ratified exchanged in-force extended suspended expired terminated",
        Role.STEP,
    ),
    Field("place", Type.PLACE, frozenset({Role.WHERE})),
    topic_field(),
    Field("expires", Type.PERIOD),
    Field("term", Type.PERIOD),
)

_ACTIONS = {
    "sign": "signed", "adopt": "signed", "initial": "initialled", "negotiate": "negotiated", "ratify": "ratified", "approve": "approved",
    "exchange": "exchanged", "enter-force": "in-force", "extend": "extended", "suspend": "suspended", "terminate": "terminated", "expire": "expired",
}  # fmt: skip
_FINAL = (
    "sign",
    "adopt",
    "initial",
    "ratify",
    "enter-force",
    "terminate",
    "extend",
    "exchange",
    "approve",
    "expire",
    "suspend",
    "negotiate",
)
_HEADLINE = 3  # words of a title so short that the text tells the same paper more fully
_ASIDE = ("under", "after", "before", "during", "since")
_SETTLES = ("establish", "reach", "agree", "launch", "plan", "discuss", "list", "complete")


def find(views: Views) -> Iterator[Draft]:
    """Papers that something is done with, and titled ones that carry a date."""
    seen: set[int] = set()
    for clause in views.clauses:
        if clause.concept not in _ACTIONS and clause.concept not in _SETTLES:
            continue
        for paper in (a.mention for a in clause.arguments if a.mention.type == "paper" and a.part not in _ASIDE):
            draft = _draft(views, clause, paper)
            if draft is not None:
                seen.add(id(paper))
                yield draft
    for paper in (m for m in views.mentions if m.type == "paper"):
        if id(paper) in seen or paper.definite or not paper.attributes.get("telling"):
            continue
        if paper.attributes.get("proposed") and not paper.attributes.get("plural"):
            draft = _background(views, paper)
            draft.status = "proposed"
            yield draft
        elif paper.period is not None and not (paper.attributes.get("weak") or paper.attributes.get("plural")):
            yield _background(views, paper)


def _draft(views: Views, clause: Clause, paper: Mention) -> Draft | None:
    action = _ACTIONS.get(clause.concept, "")
    telling = bool(paper.attributes.get("telling"))
    if paper.attributes.get("plural") and not paper.count and not paper.attributes.get("topical"):
        return None
    if paper.attributes.get("proposed") and clause.concept not in ("sign", "ratify"):
        return None
    if paper.attributes.get("instruments") and clause.concept != "exchange":
        return None
    if paper.attributes.get("anaphor") and clause.concept not in _FINAL:
        return None
    if not (telling or paper.count) or (paper.definite and not paper.attributes.get("anaphor")):
        return None
    if not action and not (
        clause.concept in ("reach", "establish", "list") and telling and not paper.attributes.get("weak")
    ):
        return None
    if paper.attributes.get("weak") and not (
        clause.concept in ("sign", "adopt", "approve", "ratify") or paper.attributes.get("titled")
    ):
        return None
    if clause.concept == "negotiate" and clause.status == "reported" and not clause.tense:
        return None
    states, spans = _parties(views, clause, paper)
    if len(states) < 2:
        return None
    draft = Draft("agreement", anchor(views, clause), status=clause.status)
    if paper.count and not paper.attributes.get("titled"):
        draft.put("count", paper.count, [paper.span])
    else:
        rest = [paper.attributes["rest"]] if paper.attributes.get("rest") else []
        draft.put(
            "title",
            paper.name,
            [paper.span, *paper.antecedents[:1]] if paper.attributes.get("anaphor") else [paper.span, *rest],
        )
    draft.put("parties", list(states), spans).put("form", paper.form)
    draft.put(
        "action",
        action or ("signed" if clause.concept in ("reach", "establish") and clause.status == "reported" else ""),
    )
    when = clause.when
    if (
        paper.period is not None
        and (when is None or when.attributes.get("inherited"))
        and clause.concept in ("sign", "adopt", "list")
    ):
        when = Mention("date", paper.span, period=paper.period)
    if (
        clause.concept == "extend"
        and when is not None
        and when.period is not None
        and when.attributes.get("part") in ("to", "until", "by", "in", "")
    ):
        draft.put("expires", when.period.iso.removeprefix("../"), when.spans)
        when = None
    put_date(draft, when)
    place = place_of(clause)
    if place:
        draft.put("place", place[0], place[1])
    term = next(
        (
            m
            for m in views.within(views.sentences[clause.sentence].span, "date")
            if m.period and m.period.length.days > 366 and not m.period.open and m.span.start > paper.span.start
        ),
        None,
    )
    if term is not None and term is not clause.when and term.period is not None:
        draft.put("term", term.period.iso, term.spans)
    return draft.put("topic", topic_of(paper.topics))


def _parties(views: Views, clause: Clause, paper: Mention) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    if len(paper.states) >= 2 and paper.attributes.get("with"):
        return paper.states, paper.antecedents or (paper.span,)
    states, spans = near_states(views, clause, parts=("subject", "object", "with", "between", "by", "of"))
    extra = tuple(s for s in paper.states if s not in states)
    states, spans = tuple(dict.fromkeys(states + extra)), spans + paper.antecedents
    if len(states) > 3 and len(views.pair) >= 2:
        return views.pair[:2], views.pair_evidence[:2]
    return states, spans


def _background(views: Views, paper: Mention) -> Draft:
    states = paper.states if len(paper.states) >= 2 else views.pair[:2]
    spans = paper.antecedents if len(paper.states) >= 2 else views.pair_evidence[:2]
    draft = Draft("agreement", paper.span)
    draft.put("title", paper.name, [paper.span]).put("parties", list(states), spans).put("form", paper.form)
    if paper.period is not None:
        put_date(draft, Mention("date", paper.span, period=paper.period))
    return draft.put("topic", topic_of(paper.topics))


def same(a: Draft, b: Draft) -> bool:
    """One paper of a document: the same title and, where both are told, the same action."""
    if a.status != b.status or a.get("count") != b.get("count"):
        return False
    days = a.get("date"), b.get("date")
    if all(days) and not Period.parse(days[0]).overlaps(Period.parse(days[1])):
        return False
    titles = a.get("title"), b.get("title")
    if all(titles):
        if a.get("action") != b.get("action"):
            return False
        left, right = (set(str(t).casefold().split()) for t in titles)
        short, long_ = sorted((left, right), key=len)
        within = left == right or (len(short) > 3 and short <= long_)
        return within or (
            a.get("form") == b.get("form")
            and not all(days)
            and len(short) <= _HEADLINE
            and bool(short & long_ - {str(a.get("form"))})
        )
    return not any(titles) and a.get("action") == b.get("action")


EXAMPLES = (
    Example(
        "Kenya and Uganda signed a memorandum on fisheries in Kampala on 4 May 2024.",
        (
            {
                "title": "memorandum on fisheries",
                "parties": ["KEN", "UGA"],
                "date": "2024-05-04",
                "action": "signed",
                "form": "memorandum",
            },
        ),
    ),
    Example("Kenya and Uganda have yet to sign a memorandum on fisheries.", ({"status": "denied"},)),
    Example("The two ministers signed autographs for the crowd."),
)
KIND = Kind("agreement", FIELDS, find, lambda values: "agreements", same, EXAMPLES)
