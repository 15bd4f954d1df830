"""What holds of any input: offsets, order, repeatability."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import SourceError
from accord.sources.clean import Piece, assemble, clean
from accord.sources.lines import paragraphs
from sources.reading import document, sound

SIGNS = st.sampled_from(
    [*'aB1 .,:;-•*“”"#|>()\n\t\r\u00a0\u00ad\u200b\u0301é<p>/', "<li>", "<td>", "\n\n", "- ", "1. ", "<br>"]
)
TEXT = st.lists(SIGNS, max_size=120).map("".join) | st.text(max_size=60)
KINDS = st.sampled_from(["paragraph", "item", "row", "heading"])
PIECES = st.lists(st.builds(Piece, KINDS, TEXT, st.none() | st.integers(0, 5)), max_size=6)


@given(TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(PIECES)
def test_blocks_are_exact(pieces: list[Piece]) -> None:
    text, found = assemble(pieces)
    place = 0
    for block in found:
        assert block.start == place and text[block.start : block.end].strip(" \n")
        place = block.end + 1
    assert text == "\n".join(text[block.start : block.end] for block in found)
    assert all(block.lead is None or 0 <= block.lead < len(found) for block in found)


@given(st.lists(TEXT.map(lambda text: text.replace("\n", "")), max_size=8))
def test_joining_lines_loses_no_letter(lines: list[str]) -> None:
    def letters(parts: list[str]) -> str:
        return "".join(char for part in parts for char in part if char.isalnum())

    assert letters(paragraphs(lines)) == letters(lines)


@settings(max_examples=150, deadline=None)
@given(TEXT, st.sampled_from(["a.txt", "a.md", "a.html", "a.eml"]))
def test_any_text_is_read_or_named(text: str, name: str) -> None:
    try:
        found = document(name, text.encode("utf-8", "replace"))
    except SourceError as error:
        assert name in str(error) and error.mend
        return
    sound(found)
    assert document(name, text.encode("utf-8", "replace")) == found


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=80), st.sampled_from(["", "%PDF-1.4 ", "PK\x03\x04", "<html>"]),
       st.sampled_from(["a.txt", "a.pdf", "a.docx", "a.html", "a.eml", "a"]))  # fmt: skip
def test_any_bytes_are_read_or_named(data: bytes, magic: str, name: str) -> None:
    try:
        sound(document(name, magic.encode() + data))
    except SourceError as error:
        assert name in str(error) and error.mend
