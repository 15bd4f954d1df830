"""Identity on pairs judged by hand: floors, and pairs that stand for what is there."""

from __future__ import annotations

import pytest

import corpora
import pairs
from accord.evaluate import load

CORPORA = {c.name: c for c in corpora.CORPORA}
FLOORS = {("samples", "gold"): 0.98, ("samples", "read"): 0.96, ("seeds", "gold"): 0.97, ("seeds", "read"): 0.97}


@pytest.mark.parametrize(("name", "view"), FLOORS)
def test_identity_is_over_its_floor(name: str, view: str) -> None:
    if not CORPORA[name].present:
        pytest.skip("../shared is not here")
    tally, wrong = pairs.measure(CORPORA[name], view)
    told = [line for one in wrong for line in pairs.told(one)]
    assert tally.f1 >= FLOORS[name, view], told
    assert tally.false == 0, told


@pytest.mark.parametrize("name", ["samples", "seeds"])
def test_each_pair_has_two_ends_a_verdict_and_a_reason(name: str) -> None:
    lines = load(pairs.FOLDER / f"{name}.jsonl")
    assert len(lines) >= 100
    assert {line["verdict"] for line in lines} == {"same", "different"}
    ends = [frozenset((line[s]["line"], line[s].get("who", "")) for s in ("left", "right")) for line in lines]
    assert len(set(ends)) == len(ends)
    assert all(len(end) == 2 and line["why"] for end, line in zip(ends, lines, strict=True))


def test_the_border_treaty_under_both_titles_must_hold() -> None:
    if not CORPORA["seeds"].present:
        pytest.skip("../shared is not here")
    for view in pairs.VIEWS:
        _, wrong = pairs.measure(CORPORA["seeds"], view)
        assert not [w for w in wrong if w.pair["left"]["kind"] == "agreement"]


def test_a_tally_counts_what_is_wrong() -> None:
    tally = pairs.Tally()
    assert [tally.add({"verdict": verdict}, one) for verdict in ("same", "different") for one in (True, False)] == [
        True, False, False, True,
    ]  # fmt: skip
    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.5, 0.5)


def test_a_pair_that_stands_for_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    stray = {"line": "0" * 12, "doc": "a.txt", "about": "nothing"}
    monkeypatch.setattr(
        pairs.evaluate, "load", lambda path: [{"left": stray, "right": stray}] if "pairs" in str(path) else load(path)
    )
    with pytest.raises(ValueError, match=r"no gold line 0{12} \(a.txt"):
        pairs.measure(CORPORA["samples"], "gold")
