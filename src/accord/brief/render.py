"""What the formats share: how a statement's pieces go together."""

from __future__ import annotations

from collections.abc import Iterator

from accord.brief.model import Brief, Source

__all__ = ["LEFT_GROUPS", "copies_line", "left_groups", "source_line"]

LEFT_GROUPS = ("withheld", "doubtful", "skipped", "outside")


def left_groups(brief: Brief) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The groups of what was left out that are not empty: their titles and lines."""
    for key in LEFT_GROUPS:
        lines: tuple[str, ...] = getattr(brief.left_out, key)
        if lines:
            yield brief.words[f"left_{key}"], lines


def copies_line(brief: Brief, source: Source) -> str:
    """The near-copies of a source, in words."""
    if not source.copies:
        return ""
    pattern = brief.words["copies_one" if len(source.copies) == 1 else "copies_many"]
    return pattern.replace("{n}", str(len(source.copies))).replace("{names}", ", ".join(source.copies))


def source_line(brief: Brief, source: Source) -> str:
    """A source in one line: publisher, title, date or undated, and its near-copies."""
    line = f"{source.publisher}: {source.title} ({source.date})"
    copies = copies_line(brief, source)
    return f"{line}; {copies}" if copies else line
