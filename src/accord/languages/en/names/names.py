"""States, organisations and places in English text, by the gazetteer."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from accord.document import Span
from accord.gazetteer import (
    all_organisations,
    all_regions,
    all_states,
    common_surface,
    forms,
    place_names,
    places_named,
    provinces,
)
from accord.languages import patterns as re
from accord.languages.views import Mention

__all__ = ["find_names", "lies_in", "placed_by_pair"]

_LEAST_POPULATION = 15_000
_ENGLISH = frozenset({"USA", "GBR", "CAN", "AUS", "NZL"})  # whose small towns are called by English words and names
_LEAST_ENGLISH = 50_000
_GOVERNED = frozenset({"TWN", "XKX", "PSE", "HKG", "MAC", "GRL", "ESH"})  # whose seat stands for a government
_LOCATIVE = frozenset("in at to from near of into around outside towards toward via through".split())


# What is named after a town, or after somebody.
_HOUSES = (" Airport", " International Airport", " University", " Bank")
_LEAST_LETTERS = 3  # of a word that may be a town
_GOES_ON = re.compile(r"[ -](?:[A-ZÀ-Þ\d]|of\b|and[ ][A-ZÀ-Þ])|['’]s\b")  # a longer name
_LINKED_ON = re.compile(r"[–—][A-ZÀ-Þ]")
_LINKED = re.compile(r"\w[–—]$|\bbetween[ ](?:[A-ZÀ-Þ]\w+[ ]){1,2}and[ ]$|\bbetween[ ]$")
_NEAR = 40  # characters
_OF = frozenset(("of", "between"))
_PROVINCE = re.compile(
    r"(?:'s)?[ -](?:regions?|provinces?|oblasts?|kra[iy]|county|counties|districts?|governorates?|prefectures?|departments?|states?|cantons?|v[ei]la?y[ae]ts?|voivodeships?|autonomous"
    r"|Regions?|Provinces?|Oblasts?|Kra[iy]|County|Counties|Districts?|Governorates?|Prefectures?|Departments?|States?|Cantons?|V[ei]la?y[ae]ts?|Voivodeships?|Autonomous)\b"
)


class _Entry(NamedTuple):
    type: str
    form: str
    name: str
    states: tuple[str, ...]
    ambiguous: bool


@cache
def _entries() -> dict[str, list[_Entry]]:
    """Every surface form with what it may name, the likeliest first."""
    found: dict[str, list[_Entry]] = {}

    def add(surface: str, entry: _Entry) -> None:
        options = found.setdefault(surface, [])
        same = next((o for o in options if o.type == entry.type and o.form == entry.form), None)
        if same is None:
            options.append(entry)
        elif set(entry.states) - set(same.states):
            options[options.index(same)] = same._replace(states=same.states + entry.states, ambiguous=True)

    territories = {s.alpha3 for s in all_states("territory")} - _GOVERNED
    for form in forms():
        if form.kind == "capital" and form.alpha3 in territories:
            continue
        if form.end is not None and form.kind == "capital" and form.surface in found:
            continue
        add(
            form.surface,
            _Entry("state", str(form.kind), form.surface, (form.alpha3,), form.ambiguous not in ("", "part", "people")),
        )
    for organisation in all_organisations():
        for surface in organisation.surfaces:
            if surface not in organisation.ambiguous:
                add(surface, _Entry("organisation", "name", organisation.key, (), False))
    for region in all_regions():
        for surface in (region.name, *region.variants):
            add(surface, _Entry("place", "region", region.name, (), False))
    for surface, place in place_names(min_population=_LEAST_POPULATION):
        if surface not in found and (
            place.country not in _ENGLISH or place.capital or place.population >= _LEAST_ENGLISH
        ):
            add(surface, _Entry("place", "city", surface, (place.country,), False))
    for surface, place in place_names(min_population=_LEAST_POPULATION, unsafe=True):
        if surface in found or len(surface) < _LEAST_LETTERS or place.country in _ENGLISH:
            continue
        if common_surface(surface) == "word":
            add(surface, _Entry("place", "city", surface, (place.country,), True))
    for surface, state in provinces():
        if surface not in found:
            add(surface, _Entry("place", "province", surface, (state,), " " not in surface))
    return found


@cache
def _automaton() -> tuple[AhoCorasick, list[str]]:
    surfaces = list(_entries())
    return AhoCorasick(surfaces, matchkind=MatchKind.LeftmostLongest), surfaces


def find_names(text: str) -> list[Mention]:
    """States, organisations and places in the order of the text, not overlapping."""
    text = text.replace("’", "'")
    automaton, surfaces = _automaton()
    found: list[Mention] = []
    for number, start, end in automaton.find_matches_as_indexes(_lowered(text)):
        surface = surfaces[number]
        shorter = surface.rpartition(" ")[0]
        if shorter in _entries() and not _whole(text, start, end):  # "the BRICS grouping" is no "BRICS group"
            surface, end = shorter, start + len(shorter)
        if not _whole(text, start, end) or len(surface) < 2 or _elsewhere(text, start, end):
            continue
        mention = _read(text, Span(start, end), _entries()[surface])
        if mention is not None:
            found.append(mention)
    return _settled(found)


def _settled(found: list[Mention]) -> list[Mention]:
    """The mentions with forms that several states share ("Dominican") given to the state that the text names otherwise,
    the one named most; where it names none, to the one with the larger capital."""
    shared = {m.span: _entries()[text][0].states for m in found if (text := str(m.attributes.get("shared", "")))}
    if not shared:
        return found
    told = Counter(s for m in found if m.span not in shared for s in m.states)
    chosen = {span: max(states, key=lambda s: (told[s], _capital_size(s))) for span, states in shared.items()}
    return [m.but(name=chosen[m.span], states=(chosen[m.span],)) if m.span in chosen else m for m in found]


@cache
def _capital_size(state: str) -> int:
    """The people of its largest capital."""
    capitals = [form.surface for form in forms() if form.alpha3 == state and form.kind == "capital"]
    return max((p.population for name in capitals for p in places_named(name, state)), default=0)


# Words beside which a state's or a city's name is of a sea, a mountain, a currency or a language.
_AFTER = re.compile(
    r"\$|[ ](?:Ocean|Sea|Columbia|cents?\b)|[ ](?:edition|version|language|translation|subtitles|text|speakers?|Premier League)\b"
    r"|[ ]\|[ ][A-ZÀ-ÞА-Я]\w+[ ]?(?:\||$)"
)
_BEFORE = re.compile(r"\b(?:Mount|Mt\.?|Lake|Cape|Fort|Camp|Gulf of|Sea of|Strait of|New)[ ]$")


_CONTINENT = re.compile(r"\b(?:Latin|South|Central|North|Meso|Pan|Inter|Ibero|Afro|African|Native|Spanish)[ -]$")


def _elsewhere(text: str, start: int, end: int) -> bool:
    before = max(0, start - 10)
    return (
        _AFTER.match(text, end, end + 24) is not None
        or _BEFORE.bare.search(text, before, start) is not None
        or (text.startswith("America", start) and _CONTINENT.search(text, before, start) is not None)
    )


def placed_by_pair(mentions: list[Mention], pair: tuple[str, ...]) -> list[Mention]:
    """Places whose names are also of a city in a state of the pair that is not much smaller put there; a town of a state
    that the document speaks of nowhere else is a namesake, of no state that is known."""
    told = {s for m in mentions if m.type in ("state", "person", "office") for s in m.states}
    found = []
    for m in mentions:
        doubtful = m.type in ("place", "state") and m.form in ("city", "capital")
        if doubtful and m.states and not set(m.states) & set(pair):
            home = next((s for s in pair if _may_mean(m.name, m.states, s)), None)
            if home is not None:
                m = m.but(type="place", states=(home,), form="city", attributes={"name": m.name})
            elif m.type == "place" and not set(m.states) & told and _small(m):
                m = m.but(states=())
        found.append(m)
    return found


def lies_in(name: str, state: str) -> bool:
    """Whether the text of a document on a state may mean a place there by the name: a province, or a city that is not
    much smaller than its namesakes."""
    entry = next(iter(_entries().get(name.title() if name.isupper() else name, ())), None)
    if entry is None or entry.form not in ("city", "capital", "province"):
        return False
    return state in entry.states or (entry.form != "province" and _may_mean(entry.name, entry.states, state))


def _may_mean(name: str, owners: tuple[str, ...], state: str) -> bool:
    """Whether a state's city of that name is not much smaller than those of the owners."""
    return _people(name, state) >= max(_RIVAL * max(_people(name, s) for s in owners), 1)


_RIVAL = 0.16  # of the people of a city, from which a namesake is likely meant where its state is talked of
_BIG = 400_000  # people from which a city is known abroad


def _people(name: str, state: str) -> int:
    return max((p.population for p in places_named(name, state)), default=0)


def _small(mention: Mention) -> bool:
    return _people(mention.name, mention.states[0]) < _BIG


_SMALL = re.compile(r"\b(?:Of|The|And|In|On|For|At|De|Of The)\b")
_WITHIN = re.compile(r"(?<=[a-z]{2}['‘’])[A-Z]")  # "Nuku'Alofa", but "N'Djamena"
_CAPITALS = re.compile(r"^(?=[^a-z\n]{12,}$)(?=.*[A-Z]{3,}.*\s.*[A-Z]{3,}).*", re.MULTILINE)


_DATELINE = re.compile(
    r"^[\[(]?[A-Z](?:['‘’]?[A-Z]){2,}(?:[ -][A-Z]{2,}){0,2}(?:/[A-Z]{3,}(?:[ -][A-Z]{2,}){0,2})*(?=, |\. | \(|/|: | [–—-]|[ ](?:has|have|had|is|was|will|says?|said|and)\b)",
    re.MULTILINE,
)


def _lowered(text: str) -> str:
    """The text with lines in capitals written as titles ("REPUBLIC OF PERU" as "Republic of Peru"), as long as before."""

    def lower(match: re.Match[str]) -> str:
        line = _SMALL.sub(lambda m: m[0].lower(), match[0].replace("İ", "I").title())
        line = _WITHIN.sub(lambda m: m[0].lower(), line)
        return line if len(line) == len(match[0]) else match[0]

    return _DATELINE.sub(lower, _CAPITALS.sub(lower, text))


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (
        before.isalnum() or (before and before in "'’" and text[start - 2 : start - 1].isalpha()) or after.isalnum()
    )


def _read(text: str, span: Span, options: list[_Entry]) -> Mention | None:
    """What a surface names here: a capital after "in" is the place, before a verb it stands for its state."""
    entry = options[0]
    words = text[max(0, span.start - 24) : span.start].split()
    before = words[-1].lower().strip('("“«') if words else ""
    after = text[span.end : span.end + 24]
    if entry.type == "state" and entry.form == "capital":
        as_place = (
            before in _LOCATIVE
            or after[:1] in "-–"
            or before[-1:] in ("-", "–")
            or text[span.start - 1 : span.start] in ("-", "–")
        )
        kind = "place" if as_place else "state"
        return Mention(kind, span, entry.name, entry.states, form="capital", attributes={"name": entry.name})
    if entry.type == "state":
        if entry.ambiguous and _other_sense(text, span, entry, after):
            return None
        shared = {"shared": entry.name} if len(entry.states) > 1 else {}
        return Mention("state", span, entry.states[0], entry.states[:1], form=entry.form, attributes=shared)
    if entry.type == "place" and after.startswith(_HOUSES) and entry.form == "city":
        return None
    if entry.form == "city" and entry.ambiguous and not _in_town(text, span, before):
        return None  # it may be a word
    if entry.form == "province" and entry.ambiguous and before not in _LOCATIVE | _OF and not _PROVINCE.match(after):
        return None  # it may be anybody's name
    return Mention(
        entry.type,
        span,
        entry.name,
        entry.states,
        form=entry.form,
        attributes={"name": entry.name} if entry.type == "place" else {},
    )


def _in_town(text: str, span: Span, before: str) -> bool:
    """Whether a name that is also a word is a town's here: "in Split", "between Giurgiu and Ruse", "Bar–Bari", but not "in
    Police Square" nor "IN SPRING"."""
    if text[span.start : span.end].isupper():
        return False
    linked = _LINKED_ON.match(text, span.end) or _LINKED.search(text, max(0, span.start - _NEAR), span.start)
    return linked is not None or (before in _LOCATIVE and _GOES_ON.match(text, span.end) is None)


def _other_sense(text: str, span: Span, entry: _Entry, after: str) -> bool:
    """Whether an ambiguous surface is plainly something else: a person's name, a word at the start of a sentence."""
    before = text[max(0, span.start - 2) : span.start]
    if entry.form.startswith("demonym"):
        return False
    nxt = after.split(" ")[1] if after.startswith(" ") and len(after.split(" ")) > 1 else ""
    previous = text[max(0, span.start - 20) : span.start].split()
    named = (
        bool(previous)
        and previous[-1][:1].isupper()
        and previous[-1].isalpha()
        and before[-1:] == " "
        and previous[-1].lower()
        not in (
            "the",
            "in",
            "and",
            "of",
            "for",
            "to",
            "from",
            "with",
            "between",
            "president",
            "minister",
            "republic",
            "while",
            "but",
            "as",
            "both",
            "north",
            "south",
            "neighbouring",
        )
    )
    return named and not nxt[:1].isupper() and len(previous) > 1 and previous[-2][-1:] not in ".!?"
