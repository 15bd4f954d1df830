"""Parquet: one table of claims, of records or of documents, for DuckDB, Polars, R and whatever else asks tables.

Columns are the keys of the schema, of all kinds together, with the types that the kinds declare: numbers are doubles,
lists are lists. Beside each date, as the schema writes it, stand its first and its last day, so that it can be compared;
an open end is empty. A number that a source gives as a range stands as its lower end, the upper beside it (`killed_high`). What has no table's form (`basis`, steps, reasons) is JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accord.errors import UsageError
from accord.exports.jsonl import own_states
from accord.exports.whole import whole
from accord.record import Type
from accord.values import Period

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

__all__ = ["write_parquet"]

_ROWS = 10_000  # a row group, and what is held in memory at a time
_LISTS = frozenset({Type.STATES, Type.PEOPLE, Type.ACTORS, Type.CODES})
_JSON = ("basis", "steps", "other", "reasons", "blocks")


def write_parquet(lines: Iterable[Mapping[str, Any]], table: str, output: Path) -> int:
    """Write the lines of an export as a table of claims, records or documents, whole or not at all; returns how many. Raises UsageError without
    pyarrow."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq  # type: ignore[import-untyped]
    except ModuleNotFoundError as error:
        raise UsageError(
            "the library for Parquet is not installed", "pip install 'accord[parquet]', or export .jsonl"
        ) from error
    schema, rest, count = _schema(table), iter(lines), 0
    with whole(output) as part, pq.ParquetWriter(part, schema, compression="zstd") as writer:
        while some := list(islice(rest, _ROWS)):
            writer.write_table(pa.Table.from_pylist([_row(line, table) for line in some], schema=schema))
            count += len(some)
    return count


@cache
def _fields() -> Mapping[str, Type]:
    """The keys of all kinds, each with its type, which is the same wherever it stands."""
    from accord.kinds import kinds

    return {field.name: field.type for kind in kinds().values() for field in kind.fields}


@cache
def _ranges() -> frozenset[str]:
    """The numbers that may be ranges: those of kinds that have no key of their own for the upper end."""
    from accord.kinds import kinds

    return frozenset(
        field.name
        for kind in kinds().values()
        if not any(field.name == "high" for field in kind.fields)
        for field in kind.fields
        if field.type is Type.NUMBER
    )


@cache
def _schema(table: str) -> pyarrow.Schema:
    import pyarrow as pa

    words, number = pa.list_(pa.string()), pa.float64()
    if table == "documents":
        text = ("doc", "hash", "state", "language", "title", "url", "publisher", "media_type")
        own = [
            ("names", words),
            *_dated(pa, "published"),
            ("basis", pa.string()),
            ("blocks", pa.string()),
            ("text", pa.string()),
        ]
        return pa.schema([*((name, pa.string()) for name in text), *own])
    piece = [("doc", pa.string()), ("start", pa.int64()), ("end", pa.int64()), ("quote", pa.string()), ("for", words)]
    event = [("type", pa.string()), ("mode", pa.string()), ("context", words), ("quad", pa.int64()), ("score", number)]
    columns: list[tuple[str, pa.DataType]] = [("id", pa.string()), ("kind", pa.string())]
    columns += [("doc", pa.string())] if table == "claims" else []
    columns += [("status", pa.string()), ("states", words), ("said_by", words), ("confidence", number)]
    for name, kind in sorted(_fields().items()):
        if name == "states":
            continue
        if kind is Type.PERIOD:
            columns += _dated(pa, name)
        else:
            columns.append((name, number if kind is Type.NUMBER else words if kind in _LISTS else pa.string()))
            columns += [(f"{name}_high", number)] if name in _ranges() else []
    if table == "records":
        piece.append(("claim", pa.string()))
        columns += [("claims", words), ("sources", words), ("voices", pa.int64())]
        columns += [(name, pa.string()) for name in ("steps", "other", "reasons")]
    return pa.schema(
        [*columns, ("evidence", pa.list_(pa.struct(piece))), ("basis", pa.string()), ("plover", pa.struct(event))]
    )


def _dated(pa: Any, name: str) -> list[tuple[str, Any]]:
    return [(name, pa.string()), (f"{name}_first", pa.date32()), (f"{name}_last", pa.date32())]


def _row(line: Mapping[str, Any], table: str) -> dict[str, Any]:
    row = {key: _value(key, value) for key, value in line.items()}
    row |= {f"{key}_high": float(line[key][1]) for key in _ranges() if isinstance(line.get(key), list)}
    for name in ("published", *(n for n, kind in _fields().items() if kind is Type.PERIOD)):
        if name in line:
            row |= dict(_days(name, str(line[name])))
    if table != "documents":
        row["status"] = line.get("status", "reported")
        values = {key: value for key, value in line.items() if key in _fields()}
        row["states"] = sorted({*own_states(line["kind"], values), *line.get("concerns", ())})
    return row


def _value(key: str, value: Any) -> Any:
    if key in _JSON:
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    kind = _fields().get(key)
    if kind is Type.NUMBER:
        return float(value[0] if isinstance(value, list) else value)
    if key == "said_by" or kind in _LISTS:
        return [str(v) for v in (value if isinstance(value, list) else [value])]
    return value


def _days(name: str, text: str) -> Iterator[tuple[str, date | None]]:
    period = Period.parse(text)
    yield f"{name}_first", period.first if period.first > date.min else None
    yield f"{name}_last", period.last if period.last < date.max else None
