"""Who met, where people are told by their part: "the two ministers", "the heads of delegation", those of an organisation."""

from __future__ import annotations

from accord.document import Span
from accord.gazetteer import display, organisation
from accord.languages import patterns as re
from accord.languages.en.contacts.people import chain
from accord.languages.en.contacts.scene import Scene
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.en.contacts.talks import Talk
from accord.languages.views import Mention

__all__ = ["REACH", "who_met"]

REACH = 6  # sentences within which "the visit" and "the two ministers" refer back


def who_met(drawn: Sketch, talk: Talk, scene: Scene, index: int) -> list[Mention]:
    """The people of a meeting, each once, with the states or the organisations that they belong to."""
    who = [scene.people.known(m) for k in talk.who if (m := drawn.named[k]) is not None]
    who = [scene.people.serving(m) for m in who if m.form != "expert"]
    if talk.both == "again":
        who = list(scene.talked)
    elif talk.both:
        two = _the_two(talk.both, scene, index)
        who = [*two, *(m for m in who if m.name not in {t.name for t in two})] if two else who
    elif talk.alone:
        who = _with_other(who, talk, scene)
    elif len(who) == 1:
        who = _named_after(drawn, talk.who[0]) or _of_group(who[0], talk, scene, index)
    who = [scene.people.known(m) for m in _at_home(_completed(who, scene.pair), scene)]
    return list({m.name: m for m in who}.values())


def _named_after(drawn: Sketch, k: int) -> list[Mention]:
    """The people whom a group is told to be right behind it ("the ministers of A and B, N and M,")."""
    group = drawn.named[k]
    if group is None or len(group.states) != 2:
        return []
    while k + 1 < len(drawn.items) and (drawn.item(k + 1) in _APPOSED or drawn.mention(k + 1, "S")):
        k += 1
    row = chain(drawn, k + 1, 1) if drawn.is_actor(k + 1) else []
    named = [m for n in row if (m := drawn.named[n]) is not None and m.type == "person"]
    return named if {s for m in named for s in m.states} == set(group.states) else []


_APPOSED = frozenset((",", "of", "and", "(", "the", ":"))


def _with_other(who: list[Mention], talk: Talk, scene: Scene) -> list[Mention]:
    """Those told, and the one of the other state of the pair who is told by name, or who tells it and has none here."""
    states = {s for m in who for s in m.states}
    pair = scene.pair[:2]
    if len(pair) < 2 or len(states) > 1 or not states <= set(pair):
        return []
    if not states and not any("counterpart" in str(m.attributes.get("role", "")).lower() for m in who):
        return []
    other = next(s for s in pair if s not in states) if states else ""
    if talk.extra is not None:
        return [*who, talk.extra.but(states=(other,))] if other else []
    spans = dict(zip(pair, scene.pair_spans, strict=False))
    if not states:
        return [
            m.but(
                states=pair, antecedents=(*m.antecedents, *spans.values()), attributes={**m.attributes, "people": True}
            )
            for m in who
        ]
    spoke = next((m for _, m in reversed(scene.recent) if m.states == (other,)), None)
    if spoke is not None:
        return [*who, spoke]
    teller = Mention("state", spans.get(other, who[0].span), other, (other,), form="teller")
    return [*who, teller]


def _of_group(group: Mention, talk: Talk, scene: Scene, index: int) -> list[Mention]:
    """Those whom "the two ministers" or "the commanders of both states" are; the group as such where a day is told."""
    if group.states and organisation(group.states[0]) is not None:
        return [group]
    if _HEADS.search(group.office.lower()) and (heads := _heads(group, scene)):
        return heads
    if _PARTIES.search(group.office.lower()) and (talk.when is not None or talk.status == "planned"):
        return _parties(group, scene)
    if len(group.states) < 2 and len(group.attributes.get("members", ())) == 2 and len(scene.pair) > 1:
        return [group.but(states=scene.pair[:2], antecedents=(*group.antecedents, *scene.pair_spans[:2]))]
    if len(group.states) > 1:
        return (
            scene.people.group(group) or [group]
            if talk.when or group.attributes.get("members") or talk.mode != "in-person"
            else []
        )
    if group.states:
        return []
    told = _the_two(group.office, scene, index)
    if (
        told
        or talk.when is None
        or talk.status not in ("reported", "planned")
        or (talk.status == "planned" and (talk.when.period is None or talk.when.period.open))
        or not group.attributes.get("plural")
        or len(scene.pair) < 2
    ):
        return told
    people = {**group.attributes, "people": True}
    return [group.but(states=scene.pair[:2], antecedents=scene.pair_spans[:2], attributes=people)]


_PARTIES = re.compile(r"\b(?:delegation|team|negotiator|expert|side)s?$")

_HEADS = re.compile(r"\b(?:head|leader|chief)s? of (?:the |their |both )?(?:delegation|team)s?$")


def _heads(group: Mention, scene: Scene) -> list[Mention]:
    """The heads of the delegations: those who led them, where the document tells it of each; else the officials of each
    state that it named before. Nobody where it names none."""
    states = group.states if len(group.states) > 1 else scene.pair[:2]
    led = [m for s in states if (m := scene.leaders.get(s)) is not None]
    names = tuple(m.name for m in led) if len(led) == len(states) else group.attributes.get("members", ())
    if len(states) < 2 or len(names) < len(states):
        return []
    spans = (*group.antecedents, *(m.span for m in led), *(() if len(group.states) > 1 else scene.pair_spans[:2]))
    attributes = {**group.attributes, "people": True, "members": names}
    return [group.but(states=tuple(states), antecedents=spans, attributes=attributes)]


def _parties(group: Mention, scene: Scene) -> list[Mention]:
    """Delegations: of each state its leader, where the document tells of one, and the delegation as such."""
    states = group.states if len(group.states) > 1 else scene.pair[:2]
    if len(states) < 2 or (group.states and not set(group.states) <= set(states)):
        return []
    told = [m for s in states if (m := scene.leaders.get(s)) is not None]
    plain = [f"{group.office} of {display(s)}" for s in states]
    names = (
        *(m.name for m in told),
        *(group.attributes.get("members", ()) if len(told) < 2 and "delegation" not in group.office.lower() else ()),
        *plain,
    )
    spans = (*group.antecedents, *(m.span for m in told), *(() if len(group.states) > 1 else scene.pair_spans[:2]))
    attributes = {**group.attributes, "people": True, "members": tuple(dict.fromkeys(names))}
    return [group.but(states=tuple(states), antecedents=spans, attributes=attributes)]


def _completed(who: list[Mention], pair: tuple[str, ...]) -> list[Mention]:
    """Those whose state is not told, beside somebody of one state of the pair, given the other; beside those of two of
    three states, the third."""
    states = {s for m in who for s in m.states}
    third = [s for s in pair[:3] if s not in states] if len(states) == 2 and len(pair) > 2 else []
    if len(third) == 1:
        return [m.but(states=(third[0],)) if not m.states and m.office else m for m in who]
    other = (
        next((s for s in pair[:2] if s not in states), None) if len(states) == 1 and states <= set(pair[:2]) else None
    )
    return [m.but(states=(other,)) if not m.states and other and m.office else m for m in who]


def _at_home(who: list[Mention], scene: Scene) -> list[Mention]:
    """Those whose state is not told, beside the visitor told last, given the state that he visits; one of them beside people
    of states that the document is not about, that which it is."""
    told = {s for m in who for s in m.states}
    placeless = [m for m in who if not m.states and m.office]
    home = _home(scene, told) if told and len(placeless) == 1 else None
    if home is not None:
        return [m.but(states=home[0], antecedents=(*m.antecedents, home[1])) if m in placeless else m for m in who]
    visitor = scene.visitor
    if visitor is None or not scene.visited or all(m.name != visitor.name for m in who):
        return who
    if any(scene.visited in m.states for m in who):
        return who
    return [m.but(states=(scene.visited,)) if not m.states and m.office else m for m in who]


def _home(scene: Scene, abroad: set[str]) -> tuple[tuple[str, ...], Span] | None:
    """The state that a report is dated from, or that it is about first, where all others told are of other states than those
    that it is about."""
    if abroad & {*scene.pair[:2], *(scene.home.states if scene.home is not None else ())}:
        return None
    if scene.home is not None:
        return scene.home.states, scene.home.span
    return (scene.pair[:1], scene.pair_spans[0]) if scene.pair else None


def _the_two(words: str, scene: Scene, index: int) -> list[Mention]:
    """The two people named last of different states, of the office told where there is one."""
    word = words.lower().split()[-1].rstrip("s")
    found: list[Mention] = []
    for at, m in reversed(scene.recent):
        if index - at > REACH or len(found) == 2:
            break
        fits = word not in ("minister", "president") or word in m.office.lower()
        if fits and m.states and all(m.states != f.states and m.name != f.name for f in found):
            found.append(m)
    return found if len(found) == 2 else []
