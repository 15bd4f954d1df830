"""`accord brief` from documents to the page: the last brief, topics, three states; the picture of a target."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.cli import main

Say = Callable[..., str]
FIRST = (
    "Kenya and Uganda signed the Treaty on Lake Waters in Kisumu on 4 May 2024. Trade between Kenya and Uganda amounted "
    "to $12.2 million in 2024, up 4.3 percent. Kenya and Uganda agreed to raise trade turnover to $500 million by 2030."
)
SECOND = "Kenya and Uganda reopened the Malaba crossing on 3 February 2025."


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a command at a moment and gives what it printed; all other than success fails."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ACCORD_STORE", raising=False)

    def said(*words: str, at: str = "2025-05-01T10:00:00+00:00", code: int = 0) -> str:
        monkeypatch.setattr("accord.store.store._now", lambda: at)
        capsys.readouterr()
        ended = main(words)
        captured = capsys.readouterr()
        assert ended == code, captured.err
        return captured.out if code == 0 else captured.err

    (tmp_path / "first.txt").write_text(FIRST)
    (tmp_path / "second.txt").write_text(SECOND)
    said("read", "first.txt")
    return said


BRIEF = ("brief", "KEN", "UGA", "--as-of", "2025-06-01")


def test_changes_since_the_last_brief_of_a_pair(say: Say) -> None:
    changes = ("changes", "--since", "last-brief", "--format", "jsonl")
    assert "no brief on KEN and UGA has been written" in say(*changes, "--between", "KEN", "UGA", code=2)
    say(*BRIEF, at="2025-05-02T10:00:00+00:00")
    say("read", "second.txt", at="2025-05-03T10:00:00+00:00")
    (new,) = [json.loads(line) for line in say(*changes, "--between", "UGA", "KEN").splitlines()]
    assert (new["kind"], new["sort"]) == ("crossing", "added")
    assert "no brief on KEN and TZA has been written" in say(*changes, "--between", "KEN", "TZA", code=2)
    assert say(*changes) == say(*changes, "--between", "KEN", "UGA")  # without states: the last of any

    page = say(*BRIEF, "--changes-since", "last-brief", at="2025-05-04T10:00:00+00:00")
    first = page.partition("\n## ")[2].partition("\n## ")[2]
    assert first.startswith(
        "What is new since 2 May 2025\n\n- New: The Malaba crossing was reopened on 3 February 2025."
    )
    page = say(*BRIEF, "--changes-since", "last-brief", at="2025-05-05T10:00:00+00:00")
    assert "*Nothing new was read since.*" in page


def test_a_target_is_told_with_what_it_needs_a_year(say: Say) -> None:
    page = say(*BRIEF)
    assert "reaching it by 2030 needs growth of about 86 percent† a year, against 4.3 percent a year seen." in page
    assert "| Target, 2030 | $500 million" in page


@pytest.mark.parametrize("suffix", ["svg", "png", "json"])
def test_the_picture_of_a_target(say: Say, suffix: str) -> None:
    asked = ("commitments", "--between", "KEN", "UGA", "--as-of", "2025-06-01", "-o", f"target.{suffix}")
    assert say(*asked) == f"target.{suffix}\n"
    data = Path(f"target.{suffix}").read_bytes()
    assert data.startswith(b"\x89PNG") if suffix == "png" else b"needs about 86 percent a year" in data


def test_a_picture_needs_two_states_and_a_series(say: Say) -> None:
    assert "add --between A B" in say("commitments", "--as-of", "2025-06-01", "-o", "target.svg", code=2)
    asked = ("commitments", "--between", "KEN", "TZA", "--as-of", "2025-06-01", "-o", "target.svg")
    assert "no promise of a figure has a series here" in say(*asked, code=2)


def test_a_brief_on_a_topic_needs_no_state(say: Say) -> None:
    page = say("brief", "--topic", "water", "--as-of", "2025-06-01")
    assert page.startswith("# Water: brief\n")
    assert "The Treaty on Lake Waters was signed by Kenya and Uganda in Kisumu on 4 May 2024." in page
    assert "no state is named, and no topic" in say("brief", code=2)


def test_three_states(say: Say) -> None:
    page = say("brief", "KEN", "UGA", "Tanzania", "--as-of", "2025-06-01")
    assert page.startswith("# Kenya, Uganda and Tanzania: brief\n")
    assert "\n## Kenya and Uganda\n" in page
    assert "are one state" in say("brief", "KEN", "UGA", "Kenia", code=2)
