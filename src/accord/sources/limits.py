"""How large an input may be, in bytes, entries or levels: beyond a limit it is named and left out, never cut short."""

from __future__ import annotations

__all__ = [
    "ARCHIVE_DEPTH",
    "ARCHIVE_ENTRIES",
    "ARCHIVE_LIMIT",
    "ATTACHMENTS",
    "DOCX_LIMIT",
    "FILE_LIMIT",
    "HTML_DEPTH",
    "HTML_ELEMENTS",
    "HTML_LIMIT",
    "MAIL_LIMIT",
    "PDF_PAGES",
    "RATIO",
    "RATIO_FREE",
    "RECORD_LIMIT",
    "TEXT_LIMIT",
    "TEXT_LINES",
]

MEGABYTE = 1_000_000

TEXT_LIMIT = 20 * MEGABYTE
HTML_LIMIT = 20 * MEGABYTE
MAIL_LIMIT = 50 * MEGABYTE
FILE_LIMIT = 100 * MEGABYTE
"""Any one file, whatever its format."""
DOCX_LIMIT = 200 * MEGABYTE
"""A DOCX, inflated."""
ARCHIVE_LIMIT = 2_000 * MEGABYTE
"""A ZIP with all that is in it, inflated; one on disk may be larger where it is no more than RATIO times its file."""
RECORD_LIMIT = 20 * MEGABYTE
"""One record of an archive: a line, a row, a page."""
RATIO = 200
"""How many times larger than its packed form a member or an archive may be; prose packs 3 to 20 times."""
RATIO_FREE = 5 * MEGABYTE
"""Members up to this size may have any ratio."""
ARCHIVE_DEPTH = 3
"""Levels of ZIP in ZIP (or mail in ZIP) that are opened."""
ARCHIVE_ENTRIES = 5_000_000
"""Files in one ZIP; its table of contents is held in memory, about 1 kB a file."""
ATTACHMENTS = 200
HTML_DEPTH = 2_000
"""Levels of elements; the parser itself stops at 2,048."""
HTML_ELEMENTS = 100_000
"""A long article has some thousands."""
TEXT_LINES = 300_000
PDF_PAGES = 3_000
