"""What people do to the record: read documents into it, correct a value, take a word back, and judge as two coders."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from watching import Opening

_CLAIM = "Memorandum of Understanding on Cooperation in Animal Health"
_TEXTS = {
    "nairobi.txt": "NAIROBI, 2 June 2025 - Kenya and Uganda signed an agreement on fisheries in Nairobi on 1 June 2025.\n",
    "kampala.txt": "KAMPALA, 5 June 2025 - The foreign ministers of Kenya and Uganda met in Kampala on 4 June 2025.\n",
    "broken.pdf": "%PDF-1.7\nthis is no PDF",
}
_DROP = """files => {
  const held = new DataTransfer();
  for (const [name, text] of Object.entries(files)) held.items.add(new File([text], name));
  for (const kind of ['dragover', 'drop'])
    document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true }));
}"""


def test_of_three_files_dropped_two_are_read_and_the_broken_one_is_named(desk: str, page: Page) -> None:
    page.goto(f"{desk}/documents")
    page.evaluate(_DROP, _TEXTS)
    _two_read_one_named(page)
    page.get_by_role("link", name="nairobi.txt").click()
    expect(page.locator(".text mark").first).to_be_visible()


def test_files_are_read_without_a_script(desk: str, new_page: Opening, tmp_path: Path) -> None:
    for name, text in _TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = new_page(java_script_enabled=False)
    page.goto(f"{desk}/documents")
    page.get_by_text("Read documents").click()
    page.get_by_label("Files", exact=True).set_input_files([tmp_path / name for name in _TEXTS])
    page.get_by_role("button", name="Read", exact=True).click()
    _two_read_one_named(page)


def _two_read_one_named(page: Page) -> None:
    expect(page.locator("main")).to_contain_text("2 read, 1 skipped.", timeout=60_000)
    skipped = page.locator(".lines > li").filter(has_text="skipped")
    expect(skipped).to_have_count(1)
    expect(skipped).to_contain_text(re.compile(r"broken\.pdf.*PDF", re.DOTALL))


def test_a_value_corrected_is_in_the_brief_until_it_is_undone(desk: str, page: Page) -> None:
    corrected = "Memorandum of Understanding on Cooperation"  # the words of its quote, fewer of them
    page.goto(f"{desk}/dyads/KEN/UGA?q=Animal+Health")
    page.get_by_role("link", name=_CLAIM).first.click()
    _correct(page, "title", corrected)
    expect(page.locator("main h1")).to_contain_text(f"{corrected} was signed")
    expect(page.locator("main")).to_contain_text("read aloud in the session")
    record = page.url
    expect(_brief(page, desk)).to_contain_text(f"{corrected} was signed")
    page.goto(record)
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("main h1")).to_contain_text(f"{_CLAIM} was signed")
    told = _brief(page, desk)
    expect(told).to_contain_text(f"{_CLAIM} was signed")
    expect(told).not_to_contain_text(f"{corrected} was signed")


def test_a_value_that_its_quotes_do_not_bear_is_told_as_a_persons_judgement(desk: str, page: Page) -> None:
    page.goto(f"{desk}/dyads/KEN/UGA?q=Animal+Health")
    page.get_by_role("link", name=_CLAIM).first.click()
    _correct(page, "place", "Entebbe")
    expect(page.locator("main h1")).to_contain_text("Entebbe")
    told = _brief(page, desk)
    expect(told).to_contain_text("Entebbe†")
    expect(told).to_contain_text(re.compile(r"place: judged by .+: read aloud in the session"))


def _correct(page: Page, key: str, value: str) -> None:
    """Correct a value of the first claim of the record that is shown."""
    article = page.locator("article.panel").first
    article.get_by_text("Judge this claim").click()
    article.get_by_text(f"Correct {key}").click()
    form = article.locator(".correct[open]")
    form.get_by_label(key, exact=True).fill(value)
    form.get_by_label("Why, in one line").fill("read aloud in the session")
    form.get_by_role("button", name="Keep").click()


def _brief(page: Page, desk: str) -> Locator:
    """The brief of the dyad, as it is shown."""
    page.goto(f"{desk}/dyads/KEN/UGA/brief")
    return page.frame_locator("iframe.page").locator("body")


def test_the_keys_of_the_review_desk_judge_and_undo(desk: str, page: Page) -> None:
    page.goto(f"{desk}/review?what=claims")
    place = page.get_by_role("status").first
    expect(place).to_be_visible()
    first = page.locator("#candidate").inner_text()
    assert page.locator(".text mark.passage").first.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }"
    ), "the passage stands beside the candidate, in view"
    page.keyboard.press("r")
    expect(page.locator("#candidate")).not_to_have_text(first)
    expect(page.locator(".last")).to_contain_text("right")
    second = page.locator("#candidate").inner_text()
    page.wait_for_load_state()  # the keys are heard once the script has run
    page.keyboard.press("w")
    expect(page.locator("#candidate")).not_to_have_text(second)
    page.wait_for_load_state()
    page.keyboard.press("u")
    expect(page.locator(".last")).to_contain_text("right")
    page.goto(f"{desk}/judgements")
    expect(page.locator(".lines > li")).to_have_count(1)


def test_two_coders_do_not_see_each_other_until_both_are_done(desk: str, new_page: Opening) -> None:
    ada, ben = (new_page(viewport={"width": 1280, "height": 800}) for _ in "ab")
    for page, name in ((ada, "Ada"), (ben, "Ben")):
        page.goto(f"{desk}/who")
        page.get_by_label("Name").fill(name)
        page.get_by_role("button", name="Keep this name").click()
        page.goto(f"{desk}/review/two")
        expect(page.locator(".me")).to_have_text(name)
    ada.get_by_label("Second coder").fill("Ben")
    ada.get_by_label("Claims").fill("1")
    ada.get_by_role("button", name="Draw").click()
    ada.get_by_label("Why, in one line").first.fill("plain as day")
    ada.get_by_role("button", name="Right").click()
    expect(ada.locator("main")).to_contain_text("You have coded the whole sample.")
    expect(ada.locator(".said")).to_contain_text("plain as day")
    ben.goto(f"{desk}/review/two")
    expect(ben.locator("main")).not_to_contain_text("plain as day")
    ben.get_by_role("button", name="Wrong").click()
    expect(ben.locator("main")).to_contain_text("You have coded the whole sample.")
    ben.get_by_role("link", name="Agreement").click()
    expect(ben.locator("article.panel")).to_contain_text("plain as day")
    expect(ben.get_by_role("table")).to_contain_text("all kinds")
