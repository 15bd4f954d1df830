"""What patterns need, known beforehand: reading it from a pattern costs more than compiling it does.

`known_needs.txt` has a line for each pattern that is kept, written by `make docs`. It is found by a digest of the pattern
and its flags, so that one which was changed has none, and is read. What holds of a pattern holds in every Python.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from accord.languages.needs import EDGE, Need, needs

__all__ = ["FILE", "key", "known", "line"]

FILE = "known_needs.txt"
_EDGE = "|"  # how EDGE is written


def known(pattern: str, flags: int) -> tuple[list[Need], Need]:
    """What `needs.needs` tells of a pattern, less what it begins with among its needs. Raises `re.error` where it is none."""
    found = _lines().get(key(pattern, flags))
    if found is None:
        return needs(pattern, flags)
    beginning, *others = (frozenset(sets.split()) for sets in found.replace(_EDGE, EDGE).split(","))
    return others, beginning


def key(pattern: str, flags: int) -> str:
    return hashlib.blake2b(f"{int(flags)} {pattern}".encode(), digest_size=12).hexdigest()


def line(pattern: str, flags: int) -> str:
    """The line of a pattern: its key, what it begins with, and what it needs besides."""
    others, beginning = needs(pattern, flags)
    sets = ",".join(" ".join(sorted(pieces)) for pieces in (beginning, *(o for o in others if o != beginning)))
    return f"{key(pattern, flags)}:{sets.replace(EDGE, _EDGE)}"


@cache
def _lines() -> dict[str, str]:
    text = (files("accord.languages") / FILE).read_text(encoding="utf-8")
    return {key: sets for key, _, sets in (line.partition(":") for line in text.splitlines())}
