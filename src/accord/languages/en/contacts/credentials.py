"""Ambassadors who present their credentials: who hands them to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accord.languages import patterns as re
from accord.languages.en.contacts.people import chain, subject
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.en.contacts.talks import Talk, talk_of
from accord.languages.views import Argument, Clause, Mention

__all__ = ["credentials", "new_post", "several_posts"]

_PAPERS = r"(?:credentials|credential letters?|letters? of (?:credence|accreditation)|accreditation letters?)"
_PRESENTED = re.compile(
    rf"(?<!\S)(?:present|hand|submit|deliver)(?:s|ed|ing)?(?: (?:over|in))? (?P<first>(?:(?!;|A\d)\S+ ){{0,5}}?{_PAPERS} (?:(?!;|A\d)\S+ ){{0,10}}?(?:to|with) (?:(?!;|A\d)\S+ ){{0,4}}?)?"
    rf"(?P<to>A\d+) (?P<then>(?:(?!;|A\d)\S+ ){{0,6}}?{_PAPERS}(?!\S))?"
)
_TAKEN = re.compile(
    rf"(?<!\S)(?:receiv|accept|tak|took)(?:es?|ed|s|ing)? (?:(?!;|A\d)\S+ ){{0,4}}?{_PAPERS} (?:(?!;|A\d)\S+ ){{0,16}}?(?:of|from|by|—) (?:(?!;|A\d)\S+ ){{0,6}}?(?P<of>A\d+) "
)
_ENVOY = re.compile(r"ambassador|high commissioner|nuncio|envoy|chargé|charge d", re.IGNORECASE)


def credentials(sketch: Sketch) -> Iterator[Talk]:
    """The hand-overs that a sentence tells of, one for each ambassador."""
    if "reden" not in sketch.text and "accredit" not in sketch.text:
        return
    for match, first, end in sketch.find(_PRESENTED):
        if match["first"] or match["then"]:
            yield from _handed(sketch, subject(sketch, first), [sketch.at(match.start("to"))], first, end)
    for match, first, end in sketch.find(_TAKEN):
        envoys = sorted(chain(sketch, sketch.at(match.start("of")), 1))
        yield from _handed(sketch, envoys, subject(sketch, first), first, end)


def _handed(sketch: Sketch, envoys: list[int], hosts: list[int], first: int, end: int) -> Iterator[Talk]:
    for envoy in envoys if hosts else ():
        mention = sketch.named[envoy]
        if mention is not None and mention.type == "person" and _ENVOY.search(mention.office):
            yield talk_of(sketch, [envoy, hosts[0]], first, end, first)


_COPIES = re.compile(r"\bcop(?:y|ies) of\b", re.IGNORECASE)  # handed to a minister, before the post is taken up


def new_post(talk: Clause, told: str) -> Iterator[Clause]:
    """The post that the ambassador of a hand-over takes up; `told` are the words of the sentence."""
    people = talk.mentions("person", "office", parts=("subject",))
    states = tuple(dict.fromkeys(s for m in people for s in m.states))
    if len(states) == 2 and not _COPIES.search(told):
        spans = tuple(m.span for m in people)
        tie = Mention("tie", talk.trigger, "ambassador", states, spans, form="ambassador", attributes={"action": "established"})  # fmt: skip
        place = tuple(a for a in talk.arguments if a.part == "at")
        yield replace(talk, concept="bond", arguments=(Argument(tie, "object"), *place))


_HANDED = re.compile(
    rf"(?<!\S)(?:present|hand|submit|deliver)(?:s|ed|ing)? (?:over |in )?(?:(?!;|S\d)\S+ ){{0,5}}?{_PAPERS} "
)
_GIVEN = re.compile(rf"(?<!\S)(?:receiv|accept|tak|took)(?:es?|ed|s|ing)? (?:(?!;)\S+ ){{0,8}}?{_PAPERS} (?:of|from) ")
_PLURAL = ("ambassadors", "envoys", "commissioners", "heads", "diplomats")


def several_posts(sketch: Sketch) -> Iterator[tuple[int, int, Mention, list[Mention]]]:
    """Credentials of several states' ambassadors in one sentence: where it is told, the host, and those who send them."""
    if not sketch.has(_PLURAL, 0, len(sketch.items)) or "cop" in sketch.text:
        return
    for pattern, handed in ((_HANDED, True), (_GIVEN, False)):
        for _, first, end in sketch.find(pattern):
            before = [m for k in range(first) if (m := _sender(sketch, k)) is not None]
            behind = [m for k in range(end, len(sketch.items)) if (m := _sender(sketch, k)) is not None]
            to = next((k for k in range(end, len(sketch.items)) if sketch.item(k) == "to"), len(sketch.items))
            hosts = [m for k in range(to, len(sketch.items)) if (m := _sender(sketch, k)) is not None][:1]
            hosts = hosts or ([] if handed else before[-1:])
            senders = before if handed and before else behind
            own = {s: m for m in senders for s in m.states if hosts and m.states != hosts[0].states}
            if hosts and len(own) > 1:
                yield first, end, hosts[0], list(own.values())


def _sender(sketch: Sketch, k: int) -> Mention | None:
    """The state at item k, unless it is only where something is."""
    mention = sketch.mention(k, "S")
    placed = sketch.item(k - 1 - (sketch.item(k - 1) == "the")) in ("in", "at", "from", "—", "near")
    return mention if mention is not None and not placed and len(mention.states) == 1 else None
