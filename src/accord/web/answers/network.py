"""Who meets whom: the most active pairs of states, as a network and a matrix."""

from __future__ import annotations

from dataclasses import dataclass

from accord.pictures import matrix_numbers, network_numbers
from accord.web.answers.pictures import PAIRS, By
from accord.web.asked import Topic
from accord.web.desk import TheDesk
from accord.web.drawings import Drawn, numbers
from accord.web.question import Question, Table

__all__ = ["QUESTIONS"]


@dataclass(frozen=True, slots=True)
class Network:
    """Both pictures of all pairs, in words and numbers."""

    as_of: str
    asked: dict[str, str]
    network: Drawn
    matrix: Drawn
    known: dict[str, list[str]]


def network(desk: TheDesk, by: By = "facts", topic: Topic = "") -> Network:
    """The pairs of states that most is told of."""
    dyads = desk.dyads(topic)
    return Network(
        desk.day.isoformat(),
        {"by": by, "topic": topic},
        numbers(*network_numbers(dyads, by=by, top=PAIRS)),
        numbers(*matrix_numbers(dyads)),
        {"topic": desk.topics, "by": ["facts", "contacts"]},
    )


def _table(answer: Network) -> Table:
    return answer.network.header, answer.network.rows


QUESTIONS = (Question("/network", network, "network.html", _table),)
