"""Works known by a name that no head noun closes: those of data/works.toml, and those that stand beside their noun
("Langeled, a gas pipeline", "a second pipeline, Medgaz,")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from accord.languages import patterns as re
from accord.languages.en.names.naming import capitals, mention_of
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["apposed_work", "known_works", "plural_works"]

_LISTED = re.compile(
    r"(?::|,|\band|;) (?:the )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* ?[–-] ?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_NUMERALS = frozenset(("2", "3", "4", "II", "III", "IV"))
_Known = tuple[tuple[str, ...], str, tuple[str, ...]]


@cache
def _known() -> dict[str, tuple[_Known, ...]]:
    """The works of the table by the first token of their names, the longest first."""
    found: dict[str, list[_Known]] = {}
    for name, told in table("works")["works"].items():
        form, _, states = told.partition(":")
        words = tuple(name.replace("-", " - ").split())
        found.setdefault(words[0], []).append((words, form, tuple(states.split())))
    return {first: tuple(sorted(options, key=lambda o: -len(o[0]))) for first, options in found.items()}


@cache
def _openers() -> frozenset[str]:
    """The words, in lower case, that the name of a work of the table begins with."""
    return frozenset(first.lower() for first in _known())


def known_works(line: Line) -> Iterator[Mention]:
    """The works of the table that a sentence names."""
    if _openers().isdisjoint(line.said):
        return
    table_ = _known()
    for i, token in enumerate(line.tokens):
        for words, form, states in table_.get(token.text, ()):
            end = i + len(words)
            if all(i + n < len(line.tokens) and line.tokens[i + n].text == w for n, w in enumerate(words)):
                if (
                    end < len(line.tokens)
                    and line.tokens[end].text in _NUMERALS
                    and not line.covered(end, "date", "amount")
                ):
                    end += 1
                mention = mention_of("project", line, i, end, form=form, attributes={"named": True, "loose": False})
                yield mention.but(states=states) if states else mention
                break


def apposed_work(line: Line, start: int, end: int, form: str) -> Mention | None:
    """The name that a work's noun at [start, end) explains, or that explains it."""
    if not form or line.low(end - 1) in ("section", "stretch", "road", "line"):
        return None
    if line.low(start - 1) in ("a", "an", "the") and line.low(start - 2) == ",":
        first = start - 2
        while first > 0 and (
            (line.tokens[first - 1].word and line.tokens[first - 1].capital) or line.low(first - 1) == "-"
        ):
            first -= 1
        if line.low(first - 1) == "of" and line.tokens[first - 2].capital:
            return None
        if first < start - 2 and capitals(line, first) >= start - 2 and not _somebody(line, first, start - 2):
            return mention_of("project", line, first, start - 2, form=form, attributes={"named": True, "loose": False})
    if line.low(end) == "," and line.low(start - 1) in ("a", "an", "second", "third", "first", "the"):
        last = capitals(line, end + 1)
        if last > end + 1 and line.low(last) in ("(", ",") and not _somebody(line, end + 1, last):
            mention = mention_of("project", line, end + 1, last, form=form, attributes={"named": True, "loose": False})
            return mention.but(name=f"{mention.name} {line.words(end - 1, end)}")
    return None


def _somebody(line: Line, first: int, last: int) -> bool:
    return any(
        line.covered(i, "state", "person", "office", "organisation", "date", "place") for i in range(first, last)
    )


def plural_works(line: Line, end: int, form: str) -> Iterator[Mention]:
    """ "the A and B pipelines": each by its own name; `end` is the token behind the plural noun."""
    noun = line.low(end - 1).removesuffix("s")
    if line.low(end) == ":":
        for match in _LISTED.finditer(line.text, line.tokens[end].start, line.span.end):
            i = next(k for k, t in enumerate(line.tokens) if t.start >= match.start("name"))
            j = next((k for k, t in enumerate(line.tokens) if t.start >= match.end("name")), len(line.tokens))
            mention = mention_of("project", line, i, j, form=form, attributes={"named": True, "loose": True})
            yield mention.but(name=f"{mention.name} {noun}")
        return
    stop = end - 1
    while stop > 0:
        start = stop
        while start > 0 and (
            (line.tokens[start - 1].word and line.tokens[start - 1].capital)
            or (line.low(start - 1) in ("-", "–") and start < stop)
        ):
            start -= 1
        if start == stop or _named_otherwise(line, start, stop):
            return
        mention = mention_of("project", line, start, stop, form=form, attributes={"named": True, "loose": False})
        yield mention.but(name=f"{mention.name} {noun}")
        if line.low(start - 1) not in ("and", ","):
            return
        stop = start - 1


def _named_otherwise(line: Line, start: int, stop: int) -> bool:
    """Whether what stands before a plural noun is no name of a work: a demonym, a sentence's first word."""
    if start == 0 or any(line.covered(i, "person", "office", "date") for i in range(start, stop)):
        return True
    return all((known := line.covered(i, "state")) is not None and known.form != "capital" for i in range(start, stop))
