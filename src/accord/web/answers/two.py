"""Two coders: a sample to be coded by each for themselves, and how far they agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from accord.desk.coding import Study, Unit, alphas, study_of, units
from accord.kinds import kinds
from accord.web.access import Person, Reader
from accord.web.answers.record import Said, said
from accord.web.candidates import Side, side
from accord.web.desk import ServedDesk, TheDesk
from accord.web.question import Question, Table

__all__ = ["QUESTIONS"]


@dataclass(frozen=True, slots=True)
class Coder:
    """How many claims of the sample somebody has coded."""

    name: str
    coded: int


@dataclass(frozen=True, slots=True)
class Own:
    """What the reader has said of a claim; `open` while the other coder has not, and it can be taken back."""

    claim: str
    said: Said
    open: bool


@dataclass(frozen=True, slots=True)
class Coding:
    """The sample, and of its codings the reader's own only; `candidate` is the next claim that they have not coded.
    `missing` claims of the sample are no longer found. Without a sample `study` is None."""

    study: Study | None
    coders: list[Coder]
    mine: bool
    missing: int
    candidate: Side | None
    own: list[Own]
    known: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Reliability:
    """Krippendorff's alpha (nominal) of a kind, of all kinds where it is empty; None where it cannot be told. `units`
    are claims that both coders could tell, `done` those that both are done with, `agreed` those of them that both say
    the same of."""

    kind: str
    alpha: float | None
    units: int
    done: int
    agreed: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that the coders say different things of, and which nobody has decided yet."""

    side: Side
    said: list[Said]


@dataclass(frozen=True, slots=True)
class Agreed:
    """How far the coders agree, and what waits for somebody to decide. Without a sample `study` is None."""

    study: Study | None
    total: int
    done: int
    alphas: list[Reliability]
    differences: list[Difference]


def two(
    desk: TheDesk,
    person: Reader,
    at: Annotated[str, Query(max_length=64, description="A claim of the sample to show.")] = "",
) -> Coding:
    """The sample that is coded, as one coder may see it."""
    study = study_of(desk.store)
    known = {"kind": sorted(kinds())}
    if study is None:
        return Coding(None, [], False, 0, None, [], known)
    coded = units(desk.store, study)
    mine = person.name in study.coders
    coders = [Coder(name, sum(name in u.said for u in coded)) for name in study.coders]
    own = [
        Own(u.claim.id, said(u.said[person.name], person), not u.done(study.coders))
        for u in coded
        if person.name in u.said
    ]
    shown = _shown(coded, person, at) if mine else None
    return Coding(
        study,
        coders,
        mine,
        len(study.claims) - len(coded),
        side(desk, shown.claim) if shown else None,
        own[::-1],
        known,
    )


def _shown(coded: Sequence[Unit], person: Person, at: str) -> Unit | None:
    open_ = [u for u in coded if person.name not in u.said]
    return next((u for u in open_ if u.claim.id == at), open_[0] if open_ else None)


def agreement(desk: TheDesk, person: Reader) -> Agreed:
    """Krippendorff's alpha by kind, and where the coders differ."""
    study = study_of(desk.store)
    if study is None:
        return Agreed(None, 0, 0, [], [])
    coded = units(desk.store, study)
    done = [u for u in coded if u.done(study.coders)]
    found = []
    for kind, figure in alphas(study, coded).items():
        of = [u for u in done if kind in ("", u.claim.kind)]
        value = round(figure.value, 3) if figure.value is not None else None
        found.append(Reliability(kind, value, figure.units, len(of), sum(u.agreed for u in of)))
    return Agreed(study, len(coded), len(done), found, [_difference(desk, u, study, person) for u in done if _open(u)])


def _open(unit: Unit) -> bool:
    return not unit.agreed and not unit.settled


def _difference(desk: ServedDesk, unit: Unit, study: Study, person: Person) -> Difference:
    return Difference(side(desk, unit.claim), [said(unit.said[name], person) for name in study.coders])


def _table(answer: Agreed) -> Table:
    header = ("kind", "alpha", "units", "done", "agreed")
    return header, [(a.kind or "all", a.alpha, a.units, a.done, a.agreed) for a in answer.alphas]


QUESTIONS = (
    Question("/review/two", two, "two.html"),
    Question("/review/agreement", agreement, "agreement.html", _table),
)
