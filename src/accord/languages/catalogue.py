"""The message catalogue of a language: interface words, section titles and the sentence patterns of the brief.

A pattern is text with slots and optional groups: ``{visitor}[ ({office})] visited {host}[ {date:on}]``. A slot names a
value and, after a colon, the form it takes; a group in square brackets is dropped where one of its slots has no value.
A pattern whose slots outside groups cannot all be filled does not apply, and the next one of its list is tried.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any

from accord.errors import UsageError

__all__ = ["Catalogue", "Node", "Piece", "Slot", "fill", "load", "parse_pattern"]

_PATHS = 16_384  # of words that are remembered
_TOKEN = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}|([\[\]])|((?:\\.|[^\\{\[\]])+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value: its name and the form it takes there."""

    name: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `key` is the value it shows (empty for the pattern's own words)."""

    text: str
    key: str = ""


Node = str | Slot | tuple[Any, ...]
Filler = Callable[[Slot], Sequence[Piece] | None]


@lru_cache(maxsize=2048)
def parse_pattern(pattern: str) -> tuple[Node, ...]:
    """Read a pattern; ValueError where its brackets or braces do not match."""
    stack: list[list[Node]] = [[]]
    position = 0
    while position < len(pattern):
        match = _TOKEN.match(pattern, position)
        if not match:
            raise ValueError(f"pattern {pattern!r} cannot be read at {position}")
        name, form, bracket, text = match.groups()
        if bracket == "[":
            stack.append([])
        elif bracket == "]":
            if len(stack) == 1:
                raise ValueError(f"pattern {pattern!r} closes a group that is not open")
            group = tuple(stack.pop())
            stack[-1].append(group)
        else:
            stack[-1].append(Slot(name, form or "") if name else re.sub(r"\\(.)", r"\1", text))
        position = match.end()
    if len(stack) > 1:
        raise ValueError(f"pattern {pattern!r} leaves a group open")
    return tuple(stack[0])


def fill(nodes: Sequence[Node], filler: Filler) -> list[Piece] | None:
    """The pattern's pieces, or None where a slot outside its groups has no value."""
    pieces: list[Piece] = []
    for node in nodes:
        if isinstance(node, str):
            pieces.append(Piece(node))
        elif isinstance(node, Slot):
            found = filler(node)
            if found is None:
                return None
            pieces.extend(found)
        else:
            pieces.extend(fill(node, filler) or ())
    return pieces


@dataclass(frozen=True)
class Catalogue:
    """The words of one language, by dotted path."""

    language: str
    data: Mapping[str, Any]

    def get(self, path: str, default: Any = None) -> Any:
        """What stands at a dotted path, or the default."""
        found = self._at(path)
        return default if found is None else found

    @cached_property
    def _at(self) -> Callable[[str], Any]:
        """What stands at a path, None for nothing; those asked for last are remembered."""

        def find(path: str) -> Any:
            node: Any = self.data
            for step in path.split("."):
                node = node.get(step) if isinstance(node, Mapping) else None
            return node

        return lru_cache(maxsize=_PATHS)(find)

    def text(self, path: str, **values: object) -> str:
        """The words at a path with `{name}` filled in; the path's last step where there are none."""
        found = self.get(path)
        if not isinstance(found, str):
            return path.rpartition(".")[2].replace("-", " ")
        for name, value in values.items():
            found = found.replace("{" + name + "}", str(value))
        return found

    def word(self, kind: str, key: str, value: str, form: str = "") -> str:
        """A word of a vocabulary in the form that a pattern asks for; the bare code where the catalogue has none."""
        for path in (f"words.{kind}.{key}.{value}", f"words.any.{key}.{value}"):
            found = self.get(path)
            if isinstance(found, Mapping):
                found = found.get(form or "plain", found.get("plain"))
            if isinstance(found, str):
                return found
        return value.replace("-", " ")

    def patterns(self, kind: str, status: str, values: Mapping[str, Any]) -> list[tuple[Node, ...]]:
        """The patterns to try, best first: those of the kind's variant, of the kind, and of the status for any kind."""
        section = self.get(f"sentence.{kind}", {})
        variant = section.get(str(values.get(section.get("variant", ""), "")), {}) if section else {}
        found: list[tuple[Node, ...]] = []
        for table in (variant, section, self.get("sentence.any", {})):
            lines = table.get(status, ()) if isinstance(table, Mapping) else ()
            found += [parse_pattern(line) for line in ([lines] if isinstance(lines, str) else lines)]
        return found

    def nouns(self, kind: str, values: Mapping[str, Any]) -> list[tuple[Node, ...]]:
        """What a thing of this kind is called in mid-sentence: "a state visit by ... to ..."."""
        return self.patterns(kind, "noun", values)


@lru_cache(maxsize=8)
def load(language: str = "en") -> Catalogue:
    """The catalogue of a language's folder. Raises UsageError where the language has none."""
    folder = resources.files("accord.languages").joinpath(language)
    try:
        text = folder.joinpath("catalogue.toml").read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError(f"no message catalogue for {language!r}", "use en") from error
    interface = folder.joinpath("interface.toml").read_text(encoding="utf-8")
    return Catalogue(language, tomllib.loads(text) | {"interface": tomllib.loads(interface)})
