"""Insert or replace, in SQLite's words. PostgreSQL has its own file of the same functions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

__all__ = ["upsert"]


def upsert(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Write one row; where its primary key is there already, the other columns are replaced."""
    keys = [column.name for column in table.primary_key]
    statement = insert(table).values(row)
    rest = {name: statement.excluded[name] for name in row if name not in keys}
    if rest:
        connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=rest))
    else:
        connection.execute(statement.on_conflict_do_nothing(index_elements=keys))
