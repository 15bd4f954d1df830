"""One tree of exceptions.

AccordError
├── UsageError            the call itself is wrong (exit code 2)
├── SourceError           one input cannot be read; the rest goes on (exit code 1)
│   ├── EmptySource       nothing in it
│   ├── UnsupportedFormat a format without a reader
│   ├── DamagedSource     truncated, encrypted, or not what its name says
│   ├── OversizedSource   larger than the limits, or expands beyond them
│   └── NoText            no text could be found in it (a scan, an empty page)
├── ValueFormatError      a date, amount or code that is not of the schema's form
├── StoreError            the store cannot be used (exit code 3)
│   ├── StoreLocked       another process writes
│   ├── StoreFull         no space left
│   └── StoreVersion      written by a newer Accord, or not a store
└── NotFound              no record, document or state of that name

Every message says what is wrong, with what, and what to do next.
"""

from __future__ import annotations

__all__ = [
    "AccordError",
    "DamagedSource",
    "EmptySource",
    "NoText",
    "NotFound",
    "OversizedSource",
    "SourceError",
    "StoreError",
    "StoreFull",
    "StoreLocked",
    "StoreVersion",
    "UnsupportedFormat",
    "UsageError",
    "ValueFormatError",
]


class AccordError(Exception):
    """The base of all errors raised on purpose; `reason` says what is wrong, `mend` what to do."""

    def __init__(self, reason: str, mend: str = "") -> None:
        super().__init__(f"{reason}; {mend}" if mend else reason)
        self.reason = reason
        self.mend = mend


class UsageError(AccordError):
    """The call itself is wrong."""


class SourceError(AccordError):
    """One input cannot be read."""


class EmptySource(SourceError):
    """There is nothing in it."""


class UnsupportedFormat(SourceError):
    """A format without a reader."""


class DamagedSource(SourceError):
    """Truncated, encrypted, or not what its name says."""


class OversizedSource(SourceError):
    """Larger than the limits, or expanding beyond them."""


class NoText(SourceError):
    """No text could be found in it."""


class ValueFormatError(AccordError):
    """A date, amount or code that is not of the schema's form."""


class StoreError(AccordError):
    """The store cannot be used."""


class StoreLocked(StoreError):
    """Another process writes to the store."""


class StoreFull(StoreError):
    """No space is left for the store."""


class StoreVersion(StoreError):
    """Written by a newer Accord, or no store at all."""


class NotFound(AccordError):
    """No record, document or state of that name."""
