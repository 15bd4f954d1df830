"""What the record says: promises and what became of them, sources at odds, the course of relations, changes.

``Archive.of(store)`` first, then ``ledger``, ``contradictions``, ``timeline``, ``course``, ``dyads``, ``changes``,
``written``. Everything here reads records by the roles of their fields, never by a kind's name, and knows no clock.
"""

from accord.analysis.archive import Archive, Paper
from accord.analysis.changes import Change, changes
from accord.analysis.commitments import OUTCOMES, Commitment, ledger
from accord.analysis.contradictions import Agreement, agreements, contradictions
from accord.analysis.course import Dyad, Fact, Span, course, dyads, facts
from accord.analysis.timeline import Moment, timeline
from accord.analysis.undated import Written, written

__all__ = [
    "OUTCOMES",
    "Agreement",
    "Archive",
    "Change",
    "Commitment",
    "Dyad",
    "Fact",
    "Moment",
    "Paper",
    "Span",
    "Written",
    "agreements",
    "changes",
    "contradictions",
    "course",
    "dyads",
    "facts",
    "ledger",
    "timeline",
    "written",
]
