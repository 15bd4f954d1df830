"""Accord against a gold standard: the figures of a set of claims, the faults of a file's form; and coders against each other."""

from __future__ import annotations

from accord.evaluate.alpha import Alpha, alpha
from accord.evaluate.beside import Page, errors, nearest
from accord.evaluate.schema import faults, faults_of_file
from accord.evaluate.score import Figures, Outcome, Tally, grouped, load, score, table

__all__ = [
    "Alpha",
    "Figures",
    "Outcome",
    "Page",
    "Tally",
    "alpha",
    "errors",
    "faults",
    "faults_of_file",
    "grouped",
    "load",
    "nearest",
    "score",
    "table",
]
