"""`accord map` and `accord network`: pictures of the record, or their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from accord.cli.opening import asked, day_of
from accord.cli.options import Colours, Format
from accord.cli.tables import print_rows
from accord.desk.words import pair
from accord.pictures import THEMES, Picture, Weight, map_picture, matrix_picture, network_picture, write
from accord.store.where import Where

__all__ = ["map_of", "network_of"]


def map_of(
    where: Where, names: Sequence[str], topic: str, boundaries: bool, theme: Colours, output: Path | None, form: Format
) -> int:
    """Two states with the places of their record."""
    first, second = pair(names)
    with asked(where) as desk:
        archive = desk.archive((first, second), topic)
        picture = map_picture(archive, (first, second), theme=THEMES[theme], boundaries=boundaries)
    return _shown(picture, output, form, "no place is told of")


def network_of(
    where: Where,
    topic: str,
    as_of: str,
    top: int,
    by: Weight,
    matrix: bool,
    theme: Colours,
    output: Path | None,
    form: Format,
) -> int:
    """The most active pairs of states, as a network or a matrix."""
    with asked(where, day_of(as_of)) as desk:
        found = desk.dyads(topic=topic)
    colours = THEMES[theme]
    made = (
        matrix_picture(found[:top], theme=colours) if matrix else network_picture(found, by=by, top=top, theme=colours)
    )
    return _shown(made, output, form, "no two states are told of together")


def _shown(picture: Picture, output: Path | None, form: Format, nothing: str) -> int:
    """The picture where a file is named, else its numbers."""
    if output:
        write(picture, output)
        print(output)
        return 0
    names = [n for n in picture.table.header if form is not Format.table or n != "ids"]
    print_rows(picture.table.records(), names, form, nothing)
    return 0
