"""Quotations in single or angular marks ('We shall', he said) as the readers know them: in double ones, the text as long as
before."""

from __future__ import annotations

from itertools import pairwise

from accord.languages import patterns as re

__all__ = ["with_double_marks"]

_OPENS = re.compile(r"(?<![^\s(\[“\"—–-])(?:‘(?=[^\s’])|'(?=[A-Za-zÀ-Þ“\"…]))")
_CLOSES = re.compile(r"(?<=[^\s‘'])(?:’|')(?!\w)")
_FIRM = ".,!?…;:"  # a mark that stands beside one of these closes
_LONGEST, _SHORT = 700, 60  # characters of a quotation, and of one that nothing but a space ends
_ANGULAR = str.maketrans("«»", "“”")
_SWAPPED = str.maketrans('“”"', "‘’'")


def with_double_marks(text: str) -> str:
    """The text with “We shall”, he said, where it has 'We shall', he said, or «We shall»; marks within such a quotation
    change likewise."""
    text = text.translate(_ANGULAR)
    if "‘" not in text and "'" not in text:
        return text
    lines = text.split("\n")
    return "\n".join(_line(line) if "‘" in line or "'" in line else line for line in lines)


def _line(line: str) -> str:
    found: list[tuple[int, int]] = []
    at = curly = straight = 0
    for match in _OPENS.finditer(line):
        start = match.start()
        curly += line.count("“", at, start) - line.count("”", at, start)
        straight += line.count('"', at, start)
        at = start
        within = curly > 0 or straight % 2 == 1 or (found and start < found[-1][1])
        end = None if within else _end(line, start)
        if end is not None:
            found.append((start, end))
    if not found:
        return line
    edges = [0, *(edge for start, end in found for edge in (start, end + 1)), len(line)]
    parts = [line[a:b] for a, b in pairwise(edges)]
    return "".join(f"“{part[1:-1].translate(_SWAPPED)}”" if n % 2 else part for n, part in enumerate(parts))


def _end(line: str, start: int) -> int | None:
    """Where a quotation that is opened there ends; "workers' rights" ends none, if a later mark does."""
    closing = "’" if line[start] == "‘" else "'"
    limit = min(len(line), start + _LONGEST)
    following = line.find("‘", start + 1, limit) if closing == "’" else -1
    limit = following if following > 0 else limit
    ends = [m.start() for m in _CLOSES.finditer(line, start + 2, limit) if line[m.start()] == closing]
    firm = [at for at in ends if line[at - 1] in _FIRM or (line[at + 1 : at + 2] or ".") in _FIRM + ")—–"]
    loose = [at for at in ends if line[at - 1] != "s" and at - start <= _SHORT]
    return min([*firm[:1], *loose[:1]], default=None)
