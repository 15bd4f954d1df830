#!/usr/bin/env python3
"""Take a picture of every page of the desk over the sample corpus, light, dark and on a phone, with Chromium, and write
docs/screens.md that shows them:  screenshots.py [--to FOLDER] [--format webp|png] [--only NAME ...]"""

from __future__ import annotations

import argparse
import base64
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from desk_pages import DAY, ROOT, addresses, live, read_samples, served

FOLDER = ROOT / "docs" / "screens"
INDEX = ROOT / "docs" / "screens.md"
LOOKS = {"light": (1280, 900, "light"), "dark": (1280, 900, "dark"), "phone": (360, 740, "light")}
LONGEST = 1800  # pixels of a page that are shown
QUALITY = 55  # of WebP
LIMIT = 6_000_000  # bytes, all together


_LOADED = """() => Promise.all([...document.images].map(image => {
  image.loading = "eager";
  return image.decode();
}))"""


def take(page: Page, path: Path, format_: str) -> None:
    """A picture of a page from its top, as long as it is but for LONGEST; of a part of a page, what the window shows."""
    page.evaluate(_LOADED)
    size = page.viewport_size
    assert size
    asked: dict[str, object] = {"format": format_}
    if "#" not in page.url:
        height = min(LONGEST, max(size["height"], page.evaluate("document.documentElement.scrollHeight")))
        clip = {"x": 0, "y": 0, "width": size["width"], "height": height, "scale": 1}
        asked |= {"clip": clip, "captureBeyondViewport": True}
    if format_ == "webp":
        asked["quality"] = QUALITY
    session = page.context.new_cdp_session(page)
    path.write_bytes(base64.b64decode(session.send("Page.captureScreenshot", asked)["data"]))
    session.detach()


def index(titles: dict[str, str]) -> str:
    """The page that shows the pictures."""
    lines = [
        "# The desk, page by page",
        "",
        f"Every page of `accord serve` over the sample corpus, as of {DAY}: light, dark, and on a phone 360 pixels wide.",
        "Written by `make screenshots`.",
    ]
    for name, title in titles.items():
        lines += ["", f"## {title}", "", "| light | dark | phone |", "|---|---|---|"]
        lines.append("| " + " | ".join(f"![{title}, {look}](screens/{name}-{look}.webp)" for look in LOOKS) + " |")
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=FOLDER)
    parser.add_argument("--format", choices=("webp", "png"), default="webp")
    parser.add_argument("--only", nargs="+", default=[])
    options = parser.parse_args()
    browser = shutil.which("chromium")
    if not browser:
        print("no Chromium is here: apt-get install chromium", file=sys.stderr)
        return 1
    options.to.mkdir(parents=True, exist_ok=True)
    titles: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="accord-screens-") as scratch, sync_playwright() as driver:
        store = Path(scratch) / "samples.db"
        read_samples(store)
        chromium = driver.chromium.launch(executable_path=browser, args=["--no-sandbox", "--hide-scrollbars"])
        with served(store) as desk:
            live(desk, chromium.new_page())
            pages = {n: a for n, a in addresses(desk).items() if not options.only or n in options.only}
            for look, (width, height, scheme) in LOOKS.items():
                context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
                page = context.new_page()
                for name, address in pages.items():
                    page.goto(desk + address)
                    titles[name] = page.title().removesuffix(" · Accord")
                    take(page, options.to / f"{name}-{look}.{options.format}", options.format)
                context.close()
        chromium.close()
    if options.to == FOLDER and not options.only:
        INDEX.write_text(index(titles), encoding="utf-8")
        for stray in set(FOLDER.iterdir()) - {FOLDER / f"{n}-{look}.webp" for n in titles for look in LOOKS}:
            stray.unlink()
    size = sum(path.stat().st_size for path in options.to.iterdir())
    print(f"{len(titles) * len(LOOKS)} pictures in {options.to}, {size:,} bytes")
    return int(size > LIMIT and options.format == "webp")


if __name__ == "__main__":
    sys.exit(main())
