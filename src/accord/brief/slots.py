"""What fills the slots of a sentence pattern: values in the form that the pattern asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from accord.brief.model import plain_text
from accord.brief.words import Words
from accord.errors import ValueFormatError
from accord.languages.catalogue import Catalogue, Piece, Slot, fill, parse_pattern
from accord.record import Field, Record, Role, Type
from accord.values import Period

__all__ = ["Frame", "moment"]

_QUOTE_LENGTH = 170


def moment(value: Any) -> Period | None:
    """A date value as a period; None where there is none or it cannot be read."""
    try:
        return Period.parse(str(value)) if value else None
    except ValueFormatError:
        return None


@dataclass
class Frame:
    """One record on its way into a sentence: its values, its fields, the dyad, and what has been used."""

    record: Record
    words: Words
    fields: Mapping[str, Field]
    states: tuple[str, ...]
    as_of: date
    said_by: tuple[str, ...] = ()
    quote: Callable[[], str] = lambda: ""
    used: dict[str, None] = field(default_factory=dict)

    @property
    def values(self) -> Mapping[str, Any]:
        return self.record.values

    @property
    def language(self) -> Catalogue:
        return self.words.catalogue

    def when_key(self) -> str:
        """The field that says when it happened or is due."""
        roles = (Role.DUE, Role.WHEN)
        return next((n for r in roles for n, f in self.fields.items() if r in f.roles and self._has(n)), "")

    def when(self) -> Period | None:
        key = self.when_key()
        return moment(self.values.get(key)) if key else None

    def past(self) -> bool:
        """Whether the day that it is for lies before the day of the brief."""
        when = self.when()
        return when is not None and when.last < self.as_of

    def _has(self, key: str) -> bool:
        return self.values.get(key) not in (None, "", [], ())

    # ------------------------------------------------------------------------------------------------------- filling

    def fill(self, slot: Slot) -> Sequence[Piece] | None:
        """The pieces for a slot, or None where the record has nothing for it."""
        special = getattr(self, f"_slot_{slot.name}", None)
        if special is not None:
            found: Sequence[Piece] | None = special(slot.form)
            return found
        fragment = self.language.get(f"fragment.{slot.name}")
        if fragment is not None:
            return self._first(fragment if isinstance(fragment, list) else [fragment])
        if slot.name not in self.fields or not self._has(slot.name):
            return None
        text = self._value(slot.name, slot.form)
        return [Piece(plain_text(text), slot.name)] if text else None

    def _first(self, patterns: Sequence[str]) -> list[Piece] | None:
        filled = (fill(parse_pattern(p), self.fill) for p in patterns)
        return next((f for f in filled if f is not None), None)

    def _value(self, key: str, form: str) -> str | None:
        value, kind = self.values[key], self.fields[key].type
        special = getattr(self, f"_form_{form}", None) if form else None
        if special is not None:
            found: str | None = special(key, value)
            return found
        if kind is Type.PERIOD:
            return self.words.date(str(value), form)
        if kind is Type.NUMBER:
            return self.words.amount(self.values, key)
        if kind is Type.CODE:
            return self.language.word(self.record.kind, key, str(value), form) if isinstance(value, str) else None
        if kind is Type.CODES:
            said = [self.language.word(self.record.kind, key, str(v), form) for v in value]
            return self.words.join([word for word in said if word])
        if kind is Type.PLACE:
            return self._place(str(value))
        if kind is Type.ORGANISATION:
            return self.words.organisation(str(value))
        if isinstance(value, (list, tuple)):
            return self.words.join([self.words.state(str(v)) for v in value])
        return self.words.state(str(value)) if kind in (Type.STATE, Type.ACTORS) else str(value)

    # -------------------------------------------------------------------------------------- forms that patterns ask for

    def _names(self, value: Any) -> list[str]:
        return [str(v) for v in value] if isinstance(value, (list, tuple)) else [str(value)]

    def _form_amount(self, key: str, value: Any) -> str:
        quotes = [e.quote for c in self.record.claims for e in c.evidence if key in e.keys or not e.keys]
        return self.words.amount(self.values, key, quotes)

    def _form_count(self, key: str, value: Any) -> str:
        """A number whose unit the sentence says itself."""
        quotes = [e.quote for c in self.record.claims for e in c.evidence if key in e.keys or not e.keys]
        return self.words.amount({**self.values, "unit": ""}, key, quotes)

    def _form_amount_people(self, key: str, value: Any) -> str:
        text = self._form_amount(key, value)
        has_unit = self.values.get("unit") == "people"
        return text if has_unit else str(self.language.get("units.people")).replace("{n}", text)

    def _form_change(self, key: str, value: Any) -> str:
        return self.words.change(value)

    def _form_ordinal(self, key: str, value: Any) -> str:
        return self.words.ordinal(int(value))

    def _form_beyond(self, key: str, value: Any) -> str | None:
        """Who takes part, where it is not just the pair that the brief is on."""
        names = self._names(value)
        return None if set(names) <= set(self.states) and len(names) > 1 else self.words.actors(names)

    def _form_several(self, key: str, value: Any) -> str | None:
        names = self._names(value)
        return self.words.actors(names) if len(names) > 1 else None

    def _form_flow(self, key: str, value: Any) -> str:
        names = [self.words.state(n) for n in self._names(value)]
        return self._flow("fragment_flow", names)

    def _form_flow_in(self, key: str, value: Any) -> str:
        names = [self.words.state(n) for n in self._names(value)]
        return self._flow("fragment_flow_in", names)

    def _flow(self, path: str, names: Sequence[str]) -> str:
        """From the first to the others; the first alone where there are no others."""
        return self.language.text(path, a=names[0], b=self.words.join(names[1:])) if names[1:] else names[0]

    def _form_actors(self, key: str, value: Any) -> str:
        return self.words.actors(self._names(value))

    def _form_people(self, key: str, value: Any) -> str:
        return self.words.join([self.words.person(n) for n in self._names(value)])

    def _form_person(self, key: str, value: Any) -> str:
        return self.words.actors(self._names(value))

    def _form_the(self, key: str, value: Any) -> str:
        names = self._names(value)
        return self.words.join([self.words.state(n) if self.words.is_state(n) else self.words.the(n) for n in names])

    def _form_things(self, key: str, value: Any) -> str | None:
        """Projects, people and places; None where it is states alone."""
        names = self._names(value)
        return None if all(self.words.is_state(n) for n in names) else self._form_the(key, value)

    def _form_event(self, key: str, value: Any) -> str:
        return self.words.the(str(value))

    def _form_org(self, key: str, value: Any) -> str:
        return self.words.organisation(str(value))

    def _form_paper(self, key: str, value: Any) -> str:
        return self.words.paper(str(value), str(self.values.get("form") or ""))

    def _form_a(self, key: str, value: Any) -> str:
        return self.words.indefinite(self.language.word(self.record.kind, key, str(value)))

    def _form_to(self, key: str, value: Any) -> str | None:
        return self.words.verb(str(value))

    def _form_first(self, key: str, value: Any) -> str:
        return self.words.state(self._names(value)[0])

    def _form_at(self, key: str, value: Any) -> str:
        place = self._place(str(value))
        path = "fragment_on" if place.casefold().endswith("border") else "fragment_in"
        return self.language.text(path, place=place)

    def _form_spot(self, key: str, value: Any) -> str:
        return self._place(str(value))

    def _form_span(self, key: str, value: Any) -> str:
        """A kind of incident: one of it on one day, several over a longer time."""
        when = self.when()
        many = when is not None and when.length.days > 31
        return self.language.word(self.record.kind, key, str(value), "many" if many else "plain")

    def _place(self, place: str) -> str:
        last = place.split(" ")[-1].casefold()
        takes = " " in place and last in self.language.get("article.places", ())
        has = place.split(" ")[0].casefold() in self.language.get("article.before", ())
        return f"{self.language.text('article.word')} {place}" if takes and not has else self.words.state(place)

    # --------------------------------------------------------------------------------------------------- special slots

    def _slot_noun(self, form: str) -> Sequence[Piece] | None:
        filled = (fill(p, self.fill) for p in self.language.nouns(self.record.kind, self.values))
        return next((f for f in filled if f is not None), None)

    def _slot_title(self, form: str) -> Sequence[Piece] | None:
        if "title" in self.fields:
            return self._plain("title", form)
        keys = [n for n, f in self.fields.items() if Role.TITLE in f.roles and self._has(n)]
        return self._plain(keys[0], form) if keys else [Piece(self.record.kind)]

    def _plain(self, key: str, form: str = "") -> Sequence[Piece] | None:
        text = self._value(key, form) if self._has(key) else None
        return [Piece(plain_text(text), key)] if text else None

    def _slot_when(self, form: str) -> Sequence[Piece] | None:
        key = self.when_key()
        return [Piece(self.words.date(str(self.values[key]), form), key)] if key else None

    def _slot_said_by(self, form: str) -> Sequence[Piece] | None:
        if not self.said_by:
            return None
        self.used["said_by"] = None
        return [Piece(plain_text(self.words.join([self.words.person(s) for s in self.said_by])), "said_by")]

    def _slot_quote(self, form: str) -> Sequence[Piece] | None:
        text = plain_text(self.quote()).rstrip(":;,").strip('“”"')
        if len(text) > _QUOTE_LENGTH:
            text = text[:_QUOTE_LENGTH].rsplit(" ", 1)[0] + " …"
        return [Piece(text, "quote")] if text else None

    def _tense(self, path: str) -> Sequence[Piece]:
        return [Piece(self.language.text(f"tense.{path}{'_past' if self.past() else ''}"))]

    def _slot_is(self, form: str) -> Sequence[Piece]:
        return self._tense("is")

    def _number_of(self, key: str) -> str:
        return "many" if len(self._names(self.values.get(key, ""))) > 1 else "one"

    def _slot_is_plural(self, form: str) -> Sequence[Piece]:
        return self._tense(f"is_{self._number_of('by')}")

    def _slot_has_plural(self, form: str) -> Sequence[Piece]:
        return self._tense(f"has_{self._number_of('by')}")

    def _slot_has(self, form: str) -> Sequence[Piece]:
        return self._tense(f"has_{self._number_of('about')}")

    def _slot_is_reported(self, form: str) -> Sequence[Piece]:
        when = self.when()
        many = when is not None and when.length.days > 31
        return [Piece(self.language.text("tense.reported_many" if many else "tense.reported_one"))]

    def _slot_change_verb(self, form: str) -> Sequence[Piece] | None:
        if not self._has("change"):
            return None
        return [Piece(self.language.text("tense.was")), Piece(self.words.change(self.values["change"]), "change")]

    def _slot_target_new(self, form: str) -> Sequence[Piece] | None:
        """The target, where the words of the undertaking do not give it already."""
        if not self._has("target") or any(c.isdigit() for c in str(self.values.get("what", ""))):
            return None
        return [Piece(self._form_amount("target", self.values["target"]), "target")]

    def _slot_type_new(self, form: str) -> Sequence[Piece] | None:
        """What sort of thing it is, where its name does not say so."""
        if not self._has("type") or "type" not in self.fields:
            return None
        word = self.language.word(self.record.kind, "type", str(self.values["type"]))
        title = str(self.values.get("name", "")).casefold()
        return None if any(w[:6] in title for w in word.casefold().split()) else [Piece(word, "type")]

    def _slot_office_of(self, form: str) -> Sequence[Piece] | None:
        office = plain_text(str(self.values.get("office") or ""))
        if not office or office.casefold() in str(self.values.get("visitor", "")).casefold():
            return None
        sending = self.values.get("sending")
        if not sending or self.words.display(str(sending)) in office:
            return [Piece(office, "office")]
        return self._first(self.language.get("office_of"))

    def _slot_place_or_second(self, form: str) -> Sequence[Piece] | None:
        if self._has("place"):
            return self._plain("place")
        names = self._names(self.values.get("between", []))
        return [Piece(self.words.state(names[1]), "between")] if len(names) > 1 else None
