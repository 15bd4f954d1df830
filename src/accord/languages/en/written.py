"""The day that a document's own text gives it: in a line under its title or at its end, or in its dateline."""

from __future__ import annotations

from itertools import islice

from accord.document import Document
from accord.languages.en.text.blocks import read_blocks
from accord.languages.en.text.issued import issued
from accord.languages.en.text.tokens import read_sentences
from accord.languages.en.values.dates import dateline
from accord.values import Period

__all__ = ["written"]

_OPENING = 6  # sentences among which a dateline stands


def written(document: Document) -> Period | None:
    """The day of writing; None where the text does not tell one to the day."""
    blocks = read_blocks(document)
    header = issued(document, blocks)
    if header is not None and header[0].length.days == 0:
        return header[0]
    for sentence in islice(read_sentences(document.text, blocks), _OPENING):
        found = dateline(document.text, sentence.span)
        if found is not None and found[1] is not None and found[1].length.days == 0:
            return found[1]
    return None
