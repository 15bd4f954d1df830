#!/usr/bin/env python3
"""Write docs/commands.md: the help of every command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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

    group = typer.main.get_command(app)
    return {
        name: [option for parameter in command.params for option in parameter.opts if option.startswith("-")]
        for name, command in group.commands.items()  # type: ignore[attr-defined]
    }


def help_of(*words: str) -> str:
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    call = [sys.executable, "-c", "import sys; from accord.cli import main; sys.exit(main())", *words, "--help"]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=True, encoding="utf-8")
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def page() -> str:
    """The whole page."""
    parts = [HEAD, f"```text\n{help_of()}\n```\n"]
    parts += [f"## accord {name}\n\n```text\n{help_of(name)}\n```\n" for name in commands()]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
