"""What holds of every page: no fault that axe finds, no scrolling sideways, nothing too small to press, headings in
order. (That none speaks on the console or asks another host: conftest.py.)"""

from __future__ import annotations

import json

from playwright.sync_api import Page
from watching import Opening

SIZES = {"phone": (360, 740), "tablet": (800, 1100), "laptop": (1280, 800), "4k": (3840, 2160)}
_LEAST = 24  # pixels, WCAG 2.2 target size
_OUTSIDE = """[...document.querySelectorAll('body *')].filter(e => {
  const box = e.getBoundingClientRect();
  return box.width && box.right > innerWidth + 1 && !e.closest('.wide, .tabs, .top ul, .text, svg, .hidden');
}).map(e => e.outerHTML.slice(0, 120))"""
_SMALL = """least => [...document.querySelectorAll(
  'button, select, textarea, input:not([type=hidden], [type=checkbox], [type=radio]), .button, summary, nav a, .tabs a')]
  .filter(e => e.checkVisibility() && !e.closest('.hidden')).filter(e => {
    const box = e.getBoundingClientRect();
    return box.width && Math.min(box.width, box.height) < least;
  }).map(e => e.outerHTML.slice(0, 120))"""


def test_axe_finds_nothing_on_any_page_light_or_dark(every: dict[str, str], new_page: Opening) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, found = new_page(viewport={"width": 1280, "height": 800}, color_scheme="light"), {}
    for name, address in every.items():
        page.goto(address)
        light = Axe().run(page).response["violations"]
        page.emulate_media(color_scheme="dark")
        only = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
        dark = page.evaluate("options => axe.run(options)", only)["violations"]
        page.emulate_media(color_scheme="light")
        grave = [v for v in light + dark if v["impact"] != "minor"]
        found |= {f"{name}: {v['id']}": [node["html"][:200] for node in v["nodes"][:3]] for v in grave}
    assert found == {}, json.dumps(found, indent=1)


def test_every_page_fits_from_a_phone_to_4k(every: dict[str, str], page: Page) -> None:
    wide, small = {}, {}
    for name, address in every.items():
        page.goto(address)
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            if found := page.evaluate(_OUTSIDE) or page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide[f"{name} {size}"] = found
            if found := page.evaluate(_SMALL, _LEAST):
                small[f"{name} {size}"] = found
    assert wide == {}
    assert small == {}, f"under {_LEAST} pixels"


def test_every_page_has_a_title_landmarks_and_headings_in_order(every: dict[str, str], page: Page) -> None:
    wrong = {}
    for name, address in every.items():
        page.goto(address, wait_until="domcontentloaded")
        levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(e => Number(e.tagName[1]))")
        marks = [page.locator(mark).count() for mark in ("main", "header.top", "footer.foot")]
        title = page.title()
        jumps = any(after - before > 1 for before, after in zip([0, *levels], levels, strict=False))
        if levels.count(1) != 1 or jumps or marks != [1, 1, 1] or len(title) < len("x · Accord"):
            wrong[name] = (title, levels, marks)
    assert wrong == {}
