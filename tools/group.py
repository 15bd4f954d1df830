#!/usr/bin/env python3
"""Print the requirements of dependency groups of pyproject.toml, one a line:  group.py NAME...

pip has known `--group` only since 25.1, and Python 3.11 brings an older one. Standard library only.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


def requirements(*names: str) -> list[str]:
    """The requirements of groups; KeyError for a group that is not there."""
    groups = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["dependency-groups"]
    return [requirement for name in names for requirement in groups[name]]


if __name__ == "__main__":
    print("\n".join(requirements(*sys.argv[1:])))
