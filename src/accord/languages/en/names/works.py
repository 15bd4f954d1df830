"""Works of infrastructure that a sentence names: "the Karuma-Tororo line", "a bridge over the Suches river"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.names.naming import capitals, mention_of
from accord.languages.en.names.work_names import SMALL, name_start
from accord.languages.en.names.works_known import apposed_work, known_works, plural_works
from accord.languages.en.names.works_named import built_by_two, called_work, corridors, part_of, told_pair
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = ["find_works"]

_LEADING = frozenset(
    listed(
        "new planned key strategic joint major so called the proposed future vital important long awaited existing old"
    )
)
_LOOSE = frozenset(
    listed(
        "section stretch road port terminal airport line dock berth station ramp quay pier jetty wharf spur plant corridor"
    )
)  # heads that need an act done to them
_PLACING = frozenset(
    listed(
        "between from over linking connecting to across at near in on under through along of into joining beneath beside via"
    )
)
_NOT_WORKS = frozenset(
    listed(
        "institute studies centre center university association union bank company agency ministry authority "
        "initiative forum hotel street avenue office club school hospital fund group road border crossing crossings post "
        "checkpoint gate ministry minister ministers administration corporation workers operator operators authorities "
        "officials police users tariffs fees treaty"
    )
)
_PLURALS = frozenset(
    listed("pipelines railways bridges highways motorways interconnectors tunnels dams corridors cables")
)
_POWER = re.compile(
    r"\b(?:[MGk]W|[MGk]Wh|TWh|(?:mega|giga|kilo)watt\w*|hydro\w*|power|nuclear|solar|wind|electric\w*|thermal|coal)\b"
)
_SITES = frozenset(
    listed("zone park centre center hub market silo substation complex reservoir ropeway canal")
)  # places that are spoken of for other things: they need an act
_OF_NO_FORM = _SITES | {"refinery", "plant", "depot", "yard", "wall", "channel"}
_PLACES = frozenset(("road", "bridge", "airport", "port"))
_PAIRED = re.compile(
    r"\s(?:between|linking|connecting|joining) (?:the two|both) (?:countries|states|nations|neighbou?rs|sides|grids)\b"
)
_TELLING = frozenset(listed("said says told announced reported informed confirmed warned stated wrote earned"))
_BUSY = frozenset(("port", "airport"))  # works that stand: spoken of as places
_PARTS = frozenset(("section", "stretch"))
_WHOLE = re.compile(r"\s+of\s+(?:the\s+)?")  # between a section and the work that it belongs to
_FORMS = (
    ("hydro", "hydropower"),
    ("dam", "hydropower"),
    ("rail", "railway"),
    ("road", "road"),
    ("highway", "road"),
    ("pipeline", "pipeline"),
    ("gas", "pipeline"),
    ("bridge", "bridge"),
    ("airport", "airport"),
    ("port", "port"),
    ("line", "power-line"),
    ("solar", "power-plant"),
    ("wind", "power-plant"),
    ("nuclear", "power-plant"),
    ("power", "power-plant"),
    ("interconnect", "power-line"),
)


def find_works(line: Line) -> Iterator[Mention]:
    """Works with a name of their own (`named`) or told by where they lie; `loose` ones count only with an act."""
    taken = -1
    section: Mention | None = None
    spans: list[Mention] = []
    heads = list(line.find("projects"))
    heads = [h for h in heads if not any(o[0] <= h[0] < h[1] < o[1] for o in heads)]
    starts = {first for first, _, _ in heads}
    for first, end, form in heads:
        if first < taken or (end in starts and line.low(end) in ("bridge", "tunnel", "line", "viaduct")):
            continue
        if line.low(first) in _PLURALS:
            spans += plural_works(line, end, form)
            continue
        found = _numbered(line, first, end, form) or called_work(line, end, form) or _work(line, first, end, form)
        if found is not None:
            taken = end
            if section is not None and _WHOLE.fullmatch(line.text[section.span.end : found.span.start]):
                found = found.but(attributes={**found.attributes, "whole": True})
            section = found if line.low(first) in _PARTS else None
            spans.append(found)
    spans += [m for m in corridors(line) if not any(m.span.overlaps(s.span) for s in spans)]
    for known in known_works(line):
        at = next((k for k, s in enumerate(spans) if known.span.overlaps(s.span)), None)
        if at is None:
            spans.append(known)
        elif known.span in spans[at].span and len(known.name) + 2 >= len(spans[at].name):
            spans[at] = spans[at].but(form=known.form, attributes={**spans[at].attributes, "loose": False})
    yield from spans


def _numbered(line: Line, first: int, end: int, form: str) -> Mention | None:
    """ "Road 12A between A and B", "Highway 7"; an address ("Customs Road 4, Malaba") is none."""
    if (
        form != "road"
        or not line.tokens[first].capital
        or not line.low(end)[:1].isdigit()
        or (first and line.tokens[first - 1].capital)
    ):
        return None
    last = end + 1
    while (
        last < len(line.tokens)
        and line.tokens[last].glued
        and line.tokens[last].word
        and len(line.tokens[last].text) < 3
    ):
        last += 1
    placed = _ends(line, last)
    return mention_of("project", line, first, placed, form=form, attributes={"named": True, "loose": True})


def _work(line: Line, first: int, end: int, form: str) -> Mention | None:
    start = name_start(line, first)
    named = _named(line, start, first)
    if _other_thing(line, first, end, form, named):
        return None
    if not named and (apposed := apposed_work(line, start, end, form)) is not None:
        return apposed
    if line.low(first) in _PARTS and (part := part_of(line, first, end, form)) is not None:
        return part
    if line.low(first) in _PARTS:
        form = _form(line.lows(0, len(line.tokens)))
        whole = capitals(line, end + 1 + (line.low(end + 1) == "the"))
        if _of_whole(line, start, first, end, whole) and named:
            return mention_of("project", line, start, whole, form=form, attributes={"named": True, "loose": False})
        if form not in ("railway", "road", "pipeline") or (
            "-" not in line.lows(start, first) and line.low(end) not in ("between", "from")
        ):
            return None
    if line.low(first) in ("line", "link"):
        form = _nearest_form(line, start, end)
        if not form and line.tokens[first].capital and named and first > start:
            form = ""
        elif not form and not (named and "-" in line.lows(start, first) and line.low(first) == "line"):
            return None
    last = _unit(line, end)
    after = capitals(line, end) if not named else end
    while after > end and line.low(after) == "-" and capitals(line, after + 1) > after + 1:
        after, named, last = capitals(line, after + 1), True, capitals(line, after + 1)
    if not named and line.low(end) in _PLACING and (pair := told_pair(line, end + 1)) is not None:
        mention = mention_of("project", line, start, end, form=form, attributes={"named": False, "loose": True})
        name = f"{mention.name} between {pair[0].name} and {pair[1].name}"
        return mention.but(name=name, states=pair[0].states + pair[1].states, antecedents=(pair[0].span, pair[1].span))
    if not named and _PAIRED.match(line.text, line.tokens[end - 1].end):
        told = {"named": False, "loose": True, "pair": True}
        return mention_of("project", line, start, end, form=form, attributes=told)
    if not named:
        apart = (
            line.low(end) == ","
            and line.low(end + 1) in ("from", "linking", "connecting")
            and form in ("power-line", "pipeline", "railway")
        )
        last = _ends(line, end + apart)
        if last <= end + apart or not _any_capital(line, end, last):
            return _placed_later(line, start, end, form) or built_by_two(line, start, end, form)
    project = line.low(end) == "project"
    last = max(last, end + project)
    name_last = last - 1 if line.low(last - 1) == "project" and last - 1 > start else last
    if line.low(end - 1) == "project" and form in ("", "project"):
        form = _form(line.lows(start, end))
    while start < name_last and line.low(start) in _LEADING:
        start += 1
    if name_last <= start or _states_alone(line, start, name_last):
        return None
    short = first == end - 1 and line.low(first) in _LOOSE and not (line.low(first) == "line" and form == "power-line")
    loose = not project and (
        short or form in _BUSY or line.low(end - 1) in _SITES or not (named or _joins(line, end, name_last, form))
    )
    loose |= (form in _PLACES and _place_only(line, start)) or (form == "railway" and line.low(last) in _TELLING)
    return mention_of("project", line, start, name_last, form=form, attributes={"named": named, "loose": loose})


def _states_alone(line: Line, start: int, end: int) -> bool:
    """Whether a name is only a state's ("the first US project")."""
    return all(line.covered(i, "state") is not None for i in range(start, end))


def _other_thing(line: Line, first: int, end: int, form: str, named: bool) -> bool:
    """Whether a head noun names no work here: an office of it, an address, a plant that makes no power."""
    head = line.low(first)
    return (
        (not form and not named and not _OF_NO_FORM & set(line.lows(first, end)))
        or line.low(end) in _NOT_WORKS
        or "land" in (line.low(first - 1), line.low(first - 2))
        or (line.low(end) == "of" and line.low(end + 1) == "entry")
        or (
            head == "bridge"
            and line.low(first - 1) == "international"
            and (named or line.low(end) not in ("over", "across", "between", "at"))
        )
        or _address(line, end)
        or (
            head == "plant"
            and first + 1 == end
            and not named
            and not _POWER.search(line.text, line.span.start, line.span.end)
        )
    )


def _of_whole(line: Line, start: int, first: int, end: int, whole: int) -> bool:
    """ "The A-B section of the KKH": a part with its own two ends, of a work that no head noun closes."""
    return (
        line.low(end) == "of"
        and "-" in line.lows(start, first)
        and whole > end + 2
        and line.low(whole) in ("", ",", ".", ";", ")", "(")
    )


def _place_only(line: Line, start: int) -> bool:
    """Whether a road, bridge or station only tells where something else is ("a sit-in on the A Highway")."""
    k = start - 1 - (line.low(start - 1) in DETERMINERS)
    return line.low(k) in ("on", "at", "near", "along", "outside", "across", "over", "behind") and not re.match(
        r"works?|construct|build|progress|report|stud|memor|agree|protocol|talks|focus|depend|rel", line.low(k - 1)
    )


def _joins(line: Line, end: int, last: int, form: str) -> bool:
    """Whether a work without a name is told by the two ends that it joins ("the railway from A to B")."""
    lows = line.lows(end, last)
    return form in ("railway", "pipeline", "power-line") and (
        ("from" in lows and "to" in lows) or ("between" in lows and "and" in lows)
    )


def _named(line: Line, start: int, first: int) -> bool:
    """Whether a name of its own stands before the head noun: capitals other than a demonym's or a sentence's first."""
    if "border" in line.lows(start, first):
        return False
    for i in range(start, first):
        covered = line.covered(i, "state")
        if (
            line.tokens[i].capital
            and not (covered and covered.form.startswith("demonym") and line.low(i + 1) != "-")
            and (
                i > 0
                or line.covered(i, "place")
                or line.low(i + 1) == "-"
                or (i + 1 < first and line.tokens[i + 1].capital and line.low(i) not in SMALL | DETERMINERS | _LEADING)
            )
        ):
            return True
    return False


def _placed_later(line: Line, start: int, end: int, form: str) -> Mention | None:
    """ "The standard gauge railway is to be carried on from A to B": the ends stand behind the verb."""
    if end - start < 2 or line.low(start - 1) != "the" or form not in ("railway", "road", "pipeline", "power-line"):
        return None
    for i in range(end, min(len(line.tokens), end + 10)):
        if line.low(i) in ("from", "between"):
            last = _ends(line, i)
            if last > i + 3 and _any_capital(line, i, last):
                mention = mention_of("project", line, start, end, form=form, attributes={"named": False, "loose": True})
                tail = mention_of("project", line, i, last)
                return mention.but(
                    name=f"{mention.name} {tail.name}", states=tail.states, antecedents=(tail.span, *tail.antecedents)
                )
    return None


def _unit(line: Line, end: int) -> int:
    """Past the number of a unit ("Kambarata HPP-1")."""
    last = end
    if line.low(end) == "-" and line.low(end + 1)[:1].isdigit():
        last = end + 2
    return last


def _address(line: Line, end: int) -> bool:
    return line.low(end)[:1].isdigit() and line.low(end + 1) in (",", "") and line.tokens[end - 1].capital


def _nearest_form(line: Line, start: int, end: int) -> str:
    """What sort of line a bare "line from A to B" is: by the volts told with it, else no work."""
    words = set(line.lows(0, len(line.tokens)))
    if any(low in ("kv", "kilovolt", "kilovolts") for low in line.lows(max(0, start - 3), end + 12)):
        return "power-line"
    if line.low(end - 1) == "line" and words & {"electricity", "power", "grid", "megawatts", "mw"}:
        return "power-line"
    return ""


def _form(words: list[str]) -> str:
    return next((form for stem, form in _FORMS if any(w.startswith(stem) for w in words)), "")


def _any_capital(line: Line, start: int, end: int) -> bool:
    return any(
        line.tokens[i].word and line.tokens[i].capital and not line.covered(i, "date", "person", "office")
        for i in range(start, end)
    )


def _ends(line: Line, i: int) -> int:
    """The end of "between A and B", "from A to B", "over the R at P", "linking A with B" behind a work's noun."""
    last = i
    i += line.low(i) == "to" and line.low(i + 1) in ("connect", "link", "join")
    if line.low(i) not in _PLACING and line.low(i) not in ("connect", "link", "join"):
        return last
    if line.low(i) in ("in", "on", "at", "to", "from", "between") and line.covered(i + 1, "date"):
        return last
    j = i + 1
    while j < len(line.tokens) and j - i < 18:
        low, end = line.low(j), capitals(line, j)
        known = line.covered(j, "state", "place")
        while end > j and known is not None and line.covered(end, "state", "place") is known:
            end += 1
        if end > j and not line.covered(j, "date", "organisation"):
            last = j = end
            if line.low(j)[:1].isdigit() and not line.covered(j, "date", "amount"):
                last = j = j + 1  # "the ramp at Mole 8"
            if line.low(j) == "'s":
                break
            continue
        if low in _PLACING and line.covered(j + 1, "date", "amount", "number"):
            break
        if low in ("river", "strait", "lake", "border", "pass") and last > i:
            last = j + 1
        elif low not in (
            "the",
            "and",
            "to",
            "with",
            "-",
            "river",
            "of",
            "city",
            "port",
            "town",
            "village",
            "lake",
            "border",
            "via",
            "at",
            "in",
            "on",
            "near",
        ) or (low == "and" and line.low(j + 1) in ("the", "a")):
            break
        j += 1
    return last
