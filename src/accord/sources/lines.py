"""Lines to paragraphs: hard-wrapped lines are joined again, words broken at a line's end are mended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from accord.sources.clean import clean

__all__ = ["BULLET", "ENUMERATOR", "apart", "broken", "join", "paragraphs"]

BULLET = re.compile(r"(?:[•●◦▪▫■□‣⁃∙]|[-–—*·](?=\s))\s*(?=\S)")
ENUMERATOR = re.compile(r"(?:\(?(?:\d{1,3}|[a-zа-я]|[ivx]{1,5})\)|(?:\d{1,2}|[a-z]|[ivx]{1,5})\.)\s+(?=\S)")
_HYPHENS = frozenset("-\u2010\u00ad\u0002\ufffe")
_WORD = 80
"""Characters; longer than any word."""
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


def join(lines: Sequence[str], known: frozenset[str] = frozenset()) -> str:
    """The lines of a paragraph as one; `known` holds the lower-case words that the document has elsewhere."""
    parts: list[str] = []
    for line, following in pairwise(lines):
        parts += _seam(line, following, known)
    return "".join((*parts, lines[-1]))


def _seam(line: str, following: str, known: frozenset[str]) -> tuple[str, str]:
    """A line without the hyphen that only breaks a word, and what parts it from the next."""
    head = re.search(r"\w+$", line[-_WORD:-1]) if line[-1:] in _HYPHENS else None
    tail = re.match(r"\w+", following[:_WORD])
    if not (head and tail and line):
        return line, " "
    whole = f"{head[0]}-{tail[0]}".lower()
    named = following[0].isupper() or following[0].isdigit() or line[-2].isdigit()
    if named or (whole in known and whole.replace("-", "") not in known):
        return line[:-1], "-"
    return line[:-1], ""


def paragraphs(lines: Sequence[str]) -> list[str]:
    """The paragraphs in lines that may be hard-wrapped; "" stands for a gap between them."""
    lines = [" ".join(line.split()) if line.strip("-–—_=*~ \t") else "" for line in lines]
    width = _width(lines)
    if not width:
        return lines
    groups: list[list[str]] = []
    for line in lines:
        if groups and line and groups[-1][-1] and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    known = frozenset(re.findall(r"\w+(?:-\w+)*", "\n".join(lines).lower()))
    return [join(group, known) for group in groups]


def _continues(line: str, following: str, width: int) -> bool:
    """Whether the next line belongs to the paragraph: it runs on, or its first word had no room any more."""
    if BULLET.match(following) or (ENUMERATOR.match(following) and line[-1:] in ".;:,!?"):
        return False
    if line[-1] in _HYPHENS and line[-2:-1].isalpha() and following[0].isalpha():
        return True
    if len(line) >= 0.5 * width and _mid_sentence(line, following):
        return True
    return len(line) + 1 + len(following.split(" ", 1)[0]) > 0.97 * width


_OPEN_END = re.compile(
    r"(?:[,&(/–—-]|\b(?:the|an?|of|in|on|at|to|by|and|or|for|with|from|Mr\.?|Mrs\.?|Ms\.?|Dr\.?))$", re.IGNORECASE
)


def _closed(line: str, following: str) -> bool:
    """Whether a line that is not wrapped to any width stands for itself: the next begins anew."""
    return not following[:1].islower() and _OPEN_END.search(line) is None


def broken(text: str) -> list[str]:
    """The lines of a block with breaks in it: two part paragraphs, one parts lines as `apart` says."""
    if "\n" not in text:
        return [clean(text)] if text.strip() else []
    return [" ".join(group) for group in apart([clean(line) for line in text.split("\n")])]


def apart(found: Sequence[str]) -> list[list[str]]:
    """Lines by the paragraphs that they make: what is complete, listed, or, in text that is not wrapped to a width, followed
    by one that begins anew, stands for itself; "" is a gap."""
    wrapped = _width(found) > 0
    lines: list[list[str]] = []
    gap = True
    for line in found:
        if not line:
            gap = True
            continue
        last = "" if gap else lines[-1][-1]
        listed = BULLET.match(line) or ENUMERATOR.match(line)
        if gap or last[-1] in '.:;!?"”»' or listed or (not wrapped and _closed(last, line)):
            lines.append([line])
            gap = False
        else:
            lines[-1].append(line)
    return lines
