"""What is known beforehand of patterns is what is read from them."""

from __future__ import annotations

import re

import pytest

import known_needs as tool
from accord.languages import known_needs, needs, patterns

ENOUGH = 0.95  # of the patterns that are known, and of the lines that are of a pattern: a few may be written meanwhile


def test_the_file_is_right_and_hardly_behind() -> None:
    made, kept = set(tool.lines()), set(tool.FILE.read_text(encoding="utf-8").splitlines())
    keys = {line.partition(":")[0] for line in made}
    wrong = [line for line in kept - made if line.partition(":")[0] in keys]
    assert not wrong, "make docs writes it anew"
    assert len(made & kept) >= ENOUGH * max(len(made), len(kept)), "make docs writes it anew"


def test_a_pattern_that_was_changed_is_read() -> None:
    pattern = r"\b(?:quokka|zanzibar)s?\b"
    assert known_needs.known(pattern, 0) == needs.needs(pattern)
    assert known_needs.key(pattern, 0) != known_needs.key(pattern, re.IGNORECASE)


def test_what_is_known_needs_no_compiling_until_its_words_are_met(monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = r"\b(?:quokka|zanzibar)s?\b"
    monkeypatch.setattr(patterns, "known", lambda *_: needs.needs(pattern))
    made = patterns.compile(pattern)
    assert made.search("A text about others.") is None
    assert not _compiled(made)
    assert made.search("A quokka.") and made.findall("Two quokkas.") == ["quokkas"]
    assert _compiled(made) and made.fullmatch("quokkas")
    with pytest.raises(AttributeError):
        made.scanner  # noqa: B018


def _compiled(pattern: patterns.Pattern) -> bool:
    try:
        object.__getattribute__(pattern, "bare")
    except AttributeError:
        return False
    return True
