"""Treaties, memoranda, programmes and other papers between states, and what was done with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from accord.document import Span
from accord.kinds.base import Draft, Example, Kind, code, topic_field
from accord.kinds.common import anchor, near_states, place_of, put_date, put_start, states_in, topics_told
from accord.languages.views import Clause, Mention, Views
from accord.plover import Act, by_key
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
_WHEN = ("in", "on", "during")
_LIMITS = ("to", "until", "by")
_YEAR = 366  # days of a date that tells when a paper was signed rather than how long it runs
_LONG = 300  # days of a period that a paper runs rather than one in which something is done with it
_HEADLINE = 3  # words of a title so short that the text tells the same paper more fully
_BARE = frozenset(
    "the a an of on in for with and to memorandum understanding agreement treaty protocol convention accord pact deal declaration statement joint january february march april may june july august september "
    "october november december exchange notes letters".split()
)
_CALLED = (
    "accord",
    "pact",
    "deal",
    "convention",
    "concordat",
)  # heads by which a paper may be called without its subject
_ASIDE = ("under", "after", "before", "during", "since")
_ON_WEAK = (
    "sign",
    "adopt",
    "approve",
    "ratify",
    "initial",
    "extend",
    "terminate",
    "suspend",
    "expire",
)  # acts that show a paper
_MADE = ("sign", "initial", "negotiate", "approve", "ratify", "exchange")
_SETTLES = ("establish", "reach", "agree", "launch", "plan", "discuss", "list", "complete")


def find(views: Views) -> Iterator[Draft]:
    """Papers that something is done with, and titled ones that carry a date."""
    seen: dict[int, list[Draft]] = {}
    for clause in views.clauses:
        if clause.concept not in _ACTIONS and clause.concept not in _SETTLES:
            continue
        aside = _ASIDE if clause.concept in _ACTIONS else (*_ASIDE, "by")
        for paper in (a.mention for a in clause.arguments if a.mention.type == "paper" and a.part not in aside):
            draft = _draft(views, clause, paper)
            if draft is not None:
                seen.setdefault(id(paper), []).append(draft)
                yield from _each_partner(draft, paper)
    for paper in (m for m in views.mentions if m.type == "paper"):
        if paper.definite or not (paper.attributes.get("telling") or _named_by_day(paper)):
            continue
        if id(paper) in seen and not (_another_day(paper, seen[id(paper)]) and not paper.attributes.get("anaphor")):
            continue
        if paper.attributes.get("proposed") and not paper.attributes.get("plural"):
            draft = _background(views, paper)
            draft.status = "proposed"
            yield draft
        elif paper.period is not None and not (
            paper.attributes.get("multilateral")
            or (paper.attributes.get("weak") and id(paper) not in seen)
            or paper.attributes.get("plural")
        ):
            yield _background(views, paper)


def _each_partner(draft: Draft, paper: Mention) -> Iterator[Draft]:
    """A plural head with several states is a paper with each of them: "agreements on tea with Ghana and Peru"."""
    home = [s for s in draft.get("parties") if s not in paper.states]
    named = paper.attributes.get("plural") and not paper.count and " with " in f" {draft.get('title')} "
    if not named or len(home) != 1 or len(paper.states) < 2 or " between " in str(draft.get("title")):
        yield draft
        return
    for state in paper.states:
        one = Draft(draft.kind, draft.anchor, status=draft.status)
        one.values.update({k: v for k, v in draft.values.items() if k not in ("parties", "title")})
        title = str(draft.get("title")).partition(" with ")[0]
        yield one.put("title", title, [paper.span]).put("parties", [*home, state], [paper.span])


def _another_day(paper: Mention, acts: list[Draft]) -> bool:
    """Whether the day in a paper's name is none of those of the acts told of it: "the Protocol of 6 May 2019, in force
    since 2021", "left the 2009 accord"."""
    own = paper.period
    return (
        own is not None
        and own.length.days <= _YEAR
        and not any((day := act.get("date")) and Period.parse(day).overlaps(own) for act in acts)
    )


def _named_by_day(paper: Mention) -> bool:
    """ "The memorandum of understanding of June 2000", "the Treaty of 3 February 1944"."""
    return paper.period is not None and bool(paper.attributes.get("dated"))


def _draft(views: Views, clause: Clause, paper: Mention) -> Draft | None:
    action = _ACTIONS.get(clause.concept, "")
    if not _done_with(clause, paper, action):
        return None
    alone = bool(paper.attributes.get("listed"))  # of a table that tells state by state who is bound
    states, spans = (paper.states, paper.antecedents) if alone else _parties(views, clause, paper)
    if len(states) < (1 if alone else 2):
        return None
    if clause.concept == "expire" and clause.tense != "past":
        return _running(views, clause, paper)
    draft = Draft("agreement", anchor(views, clause), status=clause.status)
    if paper.count and not paper.attributes.get("titled"):
        draft.put("count", paper.count, [paper.span])
    else:
        draft.put("title", paper.name, _title_words(paper))
    settled = clause.concept in ("reach", "establish") and clause.status == "reported"
    draft.put("parties", list(states), spans).put("form", paper.form)
    draft.put("action", action or ("signed" if settled else ""))
    _put_days(draft, clause, paper)
    place = place_of(clause)
    if place:
        draft.put("place", place[0], place[1])
    _put_term(draft, views, clause, paper)
    return draft.put("topic", topics_told(paper.topics))


def _done_with(clause: Clause, paper: Mention, action: str) -> bool:
    """Whether the clause does something with the paper that is worth a claim."""
    is_ = paper.attributes.get
    if (
        clause.status == "denied"
        and (clause.passive or clause.nominal)
        and action in ("signed", "ratified", "approved")
    ):
        return False
    if clause.status == "proposed" and action in ("ratified", "approved", "in-force", "exchanged"):
        return False
    if is_("plural") and not paper.count and not is_("topical"):
        return False
    if clause.concept == "reach" and clause.status != "reported":
        return False
    if is_("proposed") and clause.concept not in ("sign", "ratify", "approve", "initial"):
        return False
    if is_("instruments") and clause.concept != "exchange":
        return False
    if is_("anaphor") and clause.concept not in _FINAL:
        return False
    if paper.definite and not is_("anaphor") and not paper.count:
        return bool(is_("telling")) and clause.when is not None and action != "" and not is_("plural")
    if not (is_("telling") or paper.count or is_("dated")):
        told = clause.status in ("reported", "planned", "postponed") and not is_("plural") and not paper.definite
        if told and paper.name.split()[-1].lower() in _CALLED and _on_its_own_day(clause):
            return clause.concept in ("sign", "initial", "ratify", "enter-force")
        return (
            told
            and clause.concept in ("sign", "initial", "ratify")
            and len(paper.name.split()) > (2 if is_("weak") else 1)
        )
    if is_("weak") and not (clause.concept in _ON_WEAK or is_("titled")):
        return False
    return bool(action) or (
        clause.concept in ("reach", "establish", "list") and bool(is_("telling")) and not is_("weak")
    )


def _on_its_own_day(clause: Clause) -> bool:
    """Whether an act carries its own date: "an accord that they signed in 2012"."""
    return clause.when is not None and not clause.when.attributes.get("inherited") and clause.status == "reported"


def _title_words(paper: Mention) -> list[Span]:
    """The words that a title rests on: its own, what stands behind the verb, the place where it was told in full."""
    if paper.attributes.get("anaphor"):
        return [paper.span, *paper.antecedents[:1]]
    return [paper.span, *([paper.attributes["rest"]] if paper.attributes.get("rest") else [])]


def _limit(when: Mention) -> bool:
    """Whether the date beside an extension is the one that it runs to rather than that of the act."""
    part = when.attributes.get("part") or ""
    return part in _LIMITS or (not part and when.attributes.get("form") != "relative")


def _put_days(draft: Draft, clause: Clause, paper: Mention) -> None:
    """The day of the act; of an extension the day that it runs to."""
    when = clause.when
    if (
        paper.period is not None
        and clause.concept in ("sign", "adopt", "list", "establish")
        and (when is None or when.attributes.get("inherited"))
    ):
        when = Mention("date", paper.span, period=paper.period)
    if (
        clause.concept == "extend"
        and when is not None
        and when.period is not None
        and not when.attributes.get("inherited")
        and (
            _limit(when)
            or (
                when.period.length.days > _LONG
                and when.attributes.get("part") not in _WHEN
                and when.attributes.get("form") != "relative"
            )
        )
    ):
        ends = when.period.last.isoformat() if "/" in when.period.iso and not when.period.open else when.period.iso
        draft.put("expires", ends.removeprefix("../"), when.spans)
        when = None
    if clause.concept == "extend" and draft.get("expires") is None:
        for limit in clause.mentions("date", parts=("to", "until")):
            if limit.period is not None and limit is not when:
                draft.put("expires", limit.period.iso.removeprefix("../"), limit.spans)
    (put_date if clause.concept == "negotiate" else put_start)(draft, when)


def _put_term(draft: Draft, views: Views, clause: Clause, paper: Mention) -> None:
    """The years that the paper runs, told in its title or behind it, before the next paper."""
    sentence = views.sentences[clause.sentence].span
    papers = views.within(sentence, "paper")
    until = min((p.span.start for p in papers if p.span.start >= paper.span.end), default=sentence.end)
    for date in views.within(sentence, "date"):
        if not paper.span.start < date.span.start < until or date is clause.when or date.period is None:
            continue
        days = 300 if date.span in paper.span and date.attributes.get("part") == "for" else 366
        if date.period.length.days > days and not date.period.open:
            draft.put("term", date.period.iso, date.spans)
            return


_JOINED = re.compile(r"\s?[-–—/]\s?|\s(?:and|with)\s(?:the\s)?")
_BETWEEN = re.compile(r"\bbetween (?:the )?$")


def _in_title(views: Views, paper: Mention) -> tuple[tuple[str, ...], tuple[Span, ...]] | None:
    """The sides that a title joins, one of them an organisation: "the EU–Peru Trade Agreement", "between Peru and the
    European Union"."""
    title = paper.antecedents[0] if paper.attributes.get("anaphor") and paper.antecedents else paper.span
    sides = sorted(views.within(title, "organisation", "state"), key=lambda m: m.span.start)
    text = views.document.text
    for a, b in pairwise(sides):
        gap = text[a.span.end : b.span.start]
        lead = a.span.start == title.start or _BETWEEN.search(text[title.start : a.span.start])
        if lead and _JOINED.fullmatch(gap) and {a.type, b.type} == {"organisation", "state"}:
            names = tuple(s for m in (a, b) for s in (m.states or (m.name,)))
            return names, (a.span, b.span)
    return None


def _parties(views: Views, clause: Clause, paper: Mention) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    if (sides := _in_title(views, paper)) is not None:
        return sides
    if len(paper.states) >= 2 and paper.attributes.get("with"):
        others = _signers(views, clause, paper)
        states, spans = states_in(others)
        return tuple(dict.fromkeys((*states, *paper.states))), (*spans, *(paper.antecedents or (paper.span,)))
    if (found := _with_organisation(views, clause, paper) or _with_its_own(views, clause, paper)) is not None:
        return found
    states, spans = near_states(views, clause, parts=("subject", "object", "with", "between", "by", "of"))
    opening = views.sentences[clause.sentence].span.start
    heads = {s for m in clause.mentions("state") if m.form == "capital" and m.span.start == opening for s in m.states}
    if len(set(states) - heads) >= 2 and not heads & set(views.pair[:2]):  # the city of a dateline is no party
        states = tuple(s for s in states if s not in heads)
    extra = tuple(s for s in paper.states if s not in states)
    states, spans = tuple(dict.fromkeys(states + extra)), spans + paper.antecedents
    called = paper.attributes.get("capital") or (paper.attributes.get("with") and paper.states)
    own = called or clause.mentions("state", parts=("with",))  # "the Border Treaty", "a treaty with Peru"
    known = (
        views.together or (own and clause.concept in _MADE) or (paper.period is not None and _on_its_own_day(clause))
    )
    if not known and len({*paper.states, *_named(views, clause)}) < 2:
        return (), ()
    if len(states) > 3 and set(views.pair[:2]) <= set(states):
        signers, theirs = states_in(clause.mentions("state", parts=(*_SIDES, "by")))
        return (signers, theirs) if len(signers) > 3 else (views.pair[:2], views.pair_evidence[:2])
    return states, spans


def _named(views: Views, clause: Clause) -> tuple[str, ...]:
    """The states that the sentence of a clause names."""
    return states_in(views.within(views.sentences[clause.sentence].span, "state", "person", "office"))[0]


def _signers(views: Views, clause: Clause, paper: Mention) -> list[Mention]:
    """Who signs with those whom a title names behind "with": "Peru signed a treaty with Chile and Bolivia"."""
    title = paper.name.lower()
    if " between " in title or " with " not in title:
        return []
    return [m for m in clause.mentions("state", "person", "office", parts=("subject", "by")) if len(m.states) == 1]


_SIDES = ("subject", "with", "between")


def _with_organisation(views: Views, clause: Clause, paper: Mention) -> tuple[tuple[str, ...], tuple[Span, ...]] | None:
    """One state and one organisation, where they are the only sides that the act and the title name."""
    title = paper.span if paper.attributes.get("with") else Span(paper.span.start, paper.span.start)
    named = [*clause.mentions("organisation", parts=_SIDES), *views.within(title, "organisation")]
    own = [*clause.mentions("state", parts=_SIDES), *views.within(title, "state")]
    states, spans = states_in(own)
    if len(states) != 1 or len({o.name for o in named}) != 1:
        return None
    return (states[0], named[0].name), (*spans, *named[0].spans)


def _with_its_own(views: Views, clause: Clause, paper: Mention) -> tuple[tuple[str, ...], tuple[Span, ...]] | None:
    """The state that a title names and that at home, where the sentence has papers with other states: "approved a treaty
    with Peru and a pact with Ghana"."""
    sentence = views.sentences[clause.sentence].span
    papers = [p for p in views.within(sentence, "paper") if p.attributes.get("with") and len(p.states) == 1]
    abroad = {s for p in papers for s in p.states}
    if len(abroad) < 2 or not any(p.span == paper.span for p in papers):
        return None
    acting = [
        *clause.mentions("state", "person", "office", parts=("subject", "by")),
        *views.within(sentence, "state", "office"),
    ]
    for mention in acting:
        if len(mention.states) == 1 and mention.states[0] not in abroad:
            return (mention.states[0], *paper.states), (*mention.spans, paper.span)
    for state, span in zip(views.pair, views.pair_evidence, strict=False):
        if state not in abroad:
            return (state, *paper.states), (span, paper.span)
    return None


def _running(views: Views, clause: Clause, paper: Mention) -> Draft:
    """A paper in force that is to expire on a day."""
    draft = _background(views, paper)
    if clause.when is not None and clause.when.period is not None:
        draft.put("expires", clause.when.period.iso.removeprefix("../"), clause.when.spans)
    return draft


def _background(views: Views, paper: Mention) -> Draft:
    states = paper.states if len(paper.states) >= 2 else views.pair[:2]
    spans = paper.antecedents if len(paper.states) >= 2 else views.pair_evidence[:2]
    states, spans = _in_title(views, paper) or (states, spans)
    draft = Draft("agreement", paper.span)
    draft.put("title", paper.name, [paper.span]).put("parties", list(states), spans).put("form", paper.form)
    if paper.period is not None:
        put_date(draft, Mention("date", paper.span, period=paper.period))
    return draft.put("topic", topics_told(paper.topics))


def same(a: Draft, b: Draft) -> bool:
    """One paper of a document: the same title and, where both are told, the same action; what a headline calls in its own
    words is the first of the text's papers between the same states."""
    if a.status != b.status or a.get("count") != b.get("count"):
        return False
    sides = set(a.get("parties") or ()), set(b.get("parties") or ())
    if len(sides[0]) == len(sides[1]) <= 2 and sides[0] != sides[1]:
        return False
    days = a.get("date"), b.get("date")
    if all(days) and not Period.parse(days[0]).overlaps(Period.parse(days[1])):
        return False
    titles = a.get("title"), b.get("title")
    if a.head and not b.head and all(titles) and set(a.get("parties")) == set(b.get("parties")):
        return bool(a.get("action") == b.get("action"))
    if all(titles) and all(days) and a.get("form") == b.get("form") and not all(map(_telling, titles)):
        return None in (a.get("action"), b.get("action")) or a.get("action") == b.get("action")
    if all(titles):
        if a.get("action") != b.get("action"):
            return False
        left, right = (set(str(t).casefold().split()) for t in titles)
        short, long_ = sorted((left, right), key=len)
        own = short - {str(a.get("form"))}
        within = left == right or (len(short) > 3 and short <= long_) or (bool(own) and own <= long_ and own != short)
        return within or (
            a.get("form") == b.get("form")
            and not all(days)
            and len(short) <= _HEADLINE
            and bool(short & long_ - {str(a.get("form"))} - _BARE)
        )
    return not any(titles) and a.get("action") == b.get("action")


def _telling(title: str) -> bool:
    """Whether a title has more than the form of a paper and its day: "Memorandum of Understanding of 2010" has not."""
    words = [w for w in re.findall(r"[^\W\d]+", str(title).casefold()) if w not in _BARE]
    return bool(words)


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

act = by_key(
    "action",
    {
        "negotiated": Act("AGREE"),
        "initialled": Act("AGREE"),
        "signed": Act("SUPPORT"),
        "approved": Act("SUPPORT"),
        "ratified": Act("SUPPORT"),
        "exchanged": Act("SUPPORT"),
        "in-force": Act("SUPPORT"),
        "extended": Act("SUPPORT"),
        "suspended": Act("SANCTION", "discontinue"),
        "terminated": Act("SANCTION", "discontinue"),
    },
)
KIND = Kind("agreement", FIELDS, find, lambda values: "agreements", same, EXAMPLES, act)
