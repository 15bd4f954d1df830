"""What the script of the pages adds: none of it loads a page anew."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from watching import Opening

from desk_pages import addresses


def _same_page(page: Page) -> None:
    page.evaluate("window.same = true")


def _still(page: Page) -> bool:
    return bool(page.evaluate("window.same === true"))


def test_a_filter_applies_as_it_is_changed(reading: str, page: Page) -> None:
    page.goto(f"{reading}/dyads/KEN/UGA")
    _same_page(page)
    every = page.locator(".lines > li").count()
    kind = page.get_by_label("Kind")
    kind.focus()
    kind.select_option("agreement")
    page.wait_for_url("**/dyads/KEN/UGA?kind=agreement")
    expect(kind).to_have_value("agreement")
    expect(kind).to_be_focused()
    some = page.locator(".lines > li").count()
    assert 0 < some < every and _still(page)
    expect(page.locator("footer [role=status]")).to_have_text(page.locator("main [role=status]").inner_text())
    page.go_back()
    expect(page.locator(".lines > li")).to_have_count(every)
    assert page.get_by_label("Kind").input_value() == "" and _still(page)


def test_a_filter_that_cannot_be_is_named(reading: str, page: Page) -> None:
    page.goto(f"{reading}/dyads/KEN/UGA/timeline")
    page.get_by_label("Since").fill("last year")
    page.get_by_label("Since").press("Enter")
    expect(page.locator(".fault")).to_contain_text("last year")


def test_a_claim_shows_its_passage_and_a_passage_its_claim(reading: str, page: Page) -> None:
    page.goto(reading + addresses(reading)["document"])
    _same_page(page)
    last = page.locator(".claims > li").last
    number = last.get_attribute("id")
    last.locator("a.goto").click()
    expect(last).to_have_attribute("aria-current", "true")
    expect(page.locator("#passage")).to_be_in_viewport(ratio=1)
    expect(page.locator("#passage")).to_be_focused()
    assert f"claim={number}" in page.url
    mark = page.locator(f".text mark[data-claims]:not([data-claims*='{number}'])").first
    claims = (mark.get_attribute("data-claims") or "").split()
    mark.click()
    expect(page.locator(f"[id='{claims[0]}']")).to_have_attribute("aria-current", "true")
    expect(page.locator(f"[id='{claims[0]}'] a.goto")).to_be_focused()
    assert _still(page)
    page.go_back()
    expect(last).to_have_attribute("aria-current", "true")


def test_a_slash_goes_to_the_search_but_not_from_a_field(reading: str, page: Page) -> None:
    page.goto(f"{reading}/dyads/KEN/UGA")
    page.keyboard.press("/")
    find = page.get_by_role("searchbox", name="Search the record")
    expect(find).to_be_focused()
    page.keyboard.type("a/b")
    expect(find).to_have_value("a/b")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_appearance_chosen_is_kept(reading: str, new_page: Opening, system: str) -> None:
    page = new_page(color_scheme=system)
    other = {"light": "dark", "dark": "light"}[system]
    page.goto(reading)
    colour = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(colour)
    page.get_by_label("Appearance").select_option(other)
    chosen = page.evaluate(colour)
    assert chosen != before
    page.goto(f"{reading}/changes")
    assert page.evaluate(colour) == chosen
    expect(page.get_by_label("Appearance")).to_have_value(other)


def test_pictures_follow_the_appearance_chosen(reading: str, new_page: Opening) -> None:
    page = new_page(color_scheme="light")
    page.goto(f"{reading}/network")
    picture = page.locator("figure.picture img").first
    picture.evaluate("image => image.decode()")
    assert "theme=light" in picture.evaluate("image => image.currentSrc")
    page.get_by_label("Appearance").select_option("dark")
    page.wait_for_function("image => image.currentSrc.includes('theme=dark')", arg=picture.element_handle())
    page.get_by_label("Topic").select_option("transport")
    page.wait_for_url("**topic=transport")
    redrawn = page.locator("figure.picture img").first
    page.wait_for_function("image => image.currentSrc.includes('theme=dark')", arg=redrawn.element_handle())


def test_a_page_that_is_pointed_at_is_fetched_before_it_is_pressed(reading: str, page: Page) -> None:
    page.goto(reading)
    link = page.get_by_role("link", name="Kenya – Uganda").first
    link.hover()
    page.wait_for_timeout(1000)  # milliseconds; Chromium waits for 200 of them
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kenya – Uganda")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].deliveryType") == "navigational-prefetch"
