"""Lines of a page that are none of its text: the menu above a headline, what stands under "Related news"."""

from __future__ import annotations

import pytest

from accord.languages.en.text.blocks import read_blocks
from accord.sources import Raw, read

PROSE = "The two ministers met in the capital on Monday and spoke of trade, of water and of the long border that lies between them."
MORE = "They will meet again in the autumn in the capital of the other state, where a new road and a bridge are to be looked at."


def _kinds(text: str) -> list[str]:
    data = text.encode()
    return [block.kind for block in read_blocks(read(Raw("a.txt", lambda: data, len(data))))]


@pytest.mark.parametrize(
    ("above", "kinds"),
    [
        (["Home", "News", "Politics"], ["furniture"] * 3),
        (["News", "Foreign policy", "Sport", "Culture"], ["furniture"] * 4),
        (["News"], []),  # too few
        (["Home", "12 March 2025", "Politics"], []),  # a day is no menu
    ],
)
def test_a_menu_above_the_headline(above: list[str], kinds: list[str]) -> None:
    found = _kinds("\n".join([*above, "", "Ministers of two states meet at the lake", "", PROSE, "", MORE]))
    assert [k for k in found[: len(above)] if k == "furniture" and kinds] == kinds
    assert kinds or found[1:2] != ["furniture"]


@pytest.mark.parametrize(
    "label", ["Related news", "Related", "Other news:", "You may also like", "Recommended for you"]
)
def test_what_stands_under_a_label_of_other_reports(label: str) -> None:
    found = _kinds(
        f"Ministers of two states meet\n\n{PROSE}\n\n{MORE}\n\n{label}\n\nPeru closes its embassy in Manila\n"
    )
    assert found[-2:] == ["furniture", "furniture"]


@pytest.mark.parametrize(
    "line", ["Read also: Peru closes its embassy", "Most read this week: fish", "See also page four"]
)
def test_a_line_that_leads_elsewhere_in_the_text_drops_itself_alone(line: str) -> None:
    found = _kinds(f"Ministers of two states meet\n\n{PROSE}\n\n{line}\n\n{MORE}\n")
    assert found == ["headline", "paragraph", "furniture", "paragraph"]


def test_what_only_begins_like_a_label_is_text() -> None:
    more = (
        "More on this the ministers would not say, and related to it nothing was asked; others spoke of the new bridge."
    )
    assert _kinds(f"Ministers of two states meet\n\n{PROSE}\n\n{more}\n\n{MORE}\n")[2:] == ["paragraph", "paragraph"]
