#!/usr/bin/env python3
"""The session in README.md: its commands, and what they print. Run it to write their outputs anew:  session.py

A block fenced as `console` holds commands (after `$ `), each with its output. A line that ends in `...` stands for
itself and all that follows it up to the next command; `rewrite` keeps as many lines as stood there.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
MORE = "..."
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
_RUN = "import sys; from accord.cli import main; sys.exit(main())"


@dataclass(slots=True)
class Step:
    """A command with the lines that are printed for it in the page."""

    command: str
    output: list[str] = field(default_factory=list)


def steps(page: str) -> list[Step]:
    """The commands of all console blocks, in order."""
    found: list[Step] = []
    for block in _BLOCK.findall(page):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append(Step(line[2:]))
            elif found and line:
                found[-1].output.append(line)
    return found


def run(command: str, folder: Path) -> list[str]:
    """What an `accord` command prints to standard output in a folder. Raises RuntimeError where it fails or skips."""
    program, *words = shlex.split(command)
    assert program == "accord", command
    environment = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1"}
    environment.pop("ACCORD_STORE", None)
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    if done.returncode:
        raise RuntimeError(f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return [line.rstrip() for line in done.stdout.splitlines() if line.strip()]


def prepare(folder: Path) -> None:
    """Lay the sample corpus where the session has it."""
    (folder / "examples").symlink_to(ROOT / "examples", target_is_directory=True)


def rewrite(page: str, folder: Path) -> str:
    """The page with the outputs that its commands have now."""

    def block(match: re.Match[str]) -> str:
        lines: list[str] = []
        for step in steps(match[0]):
            now = run(step.command, folder)
            keep = len(step.output) - 1 if MORE in step.output[-1:] else len(now)
            lines += [f"$ {step.command}", *now[:keep], *([MORE] if keep < len(now) else []), ""]
        return "```console\n" + "\n".join(lines).rstrip() + "\n```"

    return _BLOCK.sub(block, page)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="accord-session-") as scratch:
        prepare(Path(scratch))
        README.write_text(rewrite(README.read_text(encoding="utf-8"), Path(scratch)), encoding="utf-8")
