"""Parts of a page that are written by a program: `<!-- name -->`, the part, `<!-- end -->`."""

from __future__ import annotations

__all__ = ["fill"]

_END = "<!-- end -->"


def fill(page: str, name: str, text: str) -> str:
    """The page with another text in one of its parts. ValueError where it has no such part."""
    before, mark, rest = page.partition(f"<!-- {name} -->\n")
    if not mark:
        raise ValueError(f"the page has no part {name!r}")
    return f"{before}{mark}{text}\n{rest[rest.index(_END) :]}"
