"""Lines to paragraphs: hard-wrapped lines are joined again, words broken at a line's end are mended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from accord.sources.clean import clean

__all__ = ["BULLET", "ENUMERATOR", "broken", "join", "paragraphs"]

BULLET = re.compile(r"(?:[•●◦▪▫■□‣⁃∙·*]|[-–—](?=\s))\s*(?=\S)")
ENUMERATOR = re.compile(r"(?:\(?(?:\d{1,3}|[a-zа-я]|[ivx]{1,5})\)|(?:\d{1,2}|[a-z])\.)\s+(?=\S)")
_BROKEN = re.compile(r"(\w+)[-\u2010\u00ad\u0002\ufffe]$")
_WIDEST = 130
_NARROWEST = 30


def _mid_sentence(line: str, following: str) -> bool:
    """Whether a sentence plainly runs on from one line to the next."""
    first = following[:1]
    if BULLET.match(following) or ENUMERATOR.match(following):
        return False
    return line[-1:] not in '.!?:;"”»' and first.isalpha() and not first.isupper()


def _width(lines: Sequence[str]) -> int:
    """The width in characters that the lines are wrapped to, or 0 where each line is a paragraph."""
    pairs = [(one, two) for one, two in pairwise(lines) if one and two and len(one) >= _NARROWEST]
    lengths = sorted(len(one) for one, _ in pairs)
    if not lengths:
        return 0
    width = lengths[int(0.95 * (len(lengths) - 1))]
    running = sum(_mid_sentence(one, two) for one, two in pairs if len(one) >= 0.6 * width)
    return width if width <= _WIDEST and running >= 0.4 * len(pairs) else 0


def join(line: str, following: str, known: frozenset[str] = frozenset()) -> str:
    """Two lines of a paragraph as one; `known` holds the lower-case words that the document has elsewhere."""
    broken = _BROKEN.search(line)
    if not broken or not following[:1].isalnum():
        return f"{line} {following}"
    head, tail = broken[1], re.match(r"\w+", following)
    whole = f"{head}-{tail[0]}".lower() if tail else ""
    if following[0].isupper() or following[0].isdigit() or head[-1].isdigit():
        return f"{line[:-1]}-{following}"
    if whole in known and whole.replace("-", "") not in known:
        return f"{line[:-1]}-{following}"
    return line[:-1] + following


def paragraphs(lines: Sequence[str]) -> list[str]:
    """The paragraphs in lines that may be hard-wrapped; "" stands for a gap between them."""
    lines = [" ".join(line.split()) if line.strip("-–—_=*~ \t") else "" for line in lines]
    width = _width(lines)
    known = _words(lines) if width else frozenset()
    found: list[str] = []
    last = ""
    for line in lines:
        if width and last and line and _continues(last, line, width):
            found[-1] = join(found[-1], line, known)
        else:
            found.append(line)
        last = line
    return found


def _continues(line: str, following: str, width: int) -> bool:
    """Whether the next line belongs to the paragraph: it runs on, or its first word had no room any more."""
    if BULLET.match(following) or (ENUMERATOR.match(following) and line[-1:] in ".;:,!?"):
        return False
    if len(line) >= 0.5 * width and _mid_sentence(line, following):
        return True
    return len(line) + 1 + len(following.split(" ", 1)[0]) > 0.97 * width


def _words(lines: Sequence[str]) -> frozenset[str]:
    return frozenset(re.findall(r"\w+(?:-\w+)*", "\n".join(lines).lower()))


def broken(text: str) -> list[str]:
    """The lines of a block with breaks in it: two part paragraphs, one parts lines that are complete or listed."""
    if "\n" not in text:
        return [clean(text)] if text.strip() else []
    lines: list[str] = []
    apart = True
    for line in (clean(line) for line in text.split("\n")):
        if not line:
            apart = True
        elif apart or lines[-1][-1] in '.:;!?"”»' or BULLET.match(line) or ENUMERATOR.match(line):
            lines.append(line)
            apart = False
        else:
            lines[-1] = f"{lines[-1]} {line}"
    return lines
