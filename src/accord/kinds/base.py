"""What every kind is made of: typed fields with roles, a finder over the views, worked examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from accord.document import Span
from accord.languages.views import Guess, Views
from accord.plover import Act, Event, event
from accord.record import TOPICS, Field, Match, Role, Type, Values

__all__ = ["MEASURES", "Draft", "Example", "Kind", "Value", "code", "topic_field"]

MEASURES = (
    "trade-turnover exports imports trade-balance investment border-length border-delimited border-disputed agreements "
    "visits incidents killed injured displaced line-length voltage capacity generation cost duration population "
    "checkpoints visitors flights other"
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value with the spans it rests on, or the reason it was inferred (`basis`) where no words carry it."""

    value: Any
    spans: tuple[Span, ...] = ()
    basis: str = ""


@dataclass(slots=True)
class Draft:
    """A claim in the making: what one passage says. `anchor` is the passage that the claim as a whole rests on."""

    kind: str
    anchor: Span
    values: dict[str, Value] = field(default_factory=dict)
    status: str = "reported"
    said_by: tuple[str, ...] = ()
    concerns: Value | None = None
    mentions: int = 1  # how many passages say it
    head: bool = False  # told in the headline alone
    guess: Guess | None = None  # what it was made of, where no rule found it
    filled: dict[str, float] = field(default_factory=dict)
    """Keys that rules left empty and a guess filled, each with how sure (0 to 1)."""

    def put(self, key: str, value: Any, spans: Iterable[Span] = (), basis: str = "") -> Draft:
        """Set a key unless the value is empty; returns itself."""
        if value not in (None, "", [], ()):
            self.values[key] = Value(list(value) if isinstance(value, tuple) else value, tuple(spans), basis)
        return self

    def get(self, key: str) -> Any:
        return self.values[key].value if key in self.values else None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the values that must be found in it, or none (a near miss). `published` dates the document."""

    text: str
    finds: tuple[Mapping[str, Any], ...] = ()
    published: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the fourteen. `section` names the brief's section for given values; `same` says whether two drafts of one document speak of one thing; `act`
    says what was done, in the terms of PLOVER."""

    name: str
    fields: tuple[Field, ...]
    find: Callable[[Views], Iterator[Draft]]
    section: Callable[[Values], str]
    same: Callable[[Draft, Draft], bool] | None = None  # None: by the identity fields' matches
    examples: tuple[Example, ...] = ()
    act: Callable[[Values], Act | None] = lambda values: None
    by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    _by_role: Mapping[Role, tuple[Field, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_role = {role: tuple(f for f in self.fields if role in f.roles) for role in Role}
        object.__setattr__(self, "by_name", {f.name: f for f in self.fields})
        object.__setattr__(self, "_by_role", by_role)

    def plover(self, values: Values, status: str) -> Event | None:
        """The event that a claim of this kind is, as PLOVER codes it; None for what is no event."""
        return event(self.act(values), status, values)

    def field(self, name: str) -> Field:
        return self.by_name[name]

    def with_role(self, role: Role) -> tuple[Field, ...]:
        """The fields of a role, in their order."""
        return self._by_role[role]

    def first(self, role: Role, values: Values) -> Any:
        """The value of the first field of a role that has one."""
        return next((values[f.name] for f in self.with_role(role) if values.get(f.name) not in (None, "", [])), None)


def code(name: str, words: str, *roles: Role, match: Match | None = None, required: bool = False) -> Field:
    """A field whose value is one of a vocabulary, written with spaces between."""
    return Field(name, Type.CODE, frozenset(roles), match, tuple(words.split()), required)


def topic_field(match: Match | None = None, *, required: bool = False) -> Field:
    """The topics of a thing: one, or two where both fit."""
    return Field("topic", Type.CODES, frozenset({Role.TOPIC}), match, TOPICS, required)
