"""Those told only by their part: "his counterpart", "the guest", "the Kazakh delegation", and "I" in a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.gazetteer import display
from accord.languages import patterns as re
from accord.languages.en.contacts.scene import Scene
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["leaders", "speaker", "told_by_part"]

_HINT = re.compile(
    r"\b(?:counterpart|colleague|opposite number|homologue|guests?|visitors?|visiting|delegation|team|dignitary|I|Majesty|Highness|two)\b"
)
_OWNED = re.compile(
    r"\b(?P<owner>[Hh]is|[Hh]er|[Mm]y|[Oo]ur)\s+(?:(?:new|direct|good|dear|distinguished|visiting|outgoing)\s+)?"
    r"(?P<noun>counterpart|colleague|opposite number|homologue|guest|visitor)(?!s|\s+(?:of|in)\b|\w)"
)
_MAJESTY = re.compile(
    r"\b(?:[Hh]is|[Hh]er) (?:Majesty|Royal Highness|Highness)\b(?!,? (?:the|King|Queen|Sultan|Sheikh|Emir|Prince|[A-Z]))"
)
_ROYAL = re.compile(r"\b(?:king|queen|sultan|emir|amir|prince|princess|ruler|emperor|grand duke)\b", re.IGNORECASE)
_SERVICES = re.compile(
    r"\b(?:the|their|both)\s+(?:two\s+)?(?P<noun>(?:(?:foreign|military|border|defence|defense)\s+)?(?:intelligence services|intelligence agencies|militaries|armies|general staffs|border guards|police forces|central banks|negotiating teams|security services))\b"
)
_GUEST = re.compile(
    r"\b[Tt]he\s+(?:(?:high|distinguished|honou?red|official|foreign)\s+)?(?P<of>[A-Z]\w+\s+)?(?P<noun>guests?|visitors?|dignitary|visiting\s+(?:minister|president|premier|prime minister|leader|official|diplomat))"
    r"(?=\s+(?:\w+ly\s+)?(?:was|were|is|are|will|also|then|later|met|called|paid|held|has|had|and|visited|laid|toured|left|would|arrived|,)\b|,)"
)
_PARTY = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s+(?:(?P<of>[A-Z][\w-]+)\s+(?:\w+\s+)?(?P<noun>delegation|team|mission)|(?P<from>delegation\s+from\s+)(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?))"
    r"(?=\s+(?:also\s+|then\s+|later\s+)?(?:was\s+received|were\s+received|was\s+welcomed|met|meets|held|holds|had\s+talks|has\s+met|will\s+meet|called\s+on"
    r"|(?:ha[ds]\s+|have\s+|(?:will|would|is to|was to|is due to)\s+)?(?:also\s+)?(?:visit(?:ed|s)?|arrive[ds]?|travel(?:l?ed|s)?|fl(?:ew|y|ies|own)|go(?:es|ne)?|went|c[oa]mes?|depart(?:ed|s)?))\b)"
)
_I = re.compile(r"(?<![\w.'’])I(?=(?:['’](?:ll|ve|m|d))?\s)(?!\s+(?:and|or)\b)")


def told_by_part(line: Line, here: Sequence[Mention], scene: Scene) -> Iterator[Mention]:
    """Those told only by their part in a sentence, as offices and people; `here` are its mentions."""
    if not _HINT.search(line.text, line.span.start, line.span.end):
        return
    taken = [m.span for m in here if m.type in ("person", "office") and not m.attributes.get("pronoun")]
    for match in _OWNED.finditer(line.text, line.span.start, line.span.end):
        span = Span(match.start("noun"), match.end("noun"))
        if not any(span.overlaps(t) for t in taken):
            yield from _owned(match, span, here, scene)
    for match in _GUEST.finditer(line.text, line.span.start, line.span.end):
        guest = scene.visitor
        told = _states_at(here, match.start("of")) if match["of"] else ()
        free = not any(Span(match.start(), match.end()).overlaps(t) for t in taken)
        if guest is not None and free and (not match["of"] or told == guest.states):
            yield _again(guest, Span(match.start(), match.end("noun")), "guest")
    for match in _PARTY.finditer(line.text, line.span.start, line.span.end):
        states = _states_at(here, match.start("of")) if match["of"] else _places_at(here, match.start("place"))
        if len(states) == 1:
            yield _party(Span(match.start("of") if match["of"] else match.start("from"), match.end()), states[0], scene)
    royal = next((m for m in here if m.type in ("person", "office") and _ROYAL.search(m.office)), None)
    scene.monarch = royal or scene.monarch
    if scene.monarch is not None:
        for match in _MAJESTY.finditer(line.text, line.span.start, line.span.end):
            yield _again(scene.monarch, Span(match.start(), match.end()), "majesty")
    for match in _SERVICES.finditer(line.text, line.span.start, line.span.end):
        if len(scene.pair) > 1 and ("two" in match[0] or "both" in match[0]):
            attributes = {"plural": True, "people": True, "members": (match["noun"],)}
            span = Span(match.start(), match.end())
            yield Mention(
                "office",
                span,
                match["noun"],
                scene.pair[:2],
                scene.pair_spans[:2],
                office=match["noun"],
                attributes=attributes,
            )
    if scene.speaker is not None:
        for match in _I.finditer(line.text, line.span.start, line.span.end):
            yield _again(scene.speaker, Span(match.start(), match.end()), "i")


def _owned(match: re.Match[str], span: Span, here: Sequence[Mention], scene: Scene) -> Iterator[Mention]:
    """ "His counterpart": the one of the other state of the pair who holds the same office; "his guest": the visitor."""
    if match["owner"].lower() in ("my", "our"):
        owner = scene.speaker
    else:
        before = [
            m for m in here if m.type in ("person", "office") and m.span.start <= match.start() and m.form != "expert"
        ]
        same = [m for m in before if m.span.start == match.start()]
        owner = next(iter([*same, *before[::-1]]), None)
    if owner is None or owner.attributes.get("plural"):
        return
    if (told := _from(match, here)) is not None and match["noun"] not in ("guest", "visitor"):
        name = f"{owner.office or 'Counterpart'} of {display(told.states[0])}"
        yield Mention(
            "office",
            span,
            name,
            told.states,
            (told.span,),
            office=owner.office or "Counterpart",
            attributes={"plural": False, "role": name},
        )
        return
    if len(owner.states) != 1 or not owner.office:
        return
    if match["noun"] in ("guest", "visitor"):
        guest = scene.visitor
        if guest is not None and guest.states != owner.states:
            yield _again(guest, span, "guest")
        return
    pair = scene.pair[:2]
    if len(pair) < 2 or owner.states[0] not in pair:
        return
    other = pair[1 - pair.index(owner.states[0])]
    at = scene.pair_spans[pair.index(other)]
    name = f"{owner.office} of {display(other)}"
    attributes = {"plural": False, "role": name, "counterpart": True}
    yield Mention("office", span, name, (other,), (owner.span, at), office=owner.office, attributes=attributes)


def _from(match: re.Match[str], here: Sequence[Mention]) -> Mention | None:
    """The state of "his counterpart from S"."""
    states = (m for m in here if m.type in ("state", "place") and len(m.states) == 1)
    return next(
        (m for m in states if _FROM.fullmatch(match.string[match.end() : max(match.end(), m.span.start)])), None
    )


_FROM = re.compile(r"\s+from\s+(?:the\s+)?")


def _again(person: Mention, span: Span, word: str) -> Mention:
    antecedents = tuple(dict.fromkeys((person.span, *person.antecedents)))
    return person.but(span=span, antecedents=antecedents, attributes={**person.attributes, "pronoun": word})


def _party(span: Span, state: str, scene: Scene) -> Mention:
    leader = scene.leaders.get(state)
    name = f"Delegation of {display(state)}"
    members = (leader.name, name) if leader else (name,)
    spans = (leader.span,) if leader else ()
    attributes = {"plural": False, "members": members, "role": name, "party": True}
    return Mention("office", span, name, (state,), spans, office="Delegation", attributes=attributes)


def _states_at(here: Sequence[Mention], start: int) -> tuple[str, ...]:
    return next(
        (m.states for m in here if m.type == "state" and m.span.start == start and m.form.startswith("demonym")), ()
    )


def _places_at(here: Sequence[Mention], start: int) -> tuple[str, ...]:
    return next((m.states for m in here if m.type in ("state", "place") and m.span.start == start), ())


_LED_BY = re.compile(
    r"\b(?:delegation|team|side|party|mission|negotiators)[^.;:]{0,40}?\b(?:led|headed|chaired|represented|guided)\s+by\s+(?:\S+\s+){0,2}?$"
)
_LEADS = re.compile(
    r"[^.;:]{0,40}?\b(?:led|leads|heads|headed|heading|leading|chaired|represented)\s+(?:the|his|her|its|a|an)\s+(?:[\w-]+\s+){0,4}?(?:delegation|team|side|mission|negotiators)\b"
    r"|,\s+(?:chief negotiator|head of (?:the|its) delegation)\b"
)


def leaders(text: str, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Who leads the delegation of each state, as the document tells."""
    found: dict[str, Mention] = {}
    for m in mentions:
        if m.type == "person" and len(m.states) == 1 and m.form != "expert" and not m.attributes.get("pronoun"):
            before = text[max(0, m.span.start - 90) : m.span.start]
            if _LED_BY.search(before) or _LEADS.match(text, m.span.end, m.span.end + 90):
                found.setdefault(m.states[0], m)
    return found


_LABEL = re.compile(r"\W{0,3}[A-ZÀ-Ý][^:;?!\n.]{2,110}?:\s|\W{0,3}(?:Mr|Mrs|Ms|Hon|Dr)\.[^:;?!\n]{2,110}?:\s")
_THE_MINISTER = re.compile(
    r"\W{0,3}(?:the )?(?:minister|foreign minister|secretary of state|tánaiste|taoiseach|prime minister)\b",
    re.IGNORECASE,
)


def speaker(line: Line, here: Sequence[Mention], before: Mention | None) -> Mention | None:
    """Who speaks in a line of a record ("Hon. N M (Minister of Foreign Affairs): ..."), the one before where it opens no
    turn."""
    if line.kind in ("heading", "headline"):
        return None
    match = _LABEL.match(line.text, line.span.start, line.span.end)
    if match is None:
        return before
    people = [m for m in here if m.type == "person" and m.span.end <= match.end() and m.span.start - match.start() < 70]
    if people:
        held = people[0]
        return held if held.office and held.form != "expert" and "speaker" not in held.office.lower() else None
    if _THE_MINISTER.match(match[0]):
        return before
    return None
