"""Records into statements: the catalogue's sentence, its values checked against their quotes, its footnotes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from accord.brief.footnotes import Footnotes, choose
from accord.brief.ground import Checked, Failure, Grounder, Shown, check, quotes_of
from accord.brief.model import Part, Statement, plain_text
from accord.brief.slots import Frame, moment
from accord.brief.words import Words
from accord.languages.catalogue import Piece, fill, parse_pattern
from accord.record import Claim, Field, Record, Role, Type
from accord.values import Period

__all__ = ["Withheld", "Writer"]

_EXTRA = {"said_by": Type.PERSON, "quote": Type.CODE}
TO_COME = ("planned", "proposed")
"""Statuses of what has lapsed once its day has passed without a word."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A record that is not shown: the value that its quotes do not yield, or no failure where no pattern fits."""

    record: Record
    failure: Failure | None


@dataclass
class Writer:
    """Writes statements. `fields` gives a kind's fields by name; `settled` are the plans of which something was heard
    since; `published` gives a document's date by its hash; `withheld` collects what cannot be shown."""

    words: Words
    footnotes: Footnotes
    grounder: Grounder
    fields: Callable[[str], Mapping[str, Field]]
    states: tuple[str, ...]
    as_of: date
    published: Callable[[str], Period | None]
    settled: frozenset[str] = frozenset()
    withheld: dict[str, Withheld] = field(default_factory=dict)

    def frame(self, record: Record) -> Frame:
        """A record made ready for its sentence."""
        said = [claim.said_by for claim in record.claims]
        names = said[0][:2] if said and all(said) and "speaker" not in record.values else ()
        return Frame(
            record, self.words, self.fields(record.kind), self.states, self.as_of, names, lambda: self._quote(record)
        )

    def statement(self, record: Record, form: str = "") -> Statement | None:
        """The statement for a record, or None where it must be withheld; `form` names a pattern other than its
        status's ("short")."""
        tried = self.try_out(record, form)
        return self._put(*tried, record) if tried else None

    def try_out(self, record: Record, form: str = "") -> tuple[list[Piece], list[Checked]] | None:
        """A record's sentence and what its values rest on, without giving out footnotes; None where it is withheld."""
        frame = self.frame(record)
        pieces = self.sentence(frame, form)
        if pieces is None:
            self.hold(record, None)
            return None
        steps, step_values = ([], []) if form else self._steps(frame)
        checked = self.check([*self._shown(frame, pieces), *step_values], record)
        if isinstance(checked, Failure):
            self.hold(record, checked)
            return None
        return [*pieces, *steps], checked

    def value(self, record: Record, key: str, value: Any, claims: tuple[Claim, ...]) -> Statement | None:
        """One value of a record, as some of its claims give it; None where their quotes do not ground it."""
        item = self.fields(record.kind).get(key)
        if value in (None, "", []) or (item and isinstance(self.check([Shown(key, value, claims)], record), Failure)):
            return None
        notes = self.footnotes.for_claims(claims, key)
        voices = len({self.footnotes.copies.get(c.document, c.document) for c in claims})
        part = Part(plain_text(self.worded(record, key, value, claims)), key)
        return Statement((part,), (record.id,), notes, (), record.status, voices)

    def worded(self, record: Record, key: str, value: Any, claims: Sequence[Claim]) -> str:
        """A value in words; what is no field is the status."""
        words, item = self.words, self.fields(record.kind).get(key)
        if item is None:
            return words.catalogue.text(f"steps.{value}")
        if item.type is Type.PERIOD:
            return words.date(str(value), "plain")
        if item.type is Type.NUMBER:
            said = {"unit": record.values.get("unit"), **claims[0].values, key: value}
            return words.amount(said, key, [e.quote for c in claims for e in c.evidence])
        if item.type is Type.CODE:
            return words.catalogue.word(record.kind, key, str(value))
        if item.type is Type.CODES:
            return words.join([words.catalogue.word(record.kind, key, str(v)) for v in value])
        return words.actors([str(v) for v in value] if isinstance(value, list) else [str(value)])

    def hold(self, record: Record, failure: Failure | None) -> None:
        """Withhold a record: the value that failed, or None where no pattern fits."""
        self.withheld.setdefault(record.id, Withheld(record, failure))

    # ------------------------------------------------------------------------------------------------------- wording

    def sentence(self, frame: Frame, form: str = "") -> list[Piece] | None:
        """The pieces of a record's sentence, from its capital to its full stop."""
        catalogue, record = self.words.catalogue, frame.record
        for pattern in catalogue.patterns(record.kind, form or record.status, record.values):
            frame.used.clear()
            pieces = fill(pattern, frame.fill)
            if pieces is not None:
                break
        else:
            return None
        if frame.said_by and "said_by" not in frame.used:
            who = fill(parse_pattern(catalogue.text("label.according").replace("{who}", "{said_by}")), frame.fill)
            pieces += who or []
        if form:
            return pieces
        if not "".join(p.text for p in pieces).rstrip("”").endswith((".", "!", "?", "…")):
            pieces.append(Piece("."))
        if record.status in TO_COME and frame.past() and record.id not in self.settled:
            pieces.append(Piece(catalogue.text("label.lapsed")))
        first = next((i for i, p in enumerate(pieces) if p.text), 0)
        pieces[first] = replace(pieces[first], text=pieces[first].text[:1].upper() + pieces[first].text[1:])
        return pieces

    def _steps(self, frame: Frame) -> tuple[list[Piece], list[Shown]]:
        """The other things done with it, each with its own date: "Also: initialled in December 2024."."""
        record, catalogue = frame.record, self.words.catalogue
        roles = {r: next((n for n, f in frame.fields.items() if r in f.roles), "") for r in (Role.STEP, Role.WHEN)}
        step_key, when_key = roles[Role.STEP], roles[Role.WHEN]
        by_id = {c.id: c for c in record.claims}
        pieces: list[Piece] = []
        values: list[Shown] = []
        for action, ids in record.steps:
            if action in (record.values.get(step_key), record.status, "mentioned"):
                continue
            claims = tuple(by_id[i] for i in ids if i in by_id)
            dates = [c.values[when_key] for c in claims if when_key and moment(c.values.get(when_key))]
            if not dates or dates[0] == record.values.get(when_key):
                continue
            pieces.append(Piece(self._step_word(record.kind, step_key, action) + " "))
            pieces.append(Piece(self.words.date(str(dates[0]), "on"), when_key))
            pieces.append(Piece("; "))
            values.append(Shown(when_key, dates[0], claims))
        if not pieces:
            return [], []
        before, _, after = catalogue.text("label.also_dated").partition("{steps}")
        return [Piece(" " + before), *pieces[:-1], Piece(after)], values

    def _step_word(self, kind: str, key: str, step: str) -> str:
        """A step in words: "signed", "planned: signed" for what was not done, "planned" for a status alone."""
        catalogue = self.words.catalogue
        status, _, action = step.rpartition(" ")
        said = str(catalogue.get(f"steps.{action}") or catalogue.word(kind, key, action))
        return (
            catalogue.text("label.step_status", status=catalogue.text(f"steps.{status}"), step=said) if status else said
        )

    def _quote(self, record: Record) -> str:
        """The words that carry the stance or the topic: the longest quote of the first claim that has one."""
        for claim in record.claims:
            for key in ("stance", "topic", "speaker", "value"):
                found = quotes_of(claim, key)
                if found:
                    return max(found, key=lambda e: (len(e.quote), -e.start)).quote
        return ""

    # ----------------------------------------------------------------------------------------------------- grounding

    def _shown(self, frame: Frame, pieces: Sequence[Piece]) -> list[Shown]:
        record, shown = frame.record, []
        for key in dict.fromkeys(p.key for p in pieces if p.key and p.key != "quote"):
            value = list(frame.said_by) if key == "said_by" else record.values.get(key)
            shown.append(Shown(key, value, record.claims))
        if any(p.key == "value" for p in pieces):
            low_high = [k for k in ("low", "high") if record.values.get(k) is not None]
            shown += [Shown(k, record.values[k], self._with_value(record)) for k in low_high]
        step = next((n for n, f in frame.fields.items() if Role.STEP in f.roles and record.values.get(n)), "")
        if step and not any(s.key == step for s in shown):
            shown.append(Shown(step, record.values[step], record.claims))
        return shown

    def _with_value(self, record: Record) -> tuple[Claim, ...]:
        return tuple(c for c in record.claims if c.values.get("value") == record.values.get("value")) or record.claims

    def check(self, shown: Sequence[Shown], record: Record) -> list[Checked] | Failure:
        """All values checked, or the first that fails. What a person said rests on their word."""
        fields, done = self.fields(record.kind), []
        for item in shown:
            kind = _EXTRA.get(item.key) or (fields[item.key].type if item.key in fields else Type.TEXT)
            keys = ("value",) if item.key in ("low", "high") else ()
            result = check(item, kind, self.grounder, self.published)
            if isinstance(result, Failure) and keys:
                claims = tuple(replace(c, values={**c.values, item.key: item.value}) for c in item.claims)
                result = self._as(item, claims, keys[0], kind)
            if isinstance(result, Failure):
                if item.key not in record.judged:
                    return result
                result = Checked(item.key, basis=record.judged[item.key], shown=item)
            done.append(result)
        return done

    def _as(self, item: Shown, claims: Sequence[Claim], key: str, kind: Type) -> Checked | Failure:
        """The bounds of a range rest on the quotes of its value."""
        quotes = [(c, e) for c in claims for e in quotes_of(c, key)]
        if quotes and self.grounder(kind, item.value, [e.quote for _, e in quotes], None):
            return Checked(item.key, tuple(quotes), shown=item)
        return Failure(item.key, item.value, tuple(e.quote for _, e in quotes))

    # ------------------------------------------------------------------------------------------------------- putting

    def _put(self, pieces: Sequence[Piece], checked: Sequence[Checked], record: Record) -> Statement | None:
        quotes = choose(checked, self.footnotes.copies) or [
            (c.document, e) for c in record.claims[:1] for e in c.evidence[:1]
        ]
        if not quotes:
            self.hold(record, None)
            return None
        marked = {c.key: c.basis for c in checked if c.basis}
        parts = tuple(Part(plain_text_keep(p.text), p.key, p.key in marked) for p in pieces if p.text)
        notes = tuple(self._note(key, basis) for key, basis in marked.items())
        return Statement(parts, (record.id,), self.footnotes.numbers(quotes), notes, record.status, record.voices)

    def _note(self, key: str, basis: str) -> str:
        catalogue = self.words.catalogue
        known = catalogue.get(f"label.basis_{basis.replace(' ', '_')}")
        name = catalogue.text(f"key.{key}")
        return catalogue.text("label.inferred", what=name, reason=known or plain_text(basis))


def plain_text_keep(text: str) -> str:
    """One line, with the spaces at its ends."""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return left + plain_text(text) + right
