#!/usr/bin/env python3
"""Take the picture of a brief that README.md shows, docs/brief.png, with Chromium:  picture.py [BROWSER]"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import session

PICTURE = session.ROOT / "docs" / "brief.png"
STATES = ("Peru", "Bolivia")
AS_OF = "2025-09-01"
WIDTH, HEIGHT = 760, 1250  # pixels
LIMIT = 300_000  # bytes
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
)


def main() -> int:
    browser = sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium") or shutil.which("chromium-browser")
    if not browser:
        print("no Chromium is here; name a browser: picture.py BROWSER", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="accord-picture-") as scratch:
        folder = Path(scratch)
        session.prepare(folder)
        session.run("accord read examples/documents --manifest examples/manifest.jsonl", folder)
        session.run(f"accord brief {' '.join(STATES)} --as-of {AS_OF} --output brief.html", folder)
        command = [browser, *OPTIONS, f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={PICTURE}"]
        subprocess.run([*command, (folder / "brief.html").as_uri()], check=True, capture_output=True, cwd=folder)
    size = PICTURE.stat().st_size
    print(f"{PICTURE.name}: {size:,} bytes")
    return int(size > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
