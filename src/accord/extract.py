"""A document and the kinds give claims: what the document says, each value with the words it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from accord.confidence import Page, features, marks, probability
from accord.document import Document, Evidence, Span
from accord.gazetteer import places
from accord.kinds import kinds
from accord.kinds.base import Draft, Kind, Value
from accord.kinds.guessed import fill, guessed, told_again
from accord.languages import may_tell, view
from accord.languages.views import Views
from accord.record import Claim, Match, Role, Type, Values, claim_id
from accord.values import Period

__all__ = ["VERSION", "extract", "own_states", "seen"]

VERSION = "15"  # raised whenever the same document may give other claims: stores then read it again


def extract(document: Document) -> tuple[Claim, ...]:
    """The claims of a document in the order of its text. Raises NoLanguage where its language has no folder."""
    return tuple(claim for claim, _ in _judged(document))


def seen(document: Document) -> list[tuple[Claim, dict[str, float]]]:
    """The claims with what their confidence was told from."""
    return [(claim, features(claim.kind, claim.status, told)) for claim, told in _judged(document)]


def _judged(document: Document) -> list[tuple[Claim, Sequence[str]]]:
    """The claims with what was seen of them."""
    views = view(document)
    found = _without_aims([(kind, _told(kind, views)) for kind in kinds().values()])
    page = Page.of(views, {kind.name: len(drafts) for kind, drafts in found})
    doubted = _doubts(found, page)
    claims: dict[str, tuple[Claim, Sequence[str]]] = {}  # the same values of the same words are said once
    for kind, drafts in found:
        for draft in drafts:
            told = marks(kind, draft, page, drafts)
            sure = (_OTHER_NEWS if doubted(kind) else 1.0) * probability(kind.name, draft.status, told)
            claim = _claim(kind, draft, views.part(draft.anchor), sure)
            claims.setdefault(claim.id, (claim, told))
    return sorted(claims.values(), key=lambda c: (c[0].evidence[0].start, c[0].kind, c[0].id))


def _doubts(found: Sequence[tuple[Kind, Sequence[Draft]]], page: Page) -> Callable[[Kind], bool]:
    """Whether a claim of a kind is in doubt because the document seems to be other news. A note that names states side by
    side is none, but for opinions, where a quick look finds no word on relations."""
    if _of_relations(found, page):
        return lambda kind: False
    if page.short and page.crossed >= _SIDE_BY_SIDE:
        told = may_tell(page.views.document.text)
        return lambda kind: not told and bool(kind.with_role(Role.STANCE))
    return lambda kind: True


_BETWEEN_STATES = frozenset({"paper", "body", "crossing"})
_FEW = 8  # claims under which a document that tells of no act of states is other news; tuned on the news corpus
# Office-holders, mentions of each of two states, and share of sentences that name two, of a document on relations: with many
# holders of office, or with states told side by side; tuned there too.
_OF_RELATIONS = ((3, 4, 0.0), (1, 5, 0.4))
_SIDE_BY_SIDE = 0.3  # share of the sentences of a note that name two states, from which it is on relations
_OTHER_NEWS = 0.3  # what a claim keeps of its confidence there


def _of_relations(found: Sequence[tuple[Kind, Sequence[Draft]]], page: Page) -> bool:
    """Whether a document is about relations between states: it tells of an act that names two, or a paper, a body or a
    crossing by its name, or has much to say, or speaks again and again of two states and of their office-holders. Guesses
    do not count."""
    found = [(kind, [draft for draft in drafts if draft.guess is None]) for kind, drafts in found]
    told = sum(len(drafts) for kind, drafts in found if not kind.with_role(Role.STANCE))
    title = page.views.sentences[0].span if page.views.sentences else Span(0, 0)
    named = any(m.type in _BETWEEN_STATES and not m.name.islower() for m in page.views.mentions)
    return (
        told >= _FEW
        or named
        or _of_two(page)
        or any(_act(kind, draft, title) for kind, drafts in found for draft in drafts)
    )


def _of_two(page: Page) -> bool:
    states = Counter(
        s for m in page.views.mentions if m.type in ("state", "office", "person", "place") for s in set(m.states)
    )
    return any(
        page.offices >= offices and page.crossed >= crossed and sum(count >= often for count in states.values()) > 1
        for offices, often, crossed in _OF_RELATIONS
    )


def _act(kind: Kind, draft: Draft, title: Span) -> bool:
    """Whether a draft is of something done by or between states; a promise counts where it binds two, a figure where its
    own passage names two, or one and the title the other."""
    if kind.with_role(Role.STANCE):
        return False
    values = {key: value.value for key, value in draft.values.items()}
    if any(f.required and f.type in (Type.STATE, Type.STATES) for f in kind.fields):
        return True
    if len(own_states(kind, values)) < 2:
        return False
    if kind.with_role(Role.MEASURE) and not kind.with_role(Role.DUE):
        who = [draft.values[f.name] for f in kind.with_role(Role.CONCERNS) if f.name in draft.values]
        spans = [span for v in who for span in v.spans]
        here = [span for span in spans if span in draft.anchor]
        return bool(here) and all(span in title for span in spans if span not in here)
    return kind.plover(values, draft.status) is not None


def _told(kind: Kind, views: Views) -> list[Draft]:
    """What the document tells of a kind, section by section."""
    parts = [_of_part(kind, part) for part in views.sections]
    return parts[0] if len(parts) == 1 else _together(kind, [draft for part in parts for draft in part])


def _of_part(kind: Kind, views: Views) -> list[Draft]:
    """What a section tells of a kind: as the rules find it, and what sentences without any seem to tell beside that."""
    told = _together(kind, list(_sound(kind, views, kind.find(views))))
    for draft in told:
        fill(kind, views, draft, told)
    same = kind.same or _same_by_fields(kind)
    for draft in _sound(kind, views, guessed(kind, views, told)):
        if not any(same(other, draft) or told_again(kind, other, draft) for other in told):
            told.append(draft)
    return told


def _without_aims(found: Sequence[tuple[Kind, list[Draft]]]) -> list[tuple[Kind, list[Draft]]]:
    """All but the guesses of a figure that is what a promise of the same words aims at (SCHEMA.md, Conventions)."""
    aims = [
        (draft.anchor, draft.get(field.name))
        for kind, drafts in found
        if kind.with_role(Role.DUE)
        for field in kind.with_role(Role.VALUE)
        for draft in drafts
    ]

    def aimed(kind: Kind, draft: Draft) -> bool:
        if draft.guess is None or kind.with_role(Role.DUE):
            return False
        told = {draft.get(field.name) for field in kind.with_role(Role.VALUE)} - {None}
        return any(value in told and draft.anchor.overlaps(anchor) for anchor, value in aims)

    return [(kind, [draft for draft in drafts if not aimed(kind, draft)]) for kind, drafts in found]


def _sound(kind: Kind, views: Views, drafts: Iterable[Draft]) -> Iterator[Draft]:
    heads = [b.span for b in views.blocks if b.kind in _HEADS]
    for draft in drafts:
        if _complete(kind, draft) and _between_states(kind, draft, views):
            draft.head = any(draft.anchor in h for h in heads)
            yield draft


def _complete(kind: Kind, draft: Draft) -> bool:
    return all(draft.get(f.name) not in (None, "", []) for f in kind.fields if f.required)


def _between_states(kind: Kind, draft: Draft, views: Views) -> bool:
    """Whether a claim is about relations between states: a document that speaks of one state alone tells of its own
    affairs, and only what names two states, or a state and an organisation, is kept from it."""
    if len(views.pair) > 1:
        return True
    values = {key: value.value for key, value in draft.values.items()}
    organisations = any(f.type is Type.ORGANISATION and f.name in values for f in kind.fields)
    actors = (values.get(f.name) or () for f in kind.fields if f.type in (Type.STATES, Type.ACTORS))
    several = any(sum(name.isupper() for name in who) > 1 for who in actors)  # codes, not people
    return organisations or several or len(own_states(kind, values)) > 1


_HEADS = ("headline", "title")


def _together(kind: Kind, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one kind with those of the same thing put together, the earlier one's values kept; what a head tells
    and the text tells again rests on the text."""
    found: list[Draft] = []
    for draft in drafts:
        same = next((f for f in found if (kind.same or _same_by_fields(kind))(f, draft)), None)
        if same is None:
            found.append(draft)
        else:
            _merge(kind, same, draft)
            if same.head and not draft.head:
                same.anchor, same.head = draft.anchor, False
    return found


def _same_by_fields(kind: Kind) -> Callable[[Draft, Draft], bool]:
    """Whether two drafts of a kind agree on all its identity fields and its step."""
    identity = [f for f in kind.fields if f.match or Role.STEP in f.roles]

    def same(a: Draft, b: Draft) -> bool:
        return a.status == b.status and all(
            _agree(f.match or Match.EXACT, a.get(f.name), b.get(f.name)) for f in identity
        )

    return same


def _agree(match: Match, a: object, b: object) -> bool:
    if a is None or b is None:
        return match in (Match.DATE, Match.NUMBER) or a == b
    if match is Match.DATE:
        return Period.parse(str(a)).overlaps(Period.parse(str(b)))
    if isinstance(a, list) and isinstance(b, list):
        return set(a) == set(b)
    return str(a).casefold() == str(b).casefold()


def _merge(kind: Kind, into: Draft, other: Draft) -> None:
    """Add what the other draft knows; a fuller name and a more precise date take the place of less."""
    names = {f.name for f in kind.fields if f.type is Type.NAME and Role.TITLE in f.roles}
    for key, value in other.values.items():
        mine = into.values.get(key)
        if mine is None:
            into.values[key] = value
        elif mine.value == value.value:
            into.values[key] = Value(mine.value, tuple(dict.fromkeys(mine.spans + value.spans))[:4], mine.basis)
        elif (key in names and len(str(value.value)) > len(str(mine.value))) or (
            key in ("date", "due") and Period.parse(value.value).length < Period.parse(mine.value).length
        ):
            into.values[key] = value
    into.mentions += other.mentions


def _claim(kind: Kind, draft: Draft, views: Views, sure: float) -> Claim:
    document = views.document
    values = {f.name: draft.values[f.name].value for f in kind.fields if f.name in draft.values}
    concerns = set(own_states(kind, values))
    if draft.concerns is not None:
        concerns |= set(draft.concerns.value)
    of_pair = () if concerns else views.pair_evidence[:2]
    said_by, speakers = (draft.said_by, ()) if draft.said_by else _said_by(kind, draft, views)
    evidence = _evidence(draft, document, of_pair, speakers)
    basis = {key: value.basis for key, value in sorted(draft.values.items()) if value.basis}
    concerns = concerns or set(views.pair[:2])
    key = claim_id(document.hash, kind.name, values, evidence[0].start, evidence[0].end)
    return Claim(
        key,
        document.hash,
        document.doc,
        kind.name,
        values,
        evidence,
        draft.status,
        tuple(sorted(concerns)),
        said_by,
        basis,
        round(sure, 3),
    )


def _said_by(kind: Kind, draft: Draft, views: Views) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Who says so, where the document puts it in somebody's mouth, and where they are named: the innermost speech that
    holds what the claim rests on, then those about it. An opinion names its own speaker."""
    if kind.with_role(Role.STANCE):
        return (), ()
    own = [s for v in draft.values.values() for s in v.spans] or [draft.anchor]
    told: list[tuple[int, str, tuple[Span, ...]]] = []
    for clause in views.of("tell"):
        sentence = views.sentences[clause.sentence].span
        if not draft.anchor.overlaps(sentence):
            continue
        here = [s for s in own if s in sentence] or [draft.anchor]
        held = sum(s in clause.scope for s in here)
        if 2 * held >= len(here) and clause.said_by:
            who = clause.said_by[0]
            if who.type == "state" and any(who.name in (draft.get(f.name) or ()) for f in kind.with_role(Role.WHO)):
                continue  # a state that tells of its own doings
            plain = who.type == "state" and who.form not in ("capital", "metonym")
            name = who.name if who.type != "state" or plain else views.text(who.span)
            told.append((clause.scope.end - clause.scope.start, name, who.spans))
    if not told:
        return (), ()
    _, name, spans = min(told, key=lambda t: t[0])
    return (name,), spans


def _evidence(
    draft: Draft, document: Document, of_pair: tuple[Span, ...], speakers: tuple[Span, ...]
) -> tuple[Evidence, ...]:
    """The anchor first, with all keys whose words stand in it; then the words of the others, each span once, those that
    name who says so, and those that name the states that the document as a whole is about, where nothing nearer says
    whom the claim concerns."""
    keys: dict[Span, list[str]] = {draft.anchor: []}
    for key, value in draft.values.items():
        outside = [s for s in value.spans if s not in draft.anchor]
        if (value.spans and len(outside) < len(value.spans)) or (not value.spans and not value.basis):
            keys[draft.anchor].append(key)
        for span in outside:
            keys.setdefault(span, []).append(key)
    for span in speakers:
        if span not in draft.anchor:
            keys.setdefault(span, []).append("said_by")
    for span in of_pair:
        keys.setdefault(span, []).append("concerns")
    if draft.concerns is not None:
        for span in draft.concerns.spans:
            keys.setdefault(span, []).append("concerns")
    first, *others = keys
    ordered = [first, *sorted(others)]
    return tuple(document.evidence(span, tuple(sorted(set(keys[span])))) for span in ordered)


def own_states(kind: Kind, values: Values) -> tuple[str, ...]:
    """The states that a claim's own keys name: codes as they stand, places by their state."""
    found: list[str] = []
    for field in kind.fields:
        value = values.get(field.name)
        if value is None or not (
            Role.CONCERNS in field.roles or (field.type is Type.PLACE and Role.TITLE in field.roles)
        ):
            continue
        for item in value if isinstance(value, list) else [value]:
            if len(str(item)) == 3 and str(item).isupper():
                found.append(str(item))
            elif (place := places.place(str(item))) is not None:
                found.append(place.country)
    return tuple(dict.fromkeys(found))
