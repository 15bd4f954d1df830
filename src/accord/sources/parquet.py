"""Parquet, by pyarrow (the extra `accord[parquet]`): some hundred rows at a time, and of them the columns that are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from accord.errors import DamagedSource, UnsupportedFormat
from accord.sources.columns import Columns
from accord.sources.raw import Problem, Record

__all__ = ["rows"]

_ROWS = 256


def rows(doc: str, stream: BinaryIO, columns: Columns) -> Iterator[Problem | Record]:
    """A document a row. Raises UnsupportedFormat without pyarrow, and DamagedSource."""
    try:
        import pyarrow.parquet  # type: ignore[import-untyped]
    except ImportError as error:
        reason = f"{doc} is Parquet, for which pyarrow is not installed"
        raise UnsupportedFormat(reason, "pip install 'accord[parquet]'") from error
    number = 0
    try:
        table = pyarrow.parquet.ParquetFile(stream, buffer_size=1 << 20, pre_buffer=False)
        names = table.schema_arrow.names
        columns.check(doc, names)
        for batch in table.iter_batches(_ROWS, columns=columns.names(names), use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield Record(
                    f"{doc}#{number}", doc, json.dumps(row, ensure_ascii=False, default=_plain).encode(), columns
                )
    except (pyarrow.ArrowException, OSError, UnicodeError) as error:
        reason = f"{doc} is no whole Parquet file after row {number} ({str(error).partition(chr(10))[0]})"
        raise DamagedSource(reason, "get the file again; what stands before is read") from error


def _plain(value: Any) -> str:
    """A day, a time or bytes as JSON may hold them."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
