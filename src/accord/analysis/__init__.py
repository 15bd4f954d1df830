"""What the record says: promises and what became of them, sources at odds, the course of relations, changes.

``Archive.of(store)`` first, then ``ledger``, ``contradictions``, ``timeline``, ``course``, ``dyads``, ``changes``,
``tenures`` (and ``answers`` about a day), ``written``. Everything here reads records by the roles of their fields, never by a kind's name, and knows no clock.
"""

from accord.analysis.archive import Archive, Paper
from accord.analysis.changes import Change, changes
from accord.analysis.commitments import OUTCOMES, Commitment, ledger
from accord.analysis.contradictions import Agreement, agreements, contradictions
from accord.analysis.course import Dyad, Fact, Span, course, dyad, dyads, facts, spans
from accord.analysis.doubt import Doubt, Ground, doubts
from accord.analysis.people import Answer, Sighting, Tenure, answers, in_office, tenures
from accord.analysis.timeline import Moment, timeline
from accord.analysis.undated import Written, written

__all__ = [
    "OUTCOMES",
    "Agreement",
    "Answer",
    "Archive",
    "Change",
    "Commitment",
    "Doubt",
    "Dyad",
    "Fact",
    "Ground",
    "Moment",
    "Paper",
    "Sighting",
    "Span",
    "Tenure",
    "Written",
    "agreements",
    "answers",
    "changes",
    "contradictions",
    "course",
    "doubts",
    "dyad",
    "dyads",
    "facts",
    "in_office",
    "ledger",
    "spans",
    "tenures",
    "timeline",
    "written",
]
