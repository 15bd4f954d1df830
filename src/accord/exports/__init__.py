"""What leaves the store: claims, records and clean texts as JSON lines."""

from __future__ import annotations

from accord.exports.jsonl import THRESHOLD, check, claim_lines, document_lines, own_states, record_lines, write

__all__ = ["THRESHOLD", "check", "claim_lines", "document_lines", "own_states", "record_lines", "write"]
