"""A person's word on a claim or a pair of claims, from the way people give it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from accord.analysis import OUTCOMES
from accord.errors import UsageError, ValueFormatError
from accord.kinds import kinds
from accord.record import Claim, Field, Role, Type
from accord.resolve.judge import VERDICTS
from accord.store import Store, Word, anchor
from accord.values import Period

__all__ = ["word_on"]

_VERDICTS = {"could-not-verify": "unverified"}
_PAIRS = ("same", "different")


def word_on(
    store: Store, verdict: str, ids: Sequence[str], key: str, value: str, source: str, reason: str, who: str
) -> Word:
    """The judgement on claims or records, now. Raises UsageError, ValueFormatError and NotFound."""
    said = _VERDICTS.get(verdict, verdict)
    if said not in VERDICTS:
        raise UsageError(f"no verdict is called {verdict!r}", f"say one of {', '.join(VERDICTS)}")
    wanted = 2 if said in _PAIRS else 1
    if len(ids) != wanted:
        raise UsageError(
            f"{verdict} is said of {wanted} id{'s' * (wanted > 1)}, {len(ids)} given", "see `accord judge --help`"
        )
    claims = [_claim(store, id_) for id_ in ids]
    old, new = _values(claims[0], said, key, value)
    field = "outcome" if said == "outcome" else key
    when = datetime.now(UTC).isoformat(timespec="seconds")
    return Word(said, tuple(anchor(c) for c in claims), field, old, new, source, reason, who, when)


def _claim(store: Store, id_: str) -> Claim:
    """The claim of an id; of a record's, its surest one."""
    record, claim = store.get(id_)
    return claim or max(record.claims, key=lambda c: (c.confidence, c.id))


def _values(claim: Claim, verdict: str, key: str, value: str) -> tuple[Any, Any]:
    """What was believed and what is now said, for a value or an outcome."""
    if verdict == "outcome":
        if value not in OUTCOMES:
            raise UsageError(f"no outcome is called {value!r}", f"give --value one of {', '.join(OUTCOMES)}")
        return None, value
    if verdict != "value":
        return None, None
    fields = {f.name: f for f in kinds()[claim.kind].fields}
    if key not in fields:
        raise UsageError(f"no {claim.kind} has a key {key!r}", f"its keys are {', '.join(fields)}")
    return claim.values.get(key), _parsed(fields[key], value)


def _parsed(field: Field, text: str) -> Any:
    """A value as its field writes it. Raises ValueFormatError."""
    if field.type is Type.NUMBER:
        try:
            number = float(text.replace(",", ""))
        except ValueError as error:
            raise ValueFormatError(f"{text!r} is no number", "write it plain: 12200000") from error
        return int(number) if number.is_integer() else number
    if field.type is Type.PERIOD:
        return str(Period.parse(text))
    if field.type is Type.CODE and Role.TOPIC not in field.roles and text not in field.words:
        raise UsageError(f"{field.name} is none of its words: {text!r}", f"they are {', '.join(field.words)}")
    if field.type in (Type.STATES, Type.ACTORS, Type.PEOPLE):
        return [part.strip() for part in text.split(",") if part.strip()]
    return text
