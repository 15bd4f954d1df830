"""A line for every kind and status; nothing that is not done reads as done."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from accord.brief.ground import pure
from accord.kinds import kinds
from accord.record import STATUSES

from .conftest import sample_shelf
from .samples import SAMPLES, STATUS_WORDS


def say(brief_of: Any, kind: str, **more: Any) -> str:
    brief = brief_of(sample_shelf(kind, **more))
    found = [s for section in brief.sections if section.key != "commitments" for s in section.statements]
    if kind == "commitment":
        found = [replace(s, parts=s.parts[2:]) for s in brief.sections[0].statements]  # without its outcome
    assert len(found) == 1, (kind, more, brief.left_out)
    return found[0].text


def test_every_kind_has_a_sample() -> None:
    assert set(SAMPLES) == set(kinds())


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_line_of_a_reported_thing(brief_of: Any, kind: str) -> None:
    assert say(brief_of, kind) == SAMPLES[kind][2]


@pytest.mark.parametrize("status", STATUSES[1:])
@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_line_of_another_status_is_not_read_as_done(brief_of: Any, kind: str, status: str) -> None:
    text = say(brief_of, kind, status=status)
    assert any(word in text.casefold() for word in STATUS_WORDS[status]), text
    assert not text.startswith(SAMPLES[kind][2][:-1])
    assert text[0].isupper() or not text[0].isalpha()
    assert text.rstrip("”").endswith(".")
    assert "  " not in text
    assert "{" not in text and "[" not in text


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_required_keys_are_enough(brief_of: Any, kind: str, status: str) -> None:
    """A claim with nothing but what its kind requires still has a line."""
    optional = {f.name: None for f in kinds()[kind].fields if not f.required}
    keep = {"title": "Treaty on Lake Waters"} if kind == "agreement" else {}
    text = say(brief_of, kind, status=status, **{**optional, **keep})
    assert text.rstrip("”").endswith(".")


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_figures_come_from_values_only(brief_of: Any, kind: str, status: str) -> None:
    """Every number in a sentence is a part with a key; the catalogue's own words have none."""
    brief = brief_of(sample_shelf(kind, status=status))
    for statement in brief.statements():
        assert all(pure(part.text) for part in statement.parts if not part.key and not part.mark)
        assert statement.footnotes


@pytest.mark.parametrize("field", ["action", "type", "measure", "stance", "mode", "form", "trend", "topic"])
def test_every_word_of_a_vocabulary_has_words(brief_of: Any, field: str) -> None:
    for name, kind in kinds().items():
        for item in kind.fields:
            if item.name == field:
                for word in item.words:
                    more = {"title": "Treaty on Lake Waters"} if name == "agreement" else {}
                    text = say(brief_of, name, **{field: word}, **more)
                    assert text.rstrip("”").endswith("."), text


def test_a_planned_day_that_has_passed_is_said_to_have_passed(brief_of: Any) -> None:
    text = say(brief_of, "visit", status="planned")
    assert text == (
        "An official visit by Asha Wanyonyi (Foreign Minister of Kenya) to Uganda was planned for 12–13 March 2025. "
        "That date has passed, and nothing that was read says whether it took place."
    )


def test_who_says_so_is_said(brief_of: Any) -> None:
    text = "Kenya and Uganda reopened the Malaba crossing on 3 February 2025, the Ugandan Ministry of Works said."
    book = sample_shelf("crossing", text, said_by="Ugandan Ministry of Works")
    statement = next(s for section in brief_of(book).sections for s in section.statements)
    assert statement.text.endswith("on 3 February 2025, according to Ugandan Ministry of Works.")


def test_a_denial_is_given_to_who_denies(brief_of: Any) -> None:
    text = "The Ugandan Ministry of Works denied that Kenya and Uganda reopened the Malaba crossing on 3 February 2025."
    book = sample_shelf("crossing", text, said_by="Ministry of Works", status="denied")
    statement = next(s for section in brief_of(book).sections for s in section.statements)
    assert statement.text.startswith("The Ministry of Works denied the reopening of the Malaba crossing")


def test_an_inferred_value_is_marked_and_explained(brief_of: Any) -> None:
    text = "Kenya and Uganda reopened the Malaba crossing."
    book = sample_shelf("crossing", text, date="2025-02-03", basis={"date": "inferred: the dateline's week"})
    statement = next(s for section in brief_of(book).sections for s in section.statements)
    assert "on 3 February 2025†" in statement.text
    assert statement.notes == ("date: inferred: the dateline's week",)


def test_a_kind_that_the_catalogue_does_not_know_has_patterns() -> None:
    from accord.languages.catalogue import load

    assert all(load().patterns("eclipse", status, {}) for status in STATUSES)
