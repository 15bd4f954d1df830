"""Accord against a gold standard: the figures of a set of claims, and the faults of a file's form."""

from __future__ import annotations

from accord.evaluate.beside import Page, errors, nearest
from accord.evaluate.schema import faults, faults_of_file
from accord.evaluate.score import Figures, Outcome, Tally, grouped, load, score, table

__all__ = [
    "Figures",
    "Outcome",
    "Page",
    "Tally",
    "errors",
    "faults",
    "faults_of_file",
    "grouped",
    "load",
    "nearest",
    "score",
    "table",
]
