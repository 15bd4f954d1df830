"""From home down to the words that something rests on, with a mouse, with the keyboard alone, and without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from watching import Opening

_DYAD = "Kenya – Uganda"
_IN_VIEW = """e => {
  const box = e.getBoundingClientRect();
  const line = e.getClientRects()[0];
  return box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth
    && e.contains(document.elementFromPoint(line.left + 4, line.top + 4));
}"""


def _in_view(passage: Locator) -> None:
    """That a passage stands in the window, whole and not covered, and is marked."""
    expect(passage).to_have_class(re.compile(r"\bhere\b"))
    passage.page.wait_for_function(_IN_VIEW, arg=passage.element_handle())
    assert passage.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


def _to_the_passage(page: Page, home: str) -> None:
    """Home, a dyad, its commitments, a commitment, its passage."""
    page.goto(home)
    page.get_by_role("link", name=_DYAD).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(_DYAD)
    page.locator(".tabs").get_by_role("link", name="Commitments").click()
    promise = page.locator(".lines .what > a").first
    said = promise.inner_text()
    promise.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(said.split(" (")[0].split(" was ")[0])
    quoted = page.locator("article blockquote mark").first
    words = quoted.inner_text()
    quoted.click()
    passage = page.locator("#passage")
    assert words.startswith(passage.inner_text())
    _in_view(passage)


@pytest.mark.parametrize("scripted", [True, False], ids=["with a script", "without"])
def test_from_home_to_a_dyad_a_commitment_and_its_passage(reading: str, new_page: Opening, scripted: bool) -> None:
    _to_the_passage(new_page(java_script_enabled=scripted, viewport={"width": 1280, "height": 800}), reading)


def test_from_home_to_the_passage_on_a_phone(reading: str, new_page: Opening) -> None:
    _to_the_passage(new_page(viewport={"width": 360, "height": 740}, has_touch=True), reading)


def test_a_contradiction_has_the_quotes_of_both_sides(reading: str, page: Page) -> None:
    page.goto(reading)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Contradictions").click()
    first = page.locator("article.difference").first
    sides = first.locator(".columns > section")
    expect(sides.nth(1)).to_be_visible()
    values = [side.locator("strong").inner_text() for side in sides.all()]
    quotes = [side.locator("blockquote mark").first.inner_text() for side in sides.all()]
    assert len(set(values)) == len(values) and len(set(quotes)) == len(quotes) and all(quotes)
    sides.nth(1).locator("figcaption a").first.click()
    assert quotes[1].startswith(page.locator("#passage").inner_text())
    _in_view(page.locator("#passage"))


def test_the_keyboard_alone_leads_from_home_to_a_passage(reading: str, page: Page) -> None:
    page.goto(reading)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    _walk(page, page.get_by_role("link", name=_DYAD).first)
    _walk(page, page.locator(".tabs").get_by_role("link", name="Commitments"))
    _walk(page, page.locator(".lines .what > a").first)
    _walk(page, page.locator("article blockquote a.mark").first)
    _in_view(page.locator("#passage"))


def _walk(page: Page, link: Locator) -> None:
    """Press Tab until a link has the focus, see that the focus shows, and press Enter."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if link.evaluate("e => e === document.activeElement"):
            break
    expect(link).to_be_focused()
    assert link.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)


def test_without_a_script_filters_search_and_pages_work(reading: str, new_page: Opening) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{reading}/dyads/KEN/UGA")
    page.get_by_label("Kind").select_option("agreement")
    page.get_by_role("button", name="Show").click()
    assert "kind=agreement" in page.url
    every = page.locator(".lines > li").count()
    expect(page.get_by_role("status")).to_contain_text(f"{every} record")
    find = page.get_by_role("searchbox", name="Search the record")
    find.fill("pipeline")
    find.press("Enter")
    expect(page.locator("mark").first).to_have_text(re.compile("pipeline", re.IGNORECASE))
    expect(page.get_by_label("Appearance")).to_be_hidden()


def test_hostile_words_in_the_address_are_words(reading: str, page: Page) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    page.on("dialog", lambda _: pytest.fail("it ran"))
    page.goto(f"{reading}/search")
    box = page.locator("main").get_by_role("searchbox")
    box.fill(hostile)
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(hostile)
    assert page.locator("main img, main script").count() == 0
