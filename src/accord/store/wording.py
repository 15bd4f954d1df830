"""What the full text of every database has in common: how words are asked for, and how those found are marked."""

from __future__ import annotations

import re

__all__ = ["CLOSE", "OPEN", "SNIPPET_WORDS", "phrases"]

OPEN, CLOSE = "\x02", "\x03"  # around the words found; no text has them
SNIPPET_WORDS = 24


def phrases(words: str) -> list[str]:
    """The user's words, and "quoted ones" side by side; signs alone are left out."""
    parts = [phrase or word for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', words)]
    return [part for part in parts if re.search(r"\w", part)]
