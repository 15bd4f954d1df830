#!/usr/bin/env python3
"""Write docs/commands.md: the help of every command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
HEAD = """\
# Commands

The help of every command, written by `make docs`. Exit codes: 0 done; 1 something was skipped (named, with the reason
and the mend); 2 wrong usage; 3 nothing could be done.
"""


def commands() -> dict[str, list[str]]:
    """The commands with their options."""
    import typer

    from accord.cli import questions  # noqa: F401  (adds its commands to the app)
    from accord.cli.commands import app

    return dict(_options(typer.main.get_command(app)))


def _options(group: Any, before: str = "") -> Iterator[tuple[str, list[str]]]:
    """The commands of a group, those of groups in it by two words."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _options(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", [o for parameter in command.params for o in parameter.opts if o.startswith("-")]


def help_of(*words: str) -> str:
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    call = [sys.executable, "-c", "import sys; from accord.cli import main; sys.exit(main())", *words, "--help"]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=True, encoding="utf-8")
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def page() -> str:
    """The whole page."""
    parts = [HEAD, f"```text\n{help_of()}\n```\n"]
    parts += [f"## accord {name}\n\n```text\n{help_of(*name.split())}\n```\n" for name in commands()]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
