"""Three states or more: what all of them share, and what each smaller group of them does without the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from accord.brief.model import Section, Statement
from accord.brief.ranking import Fields, select, uncovered
from accord.brief.sections import asked
from accord.brief.sentences import Writer
from accord.record import Record

__all__ = ["by_group", "group_section", "named"]


def by_group(records: Sequence[Record], states: Sequence[str]) -> dict[tuple[str, ...], list[Record]]:
    """Records by those of the states that they concern, two at least: each record in one group, the largest groups
    first, in the order in which the states were named. All of them, and every pair, are there even with no record."""
    found: dict[tuple[str, ...], list[Record]] = {tuple(states): [], **{p: [] for p in combinations(states, 2)}}
    for record in records:
        group = tuple(s for s in states if s in record.concerns)
        if len(group) > 1:
            found.setdefault(group, []).append(record)
    return {g: found[g] for g in sorted(found, key=lambda g: (-len(g), [states.index(s) for s in g]))}


def named(writer: Writer, group: Sequence[str]) -> str:
    """The names of a group's states."""
    return writer.words.join([writer.words.state(s, article=False) for s in group])


def group_section(
    writer: Writer,
    group: tuple[str, ...],
    records: Sequence[Record],
    fields_of: Mapping[str, Fields],
    as_of: date,
    most: int,
) -> Section:
    """What concerns a group and no other state of the brief: the weightiest, newest first."""
    kept = [r for r in uncovered(records) if r.id not in writer.withheld]
    told: list[Statement] = []
    for record in select(kept, fields_of, as_of, most):
        statement = writer.statement(record)
        told += [statement] if statement else []
    rest = len(kept) - len(told)
    text = writer.words.catalogue.text
    more = text("label.more", n=rest, command=asked("brief", group)) if rest else "" if told else text("label.nothing")
    return Section("pair-" + "-".join(group), named(writer, group), tuple(told), more=more)
