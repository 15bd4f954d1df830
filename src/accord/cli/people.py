"""`accord people`: who is seen in which office, and who held it on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from accord.cli.opening import asked
from accord.cli.options import Format
from accord.cli.tables import columns, cut, harmless, print_rows
from accord.store.where import Where
from accord.values import Period

if TYPE_CHECKING:
    from accord.analysis.people import Answer

__all__ = ["people"]


def people(where: Where, state: str, between: Sequence[str], office: str, on: str, form: Format) -> int:
    """People by office; with a day, those seen in office then, or whatever else is known of it."""
    from accord.analysis import answers

    with asked(where) as desk:
        found = desk.people(state, between=between, office=office)
    day = Period.parse(on) if on else None
    answered = answers(found, day) if day else ()
    lines: list[dict[str, Any]] = [a.as_dict() for a in answered] if day else [t.as_dict() for t in found]
    if form is Format.table and answered:
        print("\n\n".join("\n".join(_told(answer)) for answer in answered))
        return 0
    names = ["name", "office", "state", "first", "last", "spellings", "sources", "last_contact"]
    names = [*names, "standing", "answer"] if day else names
    print_rows(lines, columns(lines, names) if form is Format.table else names, form, "nobody of this sort")
    return 0


def _told(answer: Answer) -> Iterator[str]:
    """An answer with the first and the last words that it rests on."""
    tenure = answer.tenure
    state = f" ({tenure.state})" if tenure.state else ""
    yield harmless(f"{tenure.person}, {tenure.office}{state}: {answer.words}")
    for sighting in (*tenure.sightings[:1], *tenure.sightings[1:][-1:]):
        day = f", {'published ' if sighting.published else ''}{sighting.period}" if sighting.period else ""
        yield "    " + harmless(f"“{cut(sighting.quote.quote, 160)}” ({sighting.claim.doc}{day})")
