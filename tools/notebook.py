#!/usr/bin/env python3
"""The notebook in docs/python.md: its code, and what it shows. Run it to write the outputs anew:  notebook.py

Blocks fenced as `python` are run in order, in one namespace, in a folder that has the sample corpus in `examples/`. What a
block prints, and the value of its last line, stand in the `text` block after it; a last line `...` stands for the rest.
"""

from __future__ import annotations

import ast
import contextlib
import io
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import session

PAGE = session.ROOT / "docs" / "python.md"
_CELL = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.M | re.S)


@dataclass(frozen=True, slots=True)
class Cell:
    """A block of code with the lines that the page shows for it."""

    code: str
    shown: tuple[str, ...]


def cells(page: str) -> list[Cell]:
    """The code blocks of a page, in order."""
    return [Cell(m[1], tuple((m[2] or "").splitlines())) for m in _CELL.finditer(page)]


def outputs(found: list[Cell], folder: Path) -> Iterator[list[str]]:
    """What each cell shows when all are run in a folder. Errors of the code are raised as they are."""
    names: dict[str, Any] = {}
    with contextlib.chdir(folder):
        for cell in found:
            tree = ast.parse(cell.code)
            last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
            told = io.StringIO()
            with contextlib.redirect_stdout(told):
                exec(compile(tree, PAGE.name, "exec"), names)
                if isinstance(last, ast.Expr):
                    value = eval(compile(ast.Expression(last.value), PAGE.name, "eval"), names)
                    if value is not None:
                        print(repr(value))
            yield [line.rstrip() for line in told.getvalue().splitlines()]


def rewrite(page: str, folder: Path) -> str:
    """The page with the outputs that its code has now."""
    now = outputs(cells(page), folder)

    def cell(match: re.Match[str]) -> str:
        lines, shown = next(now), (match[2] or "").splitlines()
        if shown[-1:] == [session.MORE]:
            lines = [*lines[: len(shown) - 1], session.MORE]
        text = f"\n```text\n{chr(10).join(lines)}\n```\n" if lines else ""
        return f"```python\n{match[1]}```\n{text}"

    return _CELL.sub(cell, page)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="accord-notebook-") as scratch:
        session.prepare(Path(scratch))
        PAGE.write_text(rewrite(PAGE.read_text(encoding="utf-8"), Path(scratch)), encoding="utf-8")
