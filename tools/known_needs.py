#!/usr/bin/env python3
"""Write src/accord/languages/known_needs.txt: what each pattern needs that is made by going through the samples."""

from __future__ import annotations

import gc
import importlib
import pkgutil
from pathlib import Path

import corpora
from accord import extract, languages
from accord.languages import known_needs, patterns

FILE = Path(languages.__file__).with_name(known_needs.FILE)


def made() -> list[patterns.Pattern]:
    """All patterns that are kept, those too that are made when they are first asked for."""
    for module in pkgutil.walk_packages(languages.__path__, f"{languages.__name__}."):
        importlib.import_module(module.name)
    for document in corpora.texts(corpora.CORPORA[0]):
        extract.extract(document)
    return [found for found in gc.get_objects() if isinstance(found, patterns.Pattern)]


def lines() -> list[str]:
    return sorted({known_needs.line(pattern.pattern, pattern.flags) for pattern in made()})


def main() -> None:
    FILE.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8")


if __name__ == "__main__":
    main()
