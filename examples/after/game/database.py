# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Creates the tables and, in an empty database, the world."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from . import seed
from .models import new_inventory
from .persistence import rows, sql
from .persistence.dialect import is_postgres, placeholders, sqlite_path


def prepare_database(url: str) -> bool:
    """Make the database ready to be played on; True if it was empty and has been seeded. Blocks."""
    with _connection(url) as connection:
        cursor = connection.cursor()
        for statement in sql.SCHEMA:
            cursor.execute(statement)
        cursor.execute(sql.ALL_ROOMS)
        if cursor.fetchone() is not None:
            return False
        for statement, values in _seed_statements():
            cursor.execute(placeholders(statement, url), values)
        return True


def _seed_statements() -> Iterator[tuple[str, rows.Values]]:
    for room in seed.ROOMS:
        yield sql.INSERT_ROOM, rows.room_values(room)
    for player in seed.PLAYERS:
        yield sql.SAVE_PLAYER, rows.player_values(player)
        yield sql.SAVE_CONTAINER, rows.container_values(new_inventory(player.id))
    for name in seed.BARRED_NAMES:
        yield sql.INSERT_BARRED_NAME, (name,)
    for spawn in seed.NPC_SPAWNS:
        yield sql.INSERT_SPAWN, rows.plain_values(spawn)


@contextmanager
def _connection(url: str) -> Iterator[Any]:
    connection = _connect(url)
    try:
        yield connection
        connection.commit()
    finally:
        connection.close()


def _connect(url: str) -> Any:
    if is_postgres(url):
        import psycopg2

        return psycopg2.connect(url)
    connection = sqlite3.connect(sqlite_path(url))
    connection.execute("PRAGMA journal_mode = WAL")  # readers don't wait for a writer; the file remembers it
    return connection
