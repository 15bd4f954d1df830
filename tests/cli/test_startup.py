"""What `accord --help` imports: little, so that it starts quickly."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "sqlalchemy",
    "rich",
    "babel",
    "lxml",
    "trafilatura",
    "docx",
    "typst",
    "vl_convert",
    "jinja2",
    "accord.extract",
)


def test_help_imports_nothing_heavy() -> None:
    script = "import sys; from accord.cli import main; main(['--help']); print('|'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.strip().split("|"))
    assert not [name for name in HEAVY if name in loaded]
