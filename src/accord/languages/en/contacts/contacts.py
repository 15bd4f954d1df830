"""The visits, meetings, ties and deeds of a document as clauses of the concepts `trip`, `talks`, `bond` and `deed`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.gazetteer import organisation
from accord.languages import patterns as re
from accord.languages.en.contacts.acts import acts_between
from accord.languages.en.contacts.back_at_work import back_at_work
from accord.languages.en.contacts.credentials import credentials, new_post
from accord.languages.en.contacts.derived import settled
from accord.languages.en.contacts.diary import diary_talks, diary_trips
from accord.languages.en.contacts.guests import guests
from accord.languages.en.contacts.last_talks import last_talks
from accord.languages.en.contacts.listed_missions import listed_missions, listed_relations
from accord.languages.en.contacts.listed_towns import listed_towns
from accord.languages.en.contacts.listed_visits import Section, listed_visits, section
from accord.languages.en.contacts.met import REACH, who_met
from accord.languages.en.contacts.people import People
from accord.languages.en.contacts.receptions import receptions
from accord.languages.en.contacts.roles import leaders, speaker, told_by_part
from accord.languages.en.contacts.scene import Scene, ahead, coming
from accord.languages.en.contacts.several_talks import apart, each_talk, single
from accord.languages.en.contacts.sketch import Sketch, sketch
from accord.languages.en.contacts.talks import Talk, talks
from accord.languages.en.contacts.trips import Trip, trips
from accord.languages.en.datelines import dateline, day_of_writing
from accord.languages.en.names.naming import is_town
from accord.languages.en.names.office_words import INTERNATIONAL
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["contacts"]


def contacts(
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    pair: tuple[str, ...],
    pair_spans: tuple[Span, ...],
    published: Period | None,
) -> list[Clause]:
    """Read the visits and meetings of all sentences; `mentions` are the document's in the order of the text."""
    published = published or day_of_writing(lines)
    scene = Scene(People(mentions), pair, pair_spans, published, dateline(lines))
    if lines:
        scene.leaders = leaders(lines[0].text, mentions)
    found: list[Clause] = []
    at = 0
    minister: Mention | None = None
    under = Section()
    for index, line in enumerate(lines):
        while at < len(mentions) and mentions[at].span.start < line.span.start:
            at += 1
        end = at
        while end < len(mentions) and mentions[end].span.start < line.span.end:
            end += 1
        here = mentions[at:end]
        at = end
        now = speaker(line, here, scene.speaker)
        under = section(line, here, under)
        scene.speaker = (
            minister if now is None and minister is not None and _MINISTER.match(line.text, line.span.start) else now
        )
        minister = scene.speaker or minister
        if line.kind != "row" and len(line.tokens) < 160:
            here = [*here, *told_by_part(line, here, scene)]
            if _OFF.search(line.text, line.span.start, line.span.end):
                _put_off(found, sketch(line, here), index)
            if _PEOPLE.search(line.text, line.span.start, line.span.end) or any(
                m.type in ("person", "office") or m.attributes.get("people") for m in here
            ):
                drawn = sketch(line, here)
                _tell(found, listed := list(listed_visits(drawn, scene, under, index)))
                _between_people(drawn, scene, found, index, listed=bool(listed))
            found += acts_between(line, here, scene, index)
        _list(found, list(listed_missions(line, here, scene, under.owner, index)), index)
        _list(found, list(listed_relations(line, scene, index)), index)
        scene.towns += [m for m in here if is_town(m)]
        scene.recent += [
            (index, m)
            for m in here
            if m.type == "person" and m.form != "expert" and m.office and not m.attributes.get("pronoun")
        ]
    towns = listed_towns(lines, mentions)
    told = {c.sentence for c in towns}
    found = [c for c in found if c.sentence not in told or not _of_towns(c)]
    return settled(lines, back_at_work(lines, [*found, *towns], pair, pair_spans), scene)


def _of_towns(clause: Clause) -> bool:
    """Whether a clause tells of twinned towns."""
    return clause.concept == "bond" and any(m.form == "sister-cities" for m in clause.mentions("tie"))


def _list(found: list[Clause], missions: list[Clause], index: int) -> None:
    """Add the missions that a line lists, in place of what its words tell of them one by one."""
    if missions:
        found[:] = [c for c in found if c.sentence != index or c.concept != "bond" or not c.mentions("tie")[0].states]
        found += missions


_OFF = re.compile(
    r"\b(?:put off|postponed|delayed|deferred|rescheduled|pushed back|put back|moved|called off|cancell?ed|scrapped|dropped|shelved)\b"
)
_MINISTER = re.compile(r"\W{0,3}(?:the minister|minister|the secretary of state)\s*:", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:the two|they|both|the pair|invitation|round|talks|consultations|negotiations|trip|tour)\b", re.IGNORECASE
)


def _between_people(drawn: Sketch, scene: Scene, found: list[Clause], index: int, *, listed: bool) -> None:
    """Add the visits and meetings of a sentence; its visits may be `listed` already."""
    for trip in () if listed else (*trips(drawn), *receptions(drawn), *guests(drawn), *diary_trips(drawn)):
        _tell(found, list(_trip(drawn, trip, scene, index)))
    for talk in credentials(drawn):
        for clause in _talk(drawn, talk, scene, index):
            found += [clause, *new_post(clause, drawn.text)]
    told, people = len(found), {frozenset(_people(c)) for c in found if c.concept.startswith("talks")}
    for talk in (*each_talk(drawn, talks(drawn)), *diary_talks(drawn)):
        found += (c for c in _talk(drawn, talk, scene, index) if not _goes_on(c, found))
    surer = len(found)
    for talk in each_talk(drawn, last_talks(drawn)):
        for clause in _talk(drawn, talk, scene, index):
            again = clause.when is None and frozenset(_people(clause)) in people
            again = again or any(clause.trigger.overlaps(c.trigger) for c in found[told:surer])
            if not again and not any(_same_people(clause, c) for c in found[told:]):
                found.append(replace(clause, concept="talks-last"))
    if found and found[-1].sentence == index and found[-1].status == "reported" and found[-1].when is not None:
        scene.day = index, found[-1].when
    _accepted(found, drawn.text, index)


_IT_IS_OFF = re.compile(
    r"(?:^|[:,.—] ?)(?:but |however , |so |then )?(?:it|this|that|(?:the|this|that|his) (?:visit|trip|journey|tour)) (?:(?:had been|has been|was|were|is) )?"
    r"(?:(?:(?:originally |initially |first )?(?:foreseen|planned|scheduled|set|due|fixed|expected|meant|arranged) (?:for|on|to take place on|to begin on|to start on) )?"
    r"(?P<day>D\d+)?(?: (?:and|but|, and|, but|,))? ?)?(?:(?:has|have|had|was|were|is|now|since|been|then) ){0,4}"
    r"(?P<off>put off|postponed|delayed|deferred|rescheduled|pushed back|put back|moved|(?P<dead>called off|cancelled|canceled|scrapped|dropped|shelved))(?!\S)"
)


def _put_off(found: list[Clause], drawn: Sketch, index: int) -> None:
    """The visit told a little before, as put off by a sentence that only says "it"."""
    match = _IT_IS_OFF.search(drawn.text)
    if match is None:
        return
    near = [k for k, c in enumerate(found) if c.concept == "trip" and 0 < index - c.sentence <= 3]
    if near and found[near[-1]].status in ("planned", "proposed", "reported"):
        last = found[near[-1]]
        day = drawn.named[drawn.at(match.start("day"))] if match["day"] else None
        found[near[-1]] = replace(last, status="cancelled" if match["dead"] else "postponed", when=day or last.when)


def _goes_on(clause: Clause, found: list[Clause]) -> bool:
    """Whether talks told without day, place or means are of a call told shortly before."""
    if clause.when is not None or clause.status != "reported" or clause.mentions("place", "state", parts=("at",)):
        return False
    if any(m.form != "in-person" for m in clause.mentions("manner")):
        return False
    return any(
        c.concept.startswith("talks") and clause.sentence - c.sentence <= REACH and _people(c) == _people(clause)
        and any(m.form != "in-person" for m in c.mentions("manner"))
        for c in found
    )  # fmt: skip


def _same_people(a: Clause, b: Clause) -> bool:
    """Whether two clauses of a sentence tell of one meeting: all the people of one of them met in the other."""
    people = _people(a), _people(b)
    return people[0] <= people[1] or people[1] <= people[0]


def _people(clause: Clause) -> set[str]:
    return {m.name for m in clause.mentions("person", "office", parts=("subject",))}


_PUT_OFF = ("postponed", "cancelled")
_ACCEPTED = re.compile(
    r"\binvitation\b[^.;]{0,60}\baccepted\b|\baccepted\b[^.;]{0,40}\binvitation\b|\baccepted (?:it|with)\b"
)


def _tell(found: list[Clause], told: list[Clause]) -> None:
    """Add visits; one told again without a date of its own is none, unless it is now put off."""
    for clause in told:
        earlier = [k for k, c in enumerate(found) if c.concept == "trip" and _who_where(c) == _who_where(clause)]
        last = found[earlier[-1]] if earlier else clause
        over = last.status == "reported" and last.when is None and clause.when is not None
        if earlier and clause.status in _PUT_OFF and not over:
            found[earlier[-1]] = replace(last, status=clause.status, when=last.when or clause.when)
        elif not earlier or (clause.when is not None and not _is_told(found, earlier, clause)):
            found.append(clause)


def _is_told(found: list[Clause], earlier: list[int], clause: Clause) -> bool:
    """Whether an earlier visit is the same: within or about its days, or not dated yet, which then takes the date."""
    for k in earlier:
        old = found[k]
        if old.when is None:
            found[k] = replace(old, when=clause.when, status=clause.status if old.status == "reported" else old.status)
            return True
        a, b = old.when.period, clause.when.period if clause.when else None
        if a is not None and b is not None and a.overlaps(b):
            if b.length > a.length and b.length.days < 20:
                found[k] = replace(old, when=clause.when)
            return True
    return False


def _who_where(clause: Clause) -> tuple[str, tuple[str, ...]]:
    visitor, host = clause.arguments[0].mention, clause.arguments[1].mention
    return visitor.name, host.states


def _accepted(found: list[Clause], text: str, index: int) -> None:
    """Visits that somebody was invited to, as planned where the invitation is now told as accepted."""
    if "accept" in text and _ACCEPTED.search(text):
        for k, clause in enumerate(found):
            if clause.concept == "trip" and clause.status == "proposed" and 0 < index - clause.sentence <= 2:
                found[k] = replace(clause, status="planned")


# ------------------------------------------------------------------ visits
def _trip(drawn: Sketch, trip: Trip, scene: Scene, index: int) -> Iterator[Clause]:
    host = _host(drawn, trip, scene)
    visitors = [scene.people.known(m) for k in trip.visitors if (m := drawn.named[k]) is not None]
    visitors = [scene.visitor] if trip.again and scene.visitor is not None else single(visitors)
    for visitor in visitors if trip.status not in ("hypothetical", "denied") else ():
        if (
            visitor.form == "expert"
            or visitor.attributes.get("plural")
            or len(visitor.states) > 1
            or not (visitor.office or (visitor.states and trip.form))
        ):
            continue
        place = host
        if place is None or not place.states:
            place = _elsewhere(drawn, trip, visitor, scene)
            if place is not None and host is not None:
                place = host.but(states=place.states)
        if place is None or len(place.states) != 1:
            continue
        at_home = scene.home is not None and scene.home.states == visitor.states
        if at_home and host is not None and host.form == "unknown" and not trip.form:
            continue  # a town that no list has, in a report from the visitor's own state
        state = place.states[0]
        first = drawn.named[trip.like] if trip.like >= 0 else None
        if first is not None and visitor.states in ((), place.states):
            visitor = visitor.but(states=first.states)
        sending = visitor.states or (_sender(trip, scene) if trip.tour else _other(scene.pair, state))
        if not visitor.states and INTERNATIONAL.search(visitor.office):
            if visitor.type == "person" and place.form != "pair":
                yield _trip_clause(drawn, trip, scene, index, visitor, place)
            continue
        abroad = visitor.office and (place.form in ("name", "official") or trip.form or trip.status != "reported")
        if (not sending and not abroad) or sending[:1] == (state,):
            continue
        unnamed = visitor.type == "office" and not visitor.states and trip.status == "reported"
        if (
            unnamed
            and not trip.form
            and not (_OF_ALL.search(visitor.office.lower()) and "visit" in drawn.items[trip.first : trip.end])
        ):
            continue  # "the Foreign Secretary travelled to S" may be at home there
        if _AT_POST.search(visitor.office.lower()) and (not trip.form or _RETURNING.search(drawn.text)):
            continue
        visitor = scene.people.known(visitor.but(states=sending))
        scene.visitor, scene.visited = visitor, state
        yield _trip_clause(drawn, trip, scene, index, visitor, place)


def _trip_clause(drawn: Sketch, trip: Trip, scene: Scene, index: int, visitor: Mention, place: Mention) -> Clause:
    line = drawn.line
    trigger = drawn.span(trip.first, trip.end)
    arguments = [Argument(visitor, "subject"), Argument(place, "to")]
    city = place if place.form in ("capital", "city", "town") else _city(drawn, trip, place.states[0])
    if city is not None:
        arguments.append(Argument(city, "at"))
    if trip.form:
        arguments.append(Argument(Mention("manner", trigger, trip.form, form=trip.form), "as"))
    told = (
        drawn.items[max(trip.visitors) + 1 : trip.first + 1]
        if trip.visitors and max(trip.visitors) < trip.first
        else ()
    )
    when = _back(drawn, trip, ahead(trip.when, told or drawn.items[trip.first : trip.first + 1], trip.status, scene))
    status = coming(trip.status, when, scene)
    tense = "future" if status == "planned" else "past"
    return Clause("trip", trigger, line.span, index, tuple(arguments), when, status, tense)


_OF_ALL = re.compile(r"^(?:sultan|king|queen|emir|amir|president|prime minister|head of state|monarch)$")
_AT_POST = re.compile(r"ambassador|charg|consul|high commissioner")
_RETURNING = re.compile(r"(?<!\S)(?:back|return|returns|returned|returning|recalled) ")
_RETURN = re.compile(
    r"(?<!\S)(?:back|returns?|returning|flies home|fly home) (?:(?:home|in|to|on|S\d+) ){0,4}(?P<day>D\d+) "
)


def _back(drawn: Sketch, trip: Trip, when: Mention | None) -> Mention | None:
    """The whole stay, where the day of the return is told too ("leaves on Friday and will be back on Tuesday")."""
    match = _RETURN.search(drawn.text)
    if match is None or when is None or when.period is None or when.period.length.days:
        return when
    end = drawn.named[drawn.at(match.start("day"))]
    if end is None or end.period is None or end.period.length.days or not when.period.first < end.period.last:
        return when
    return when.but(period=Period.days(when.period.first, end.period.last), antecedents=(*when.antecedents, end.span))


def _host(drawn: Sketch, trip: Trip, scene: Scene) -> Mention | None:
    place = drawn.named[trip.host] if trip.host >= 0 else None
    if place is None or place.form == "pair" or len(place.states) > 1:
        return None
    if place.form.startswith("demonym") and drawn.item(trip.host + 1) not in _SEATS:
        return None
    return place if place.states or trip.coming else None


_SEATS = frozenset("capital city side territory soil town port".split())


def _city(drawn: Sketch, trip: Trip, state: str) -> Mention | None:
    """The city of the host state that the sentence tells with "in"."""
    return next(
        (
            m
            for k in range(len(drawn.items))
            if (m := drawn.mention(k, "S")) is not None
            and m.states == (state,)
            and m.form in ("capital", "city")
            and drawn.item(k - 1) in ("in", "to", "at")
        ),
        None,
    )


def _other(pair: Sequence[str], state: str) -> tuple[str, ...]:
    return tuple(s for s in pair[:2] if s != state) if state in pair[:2] and len(pair) == 2 else ()


def _sender(trip: Trip, scene: Scene) -> tuple[str, ...]:
    """Where somebody who goes to several states comes from: where the report is dated from, or the state it is about that he
    does not go to."""
    home = scene.home.states if scene.home is not None else ()
    return home if home and not trip.tour & set(home) else tuple(s for s in scene.pair[:3] if s not in trip.tour)[:1]


def _elsewhere(drawn: Sketch, trip: Trip, visitor: Mention, scene: Scene) -> Mention | None:
    """The host where no place is told: the inviter's or receiver's state, the dateline's, the other of the pair."""
    if trip.hosts is not None and len(trip.hosts.states) == 1:
        host = trip.hosts
        return Mention("state", host.span, host.states[0], host.states, host.antecedents, form="name")
    if scene.visitor is not None and scene.visitor.name == visitor.name and scene.visited:
        return Mention("state", scene.visitor.span, scene.visited, (scene.visited,), form="name")
    home = scene.home
    if home is not None and visitor.states and home.states != visitor.states:
        return home.but(type="place")
    other = _other(scene.pair, visitor.states[0]) if visitor.states else ()
    if other and (trip.form or trip.coming or trip.hosts or trip.status != "reported" or trip.when is not None):
        span = scene.pair_spans[scene.pair.index(other[0])]
        return Mention("state", span, other[0], other, form="name")
    return None


# ------------------------------------------------------------------ meetings
def _talk(drawn: Sketch, talk: Talk, scene: Scene, index: int) -> Iterator[Clause]:
    who = who_met(drawn, talk, scene, index)
    who = [m for m in who if len(who) == 1 or m.type == "person" or not _ANYBODY.fullmatch(m.office.lower())]
    when = ahead(talk.when, drawn.items[talk.first : talk.first + 1], talk.status, scene)
    status = coming(talk.status, when, scene)
    for met in apart(drawn, talk, who):
        if not _may_meet(met, talk):
            continue
        scene.talked = tuple(met)
        if status not in ("proposed", "hypothetical", "denied"):
            arguments = _of_talk(drawn, talk, met, scene)
            trigger = drawn.span(talk.first, talk.end)
            yield Clause("talks", trigger, drawn.line.span, index, arguments, when, status)


def _may_meet(who: list[Mention], talk: Talk) -> bool:
    """Whether people of two to six states are told."""
    states = {s for m in who for s in m.states}
    groups = [m for m in who if m.attributes.get("people") and len(m.states) > 1]
    if len(who) == 1 and _members_meet(who[0], talk):
        return True
    return (len(who) > 1 or bool(groups)) and 2 <= len(states) <= 6


def _of_talk(drawn: Sketch, talk: Talk, who: list[Mention], scene: Scene) -> tuple[Argument, ...]:
    """Who met, who of them received the other, where and how."""
    towns = [
        k
        for k in range(len(drawn.items))
        if (m := drawn.mention(k, "S")) is not None
        and m.form in ("capital", "city", "town", "unknown")
        and drawn.item(k - 1) in ("in", "at")
        and not drawn.has((";",), min(k, talk.first), max(k, talk.first))
    ]
    told = [k for k in towns if talk.own[0] <= k < talk.own[1]] or [k for k in towns if k < talk.first]
    place = drawn.named[told[0]] if told else None
    arguments = [Argument(m, "subject") for m in who]
    if talk.host >= 0 and (host := drawn.named[talk.host]) is not None:
        arguments.append(Argument(_in(who, scene.people.known(host)), "by"))
    if place is not None:
        arguments.append(Argument(place, "at"))
    return (*arguments, Argument(Mention("manner", drawn.span(talk.first, talk.end), talk.mode, form=talk.mode), "as"))


_ANYBODY = re.compile(r"(?:(?:senior|top|high-level|other) )?officials?")  # who they are is not told


def _members_meet(group: Mention, talk: Talk) -> bool:
    """ "The foreign ministers of ASEAN will meet in Manila on D": those of an organisation, on a day told."""
    of = organisation(group.states[0]) if group.states else None
    return bool(group.attributes.get("plural")) and talk.when is not None and of is not None


def _in(who: list[Mention], host: Mention) -> Mention:
    """The host as the one of those told who has the name."""
    return next((m for m in who if m.name == host.name or m.span == host.span), host)
