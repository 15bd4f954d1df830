"""What leaves the store: claims, records and clean texts, as JSON lines or Parquet."""

from __future__ import annotations

from accord.exports.jsonl import THRESHOLD, check, claim_lines, document_lines, own_states, record_lines, write
from accord.exports.parquet import write_parquet

__all__ = [
    "THRESHOLD",
    "check",
    "claim_lines",
    "document_lines",
    "own_states",
    "record_lines",
    "write",
    "write_parquet",
]
