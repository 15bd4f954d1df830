"""Copies are one voice, reports of one event are not."""

from __future__ import annotations

import random

from accord.document import Block
from accord.resolve import paragraph_prints, voices

WORDS = [f"word{n}" for n in range(3000)]


def story(seed: int, paragraphs: int = 6, length: int = 35) -> list[str]:
    rng = random.Random(seed)
    return [" ".join(rng.choices(WORDS, k=length)) for _ in range(paragraphs)]


def prints(paragraphs: list[str], kind: str = "paragraph") -> tuple[int, ...]:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(kind, len(text), len(text) + len(paragraph)))
        text += paragraph + "\n"
    return paragraph_prints(text, blocks)


def edited(paragraph: str) -> str:
    words = paragraph.split()
    return " ".join(["Reuters:", *words[:10], "however", *words[10:]])


def test_a_wire_story_in_two_papers_is_one_voice() -> None:
    wire = story(1)
    found = voices({"b": prints(wire), "a": prints([edited(p) for p in wire]), "c": prints(story(2))})
    assert found == {"a": "a", "b": "a", "c": "c"}


def test_a_shortened_copy_is_the_same_voice() -> None:
    wire = story(1, 12)
    assert voices({"a": prints(wire), "b": prints(wire[:3])}) == {"a": "a", "b": "a"}


def test_a_quoted_paragraph_does_not_make_one_voice() -> None:
    one, two = story(1), story(2)
    assert len(set(voices({"a": prints(one), "b": prints([*two, one[0]])}).values())) == 2


def test_a_common_footer_does_not_make_one_voice() -> None:
    footer = story(9, 1)
    found = voices({f"d{n}": prints(story(n) + footer) for n in range(30)})
    assert len(set(found.values())) == 30


def test_sixty_words_are_enough_for_a_lone_paragraph_and_ten_are_not() -> None:
    long_, short = story(1, 1, 70), story(2, 1, 20)
    assert len(set(voices({"a": prints(long_), "b": prints(long_)}).values())) == 1
    assert len(set(voices({"a": prints(short), "b": prints(short)}).values())) == 2


def test_headings_and_furniture_do_not_count() -> None:
    assert prints(story(1), "furniture") == ()
    assert voices({"a": (), "b": ()}) == {"a": "a", "b": "b"}


def test_voices_do_not_depend_on_order() -> None:
    wire = story(1)
    some = {"a": prints(wire), "b": prints(wire[:4] + story(3, 1)), "c": prints(story(4)), "d": prints(wire[1:])}
    assert voices(some) == voices(dict(reversed(some.items())))
    assert len(set(voices(some).values())) == 2
