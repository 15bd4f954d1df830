"""A value that a person gave is told as theirs, though no quote bears it."""

from __future__ import annotations

from pathlib import Path

import accord

TEXT = "Nairobi, 5 March 2025\n\nKenya and Uganda signed the Agreement on Animal Health in Kampala on 5 March 2025.\n"


def test_a_judged_value_is_shown_with_its_judge(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with accord.open(tmp_path / "s.db", as_of="2025-06-30", create=True) as desk:
        desk.read(tmp_path / "a.txt")
        (paper,) = desk.records(kind="agreement", between=("KEN", "UGA"))
        word = desk.judge("value", paper.id, key="place", value="Entebbe", reason="seen by me", who="ana")
        told = [s for s in desk.brief("KEN", "UGA").statements() if "Animal Health" in s.text]
        assert told and all("Entebbe" in s.text for s in told)
        assert {p.text.strip() for s in told for p in s.parts if p.mark} == {"Entebbe"}
        assert any("place: judged by ana: seen by me" in note for s in told for note in s.notes)
        desk.undo(word.id)
        told = [s for s in desk.brief("KEN", "UGA").statements() if "Animal Health" in s.text]
        assert told and all("Kampala" in s.text and not s.notes for s in told)
