"""The brief as the desk offers it: what can be asked of it, and where it is in each format."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from accord.web.asked import Between, States, both_names
from accord.web.briefs import SUFFIXES, BriefOptions
from accord.web.desk import ServedDesk, TheDesk
from accord.web.question import Question

__all__ = ["QUESTIONS"]


@dataclass(frozen=True, slots=True)
class Offer:
    """The brief on some states, or on a topic: `files` are its addresses by format, none where nothing is asked for
    yet."""

    as_of: str
    states: list[str]
    names: list[str]
    asked: dict[str, str]
    files: dict[str, str]
    known: dict[str, list[str]]


def dyad_brief(desk: TheDesk, states: Between, asked: BriefOptions) -> Offer:
    """The brief on two states."""
    return _offer(desk, states, asked, f"/dyads/{states[0]}/{states[1]}/brief", [])


def brief(desk: TheDesk, states: States, asked: BriefOptions) -> Offer:
    """The brief on any states, three or more too, or on a topic alone."""
    return _offer(desk, states, asked, "/brief", [("states", s) for s in states])


def _offer(
    desk: ServedDesk, states: tuple[str, ...], asked: BriefOptions, path: str, named: list[tuple[str, str]]
) -> Offer:
    said = {key: str(value) if value else "" for key, value in asked.model_dump().items()}
    query = urlencode([*named, *((key, value) for key, value in said.items() if value)])
    files = {s: f"{path}.{s}" + (f"?{query}" if query else "") for s in SUFFIXES} if states or asked.topic else {}
    return Offer(desk.day.isoformat(), list(states), both_names(states), said, files, {"topic": desk.topics})


QUESTIONS = (
    Question("/dyads/{first}/{second}/brief", dyad_brief, "brief.html"),
    Question("/brief", brief, "brief.html"),
)
