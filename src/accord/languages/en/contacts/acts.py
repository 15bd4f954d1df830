"""Deeds and ties of a sentence as clauses of the concepts `deed` and `bond`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.contacts.courts import court_hint, suits
from accord.languages.en.contacts.deeds import Deed, deed_hint, told_deeds
from accord.languages.en.contacts.given import aid_hint, given
from accord.languages.en.contacts.last_deeds import last_deed_hint, last_deeds
from accord.languages.en.contacts.moves import move_hint, moves
from accord.languages.en.contacts.plain_deeds import plain_deed_hint, plain_deeds
from accord.languages.en.contacts.rounds import round_hint, round_of, subject_of_talks
from accord.languages.en.contacts.scene import Scene, ahead, coming
from accord.languages.en.contacts.several_ties import each
from accord.languages.en.contacts.sisters import Sisters, sister_hint, sisters
from accord.languages.en.contacts.sketch import Sketch, sketch
from accord.languages.en.contacts.ties import Bond, bonds, hint
from accord.languages.en.names.naming import called, is_town
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.offsets import told_from
from accord.languages.views import Argument, Clause, Mention

__all__ = ["acts_between"]


def acts_between(line: Line, here: Sequence[Mention], scene: Scene, index: int) -> Iterator[Clause]:
    """What a sentence says states do with their ties and to each other; `here` are its mentions."""
    where = (line.text, line.span.start, line.span.end)
    readers = [_READERS[asked] for asked in re.likely(_READERS, *where) if asked.search(*where)]
    if "consultations" in line.text or "dialogue" in line.text:
        scene.talks = subject_of_talks(line.own, scene.talks)
    turn = round_hint.search(line.text, line.span.start, line.span.end)
    tied = hint.search(line.text, line.span.start, line.span.end)
    twinned = sister_hint.search(line.text, line.span.start, line.span.end)
    late = last_deed_hint.search(line.text, line.span.start, line.span.end)
    if not (tied or readers or late or turn or twinned):
        return
    plain = sketch(line, _places(line, here))
    if tied:
        yield from _tied(plain, scene, index, here)
    if twinned:
        towns = [m for m in here if is_town(m)]
        yield from (_twinned(plain, pair, scene, index) for pair in sisters(plain, towns, scene.towns))
    told: list[Deed] = []
    for reader in readers:
        for deed in reader(plain):
            if not any(
                d.form == deed.form and (deed.form == "aid" or (d.first < deed.end and deed.first < d.end))
                for d in told
            ):
                told.append(deed)
                if (clause := _deed(plain, deed, scene, index)) is not None:
                    yield clause
    if turn and not any(m.type == "body" for m in here):
        turned = round_of(plain, scene.talks)
        clause = _deed(plain, turned, scene, index) if turned is not None else None
        if clause is not None:
            yield replace(clause, concept="deed-last")
    if late:
        for deed in last_deeds(plain):
            span = plain.span(deed.first, deed.end)
            other = not _BUSINESS.search(deed.name) and any(
                m.type in ("body", "paper") and m.span.overlaps(span) for m in here
            )
            if deed.form in ("ceremony", "") and any(d.first < deed.end and deed.first < d.end for d in told):
                continue
            if deed.status == "proposed" and deed.when is not None:
                deed.status = coming("reported", deed.when, scene)
            if not other and (clause := _deed(plain, deed, scene, index)) is not None:
                yield replace(clause, concept="deed-last")


_READERS = {
    deed_hint: told_deeds,
    move_hint: moves,
    aid_hint: given,
    court_hint: suits,
    plain_deed_hint: plain_deeds,
}


# ------------------------------------------------------------------ deeds
def _deed(drawn: Sketch, deed: Deed, scene: Scene, index: int) -> Clause | None:
    if deed.status in ("proposed", "hypothetical") and deed.form != "sanction":
        return None
    states: dict[str, Span] = {}
    near = [m for m in deed.states if set(m.states) & set(scene.pair)]
    if deed.by is not None and deed.by.form == "capital" and near and not set(deed.by.states) & set(scene.pair):
        deed.by = None  # Brussels, Geneva
    for mention in (*([deed.by] if deed.by else []), *deed.states):
        for state in mention.states:
            states.setdefault(state, mention.span)
    apart = deed.name.startswith("withdrawal") and len(states) == 1
    if len(states) < 2 and (apart or set(states) <= set(scene.pair[:2])):
        for state, span in zip(scene.pair[:2], scene.pair_spans, strict=False):
            states.setdefault(state, span)
    if len(states) < 2:
        return None
    span = drawn.span(deed.first, deed.end)
    ends = list(states.items())[:3]
    event = Mention("event", span, deed.name, tuple(s for s, _ in ends), tuple(p for _, p in ends), form=deed.form)
    status = coming(deed.status, deed.when, scene)
    arguments = [Argument(event, "object")]
    place = _where(drawn, deed)
    if place is not None:
        arguments.append(Argument(place, "at"))
    return Clause("deed", span, drawn.line.span, index, tuple(arguments), deed.when, status)


_TOWNS = ("capital", "city", "town", "unknown")


def _where(drawn: Sketch, deed: Deed) -> Mention | None:
    """The town told with "in" or "at" behind the deed, else before it, in its clause."""
    after = range(deed.first, min(len(drawn.items), deed.end + 14))
    for k in (*after, *range(deed.first - 1, max(-1, deed.first - 9), -1)):
        if drawn.item(k) == ";" and k >= deed.end:
            return None
        mention = drawn.mention(k, "S")
        if mention is not None and mention.form in _TOWNS and drawn.item(k - 1) in ("in", "at", "near", "off"):
            return mention
    return None


# ------------------------------------------------------------------ ties
_UNIONS = ("EU", "EC")  # that act on states as a state does


def _places(line: Line, here: Sequence[Mention]) -> list[Mention]:
    """States, the Union among them, places and dates, without what is only a part of somebody's name."""
    people = [m.span for m in here if m.type == "person"]
    unions = (m for m in here if m.type == "organisation" and m.name in _UNIONS)
    return [Mention("state", m.span, "EU", ("EU",), form="name") for m in unions] + [
        m
        for m in here
        if (m.type in ("state", "date") and not m.attributes.get("people"))
        or (
            m.type == "place"
            and (
                line.text[m.span.start - 4 : m.span.start] in (" to ", " in ")
                or not any(m.span.overlaps(p) for p in people)
            )
        )
    ]


_BUSINESS = re.compile(
    r"\b(?:[Bb]usiness|[Ii]nvestment|[Ii]nvestors'?|[Ee]ntrepreneurs'?|[Yy]outh|[Mm]edia|[Rr]ectors'?|[Ee]xpo|[Cc]ultural|[Cc]ivil [Ss]ociety|(?:\d(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|\w+th|[Tt]ripartite|[Tt]rilateral) (?:\w+ )?(?:\w+['’]s?|[Gg]overnment(?:al)?)? ?[Cc]onsultations?)\b"
)
_ITS_COUNTRY = re.compile(r"(?<!\S)his (?:country|government|state|nation)(?!\S)")


def _tied(drawn: Sketch, scene: Scene, index: int, here: Sequence[Mention]) -> Iterator[Clause]:
    """The ties of a sentence; one without states of its own is between those of the one before."""
    titles = [m.span for m in here if m.type == "paper" and not m.definite]
    last: list[Mention] = []
    for bond in bonds(drawn):
        regime = bond.form in ("visa-regime", "trade-regime")
        if regime and any(drawn.span(bond.first, bond.end) in t for t in titles):
            continue
        told = [k for k in range(len(drawn.items)) if drawn.mention(k, "S")]
        if (
            not told
            and bond.when is None
            and bond.form in ("embassy", "consulate", "diplomatic-relations")
            and bond.action in ("closed", "opened", "restored")
        ):
            continue
        if (
            bond.form == "trade-regime"
            and bond.end - bond.first < 12
            and drawn.item(bond.first)[-1:] != "s"
            and not drawn.item(bond.first).startswith(("trade", "all", "imports"))
            and "imports" in drawn.items[bond.first : bond.end]
        ):
            continue  # a ban told as a deed
        if not bond.between:
            bond.between = last or _opened(drawn, bond)
        for one in each(drawn, bond):
            clause = _bond(drawn, one, scene, index)
            if clause is not None:
                last = one.between
                yield clause


def _opened(drawn: Sketch, bond: Bond) -> list[Mention]:
    """The subject behind an opening with a tie: "With relations established in 1967, A and B have ..."."""
    if drawn.item(0) not in ("with", "having", "since", "after") or bond.first > 2:
        return []
    comma = next((k for k in range(bond.end, min(bond.end + 6, len(drawn.items))) if drawn.item(k) == ","), -1)
    near = range(comma + 1, min(comma + 6, len(drawn.items))) if comma > 0 else ()
    return [m for k in near if (m := drawn.mention(k, "S")) is not None]


def _twinned(drawn: Sketch, pair: Sisters, scene: Scene, index: int) -> Clause:
    trigger = drawn.span(pair.first, pair.end)
    attributes = {"action": pair.action, "places": tuple(called(m) for m in pair.ends)}
    form = "sister-cities"
    spans = tuple(m.span for m in pair.ends)
    tie = Mention("tie", trigger, form, antecedents=spans, form=form, attributes=attributes)
    when = ahead(pair.when, (), pair.status, scene)
    status = coming(pair.status, when, scene)
    return Clause("bond", trigger, drawn.line.span, index, (Argument(tie, "object"),), when, status)


def _news(when: Mention, scene: Scene) -> bool:
    """Whether a day is that of the news that the document tells."""
    period, today = when.period, scene.published
    if period is None or period.open or period.length.days or today is None:
        return False
    return 0 <= (today.last - period.first).days <= 7


_LONG_AGO = frozenset("has have had since ago earlier already before previously once".split())


def _goes_on(drawn: Sketch, bond: Bond) -> bool:
    """Whether an undated act is the one told with its day before, told again: no background, no heading."""
    plain = drawn.line.kind not in ("headline", "heading", "title", "item", "row")
    return plain and bond.action != "" and not drawn.has(_LONG_AGO, bond.first - 4, bond.end)


def _bond(drawn: Sketch, bond: Bond, scene: Scene, index: int) -> Clause | None:
    if any(len(m.states) > 2 for m in bond.between):
        return None
    states: dict[str, Span] = {}
    for mention in bond.between:
        for state in mention.states:
            states.setdefault(state, mention.span)
    if len(states) < 2 and _ITS_COUNTRY.search(plain := drawn.text) and " between " not in plain:
        home = next(
            (m for k in range(bond.first) if (m := drawn.mention(k, "S")) is not None and m.form == "capital"), None
        )
        if home is None:
            return None
        states = {s: m.span for m in (home, *bond.between) for s in m.states}
    if len(states) < 2 and not (set(states) - set(scene.pair[:2])):
        for state, span in zip(scene.pair[:2], scene.pair_spans, strict=False):
            states.setdefault(state, span)
    if len(states) < 2:
        return None
    trigger = drawn.span(bond.first, bond.end)
    ends = list(states.items())[:2]
    tie = Mention(
        "tie",
        trigger,
        bond.form,
        tuple(s for s, _ in ends),
        tuple(p for _, p in ends),
        form=bond.form,
        attributes={"action": bond.action},
    )
    arguments = [Argument(tie, "object")]
    if bond.place is not None and bond.place.form not in ("name", "official"):
        arguments.append(Argument(bond.place, "at"))
    when = bond.when = ahead(bond.when, (), bond.status, scene)
    met = scene.day
    if when is None and bond.form == "strategic-partnership" and bond.status == "reported" and met and met[0] == index:
        when = met[1]  # "meeting on 4 March, they decided to elevate"
    if bond.titled:
        return None
    if when is None:
        own = [d for d in drawn.line.dates if d.period]
        when = told_from(drawn.line.text, drawn.line.span, trigger.start, own, None)
    act = bond.form, bond.action, frozenset(states)
    if when is None and bond.status == "reported" and act in scene.acted and _goes_on(drawn, bond):
        at, day = scene.acted[act]
        when = day if index - at < 5 else None
    elif when is not None and bond.status == "reported" and _news(when, scene):
        scene.acted[act] = index, when
    return Clause(
        "bond", trigger, drawn.line.span, index, tuple(arguments), when, coming(bond.status, bond.when, scene)
    )
