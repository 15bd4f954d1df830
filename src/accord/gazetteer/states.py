"""States and territories: codes, names, demonyms and capitals, each with the time in which it holds.

Tables (data/, tab-separated): `states.tsv` one row a state, lists within a cell divided by "; ";
`names.tsv` further names, other spellings and metonyms; `capitals.tsv` capitals that changed;
`ambiguous.tsv` surfaces that often mean something else. A span is [start, end): the end is the first
day on which it no longer holds. An empty start or end is open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from accord.gazetteer._tables import day, fold, fold_ascii, read_table, within

__all__ = [
    "KINDS",
    "NAME_KINDS",
    "Form",
    "State",
    "ambiguous",
    "capital",
    "display",
    "forms",
    "names",
    "resolve",
    "state",
    "states",
    "suggest",
]

NAME_KINDS: Final = ("name", "official", "former")
"""Kinds of surface that name the state itself."""
KINDS: Final = (*NAME_KINDS, "demonym", "demonym-plural", "capital", "metonym")
"""Kinds of surface, from the most to the least direct; a surface is listed once a state, under the first that fits."""


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory. `cow` and `gw` are the Correlates of War and Gleditsch-Ward numbers, None where
    they have none; `note` then says why. `status` is state, territory or former."""

    alpha3: str
    alpha2: str
    name: str
    official: tuple[str, ...]
    demonyms: tuple[str, ...]
    plurals: tuple[str, ...]
    capital: str
    start: date | None
    end: date | None
    cow: int | None
    gw: int | None
    status: str
    note: str

    def exists(self, on: date | None) -> bool:
        """Whether there was such a state on that day; without a day, always."""
        return within(on, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a state in English text. `ambiguous` is empty, or why context is needed:
    `states` (two states share it), `region` (another place), `person`, `word`, `people` (an ethnic group beyond
    the state), `part` (often part of a longer name, so the longest match settles it)."""

    surface: str
    alpha3: str
    kind: str
    start: date | None = None
    end: date | None = None
    ambiguous: str = ""


def _items(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("; ")) if cell else ()


@cache
def _states() -> dict[str, State]:
    table: dict[str, State] = {}
    for row in read_table("states.tsv"):
        alpha3, alpha2, name, official, demonyms, plurals, seat, start, end, cow, gw, status, note = row
        table[alpha3] = State(
            alpha3=alpha3,
            alpha2=alpha2,
            name=name,
            official=_items(official),
            demonyms=_items(demonyms),
            plurals=_items(plurals),
            capital=seat,
            start=day(start),
            end=day(end),
            cow=int(cow) if cow else None,
            gw=int(gw) if gw else None,
            status=status,
            note=note,
        )
    return table


@cache
def _dated_capitals() -> dict[str, list[tuple[str, date | None, date | None]]]:
    table: dict[str, list[tuple[str, date | None, date | None]]] = defaultdict(list)
    for alpha3, name, start, end in read_table("capitals.tsv"):
        table[alpha3].append((name, day(start), day(end)))
    return dict(table)


@cache
def _warnings() -> dict[str, str]:
    return {surface: reason for surface, reason, _ in read_table("ambiguous.tsv")}


def _forms_of(entry: State) -> Iterator[Form]:
    yield Form(entry.name, entry.alpha3, "name")
    lists = {"official": entry.official, "demonym": entry.demonyms, "demonym-plural": entry.plurals}
    for kind, surfaces in lists.items():
        for surface in surfaces:
            yield Form(surface, entry.alpha3, kind)
    dated = _dated_capitals().get(entry.alpha3)
    for seat, start, end in dated or [(entry.capital, None, None)]:
        if seat:
            yield Form(seat, entry.alpha3, "capital", start, end)


@cache
def forms() -> tuple[Form, ...]:
    """Every surface of every state with kind, validity and warning, in a stable order: former states come last.

    A surface stands once a state and span, under the most direct kind ("Chinese" is a demonym, not its plural too).
    """
    found = [form for entry in _states().values() for form in _forms_of(entry)]
    found += [
        Form(surface, alpha3, kind, day(start), day(end))
        for alpha3, surface, kind, start, end in read_table("names.tsv")
    ]
    found.sort(key=lambda form: (_states()[form.alpha3].status == "former", form.alpha3, KINDS.index(form.kind)))
    found = [_bounded(form) for form in found]
    first: dict[tuple[str, str], str] = {}
    kept = [form for form in found if first.setdefault((form.surface, form.alpha3), form.kind) == form.kind]
    owners: dict[str, set[str]] = defaultdict(set)
    for form in kept:
        owners[form.surface].add(form.alpha3)
    return tuple(_warned(form, owners[form.surface]) for form in dict.fromkeys(kept))


def _bounded(form: Form) -> Form:
    """The form within the time of its state, where that state is no more: "Moscow" for SUN ends in 1991."""
    entry = _states()[form.alpha3]
    if entry.end is None:
        return form
    return replace(form, start=form.start or entry.start, end=form.end or entry.end)


def _warned(form: Form, owners: set[str]) -> Form:
    """The form with its warning: from the table, or because another living state has the same surface."""
    reason = _warnings().get(form.surface, "")
    if not reason and len({alpha3 for alpha3 in owners if _states()[alpha3].status != "former"}) > 1:
        reason = "states"
    return replace(form, ambiguous=reason) if reason else form


def names() -> Iterator[tuple[str, str, str]]:
    """(surface, alpha-3, kind) for matching many patterns in English text; case counts."""
    seen: set[tuple[str, str, str]] = set()
    for form in forms():
        entry = (form.surface, form.alpha3, form.kind)
        if entry not in seen:
            seen.add(entry)
            yield entry


@cache
def _ambiguous_surfaces() -> dict[str, str]:
    return {form.surface: form.ambiguous for form in forms() if form.ambiguous}


def ambiguous(surface: str) -> str:
    """Why this surface needs context (see `Form`), or an empty string."""
    return _ambiguous_surfaces().get(surface, "")


def states(status: str | None = None) -> list[State]:
    """All entries in the order of alpha-3, or those of one status (state, territory, former)."""
    return [entry for entry in _states().values() if status is None or entry.status == status]


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for entry in _states().values():
        for code in (entry.alpha2, entry.alpha3):
            table[code] = (*table.get(code, ()), entry.alpha3)
    return table


def state(code: str) -> State:
    """The state of an alpha-2 or alpha-3 code, in any case. KeyError if there is none, or two (CS)."""
    owners = _codes().get(code.upper(), ())
    if len(owners) != 1:
        raise KeyError(code)
    return _states()[owners[0]]


@cache
def _index() -> tuple[dict[str, tuple[Form, ...]], dict[str, tuple[Form, ...]]]:
    """English forms by their folded and by their loosely folded surface."""
    exact: dict[str, list[Form]] = defaultdict(list)
    loose: dict[str, list[Form]] = defaultdict(list)
    for form in forms():
        exact[fold(form.surface)].append(form)
        loose[fold_ascii(form.surface)].append(form)
    return {k: tuple(v) for k, v in exact.items()}, {k: tuple(v) for k, v in loose.items()}


def _choose(found: Iterable[Form], on: date | None, kinds: Collection[str]) -> str | None:
    """The one state meant: of those that existed on that day, one whose form held then comes first;
    a former name still leads to its state, and the more direct kind wins over the less direct."""
    alive = [form for form in found if form.kind in kinds and _states()[form.alpha3].exists(on)]
    current = [form for form in alive if within(on, form.start, form.end)]
    candidates = current or alive
    if not candidates:
        return None
    best = min(KINDS.index(form.kind) for form in candidates)
    owners = {form.alpha3 for form in candidates if KINDS.index(form.kind) == best}
    return owners.pop() if len(owners) == 1 else None


def resolve(name: str, on: date | None = None, kinds: Collection[str] = NAME_KINDS) -> str | None:
    """The alpha-3 code meant by a code or a name in any language that Babel knows, else None.

    `on` leaves out states that did not exist on that day. A name that two states share ("Congo") and a bare
    "Korea" give None; `suggest` then lists them. `kinds` may add demonyms, capitals and metonyms.
    """
    key = fold(name)
    codes = [code for code in _codes().get(name.strip().upper(), ()) if _states()[code].exists(on)]
    if codes:
        return codes[0] if len(codes) == 1 else None
    exact, loose = _index()
    for table, folded in ((exact, key), (loose, fold_ascii(name))):
        if folded and folded in table:
            return _choose(table[folded], on, kinds)
    from accord.gazetteer import _languages  # Babel is slow to scan: only when English fails

    alpha2 = _languages.territory(key) if "name" in kinds else None
    return _alive(alpha2, on) if alpha2 else None


def _alive(alpha2: str, on: date | None) -> str | None:
    owners = [alpha3 for alpha3 in _codes().get(alpha2, ()) if _states()[alpha3].exists(on)]
    return owners[0] if len(owners) == 1 else None


def suggest(name: str, limit: int = 5) -> list[str]:
    """English names of states that may have been meant, best first, for error messages."""
    exact, _ = _index()
    key = fold(name)
    found = [*_codes().get(name.strip().upper(), ()), *(form.alpha3 for form in exact.get(key, ()))]
    if not found and len(key) > 3:
        parts = (some for text, some in exact.items() if key in text.split())
        found = [form.alpha3 for some in parts for form in some if form.kind == "name"]
    if not found:
        found = [form.alpha3 for text in _near(fold_ascii(name), limit * 4) for form in exact[text]]
    shown = [_states()[alpha3].name for alpha3 in dict.fromkeys(found)]
    return shown[:limit]


def _near(plain: str, limit: int) -> list[str]:
    """Folded surfaces that look like a loosely folded name, best first."""
    from rapidfuzz import fuzz, process

    choices = {text: fold_ascii(text) for text in _index()[0]}
    return [text for _, _, text in process.extract(plain, choices, scorer=fuzz.ratio, limit=limit, score_cutoff=70)]


def capital(alpha3: str, on: date | None = None) -> str | None:
    """The English name of the capital on that day (now, without a day); None where there is none."""
    entry = _states()[alpha3]
    if on is not None:
        for seat, start, end in _dated_capitals().get(alpha3, ()):
            if within(on, start, end):
                return seat
    return entry.capital or None


def display(alpha3: str, locale: str = "en") -> str:
    """The name to show in a language, given as a locale ("fr", "tg"); English where Babel has none."""
    entry = _states().get(alpha3)
    if entry is None:
        return alpha3
    if locale.split("_")[0].split("-")[0] == "en":
        return entry.name
    from accord.gazetteer import _languages

    return _languages.shown(entry.alpha2, locale) or entry.name
