"""Every page of a desk over the sample corpus, for the tests in a browser and for screenshots: a name and an address."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
DAY = "2025-06-30"
DYAD = ("KEN", "UGA")
_MAIN = "import sys; from accord.cli import main; sys.exit(main())"
_APART = {"who": "/who", "sign-in": "/sign-in", "found": "/search?q=pipeline", "wrong-address": "/nothing-here"}


def accord(*arguments: str | Path) -> list[str]:
    """The command line for this Python."""
    return [sys.executable, "-c", _MAIN, *map(str, arguments)]


def read_samples(store: Path) -> None:
    """Read the sample corpus into a store."""
    examples = ROOT / "examples"
    command = accord("read", examples / "documents", "--manifest", examples / "manifest.jsonl", "--store", store)
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def served(store: Path, *options: str) -> Iterator[str]:
    """The address of a desk that runs in a process of its own. Raises RuntimeError where it does not start."""
    command = accord("serve", "--store", store, "--port", "0", "--as-of", DAY, *options)
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=os.environ | {"NO_COLOR": "1", "LOGNAME": "ana"}
    ) as process:
        assert process.stderr
        told = process.stderr.readline()
        try:
            if "http://" not in told:
                raise RuntimeError(f"the desk did not start: {told}{process.stderr.read()}")
            yield "http://" + told.split("http://")[1].split()[0].rstrip("/")
        finally:
            process.terminate()


def ask(desk: str, path: str) -> dict[str, Any]:
    """What the API of a desk answers."""
    with urlopen(f"{desk}/api{path}", timeout=30) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def live(desk: str, page: Page) -> None:
    """Do with a desk what people do: read a text, judge a claim, code a sample."""
    page.goto(f"{desk}/documents")
    page.locator(".drop summary").click()
    page.get_by_label("Or paste a text").fill(
        "Kenya and Uganda signed an agreement on fisheries in Nairobi on 1 June 2025."
    )
    page.get_by_role("button", name="Read", exact=True).click()
    page.wait_for_selector("[data-over=yes]", timeout=60_000)
    page.goto(f"{desk}/review?what=claims")
    page.get_by_label("Why, in one line").first.fill("as the text has it")
    page.get_by_role("button", name="Right").click()
    page.wait_for_selector(".last")
    page.goto(f"{desk}/review/two")
    page.get_by_label("Second coder").fill("Ben")
    page.get_by_label("Claims").fill("2")
    page.get_by_role("button", name="Draw").click()
    page.get_by_role("button", name="Wrong").click()
    page.wait_for_selector(".said")


def addresses(desk: str) -> dict[str, str]:
    """Name and address of every page: those of its questions, filled in from what it holds, and the few beside them."""
    from accord.web.question import questions

    odd = ask(desk, "/contradictions")["differences"][0]["line"]["id"]
    record = ask(desk, f"/records/{odd}")
    filled = {"first": DYAD[0], "second": DYAD[1], "id": odd, "hash": record["claims"][0]["document"]}
    found = {_name(q.path): q.path.format(**filled) for q in questions()} | _APART
    paper = f"/documents/{filled['hash']}"
    claim = record["claims"][0]["id"]
    return found | {
        "passage": f"{paper}?claim={claim}#passage",
        "original": f"{paper}?beside=original",
        "forget": f"{paper}/forget",
        "why-asked": "/why?q=fisheries",
        "brief-made": f"/brief?states={DYAD[0]}&states={DYAD[1]}",
    }


def _name(path: str) -> str:
    words = [w.strip("{}") for w in path.strip("/").split("/") if w not in ("{first}", "{second}", "{id}", "{hash}")]
    if "{first}" in path:
        words[0] = "dyad"
    elif path.endswith("}"):
        words[-1] = words[-1].rstrip("s")
    return "-".join(words) or "home"
