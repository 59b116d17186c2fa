# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""The asyncio persistence layer: a small pool of connections, aiosqlite or psycopg underneath.

It was begun after the blocking layer and covers what the first callers needed; some names differ.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

import aiosqlite

from ..config import load_settings
from ..errors import NotFound, StaleItem
from ..models import Container, Item, Npc, Player, inventory_id
from . import rows, sql
from .dialect import is_postgres, placeholders, sqlite_path

Statement = tuple[str, tuple[Any, ...]]

LOCK_TIMEOUT_SECONDS = 5.0
POSTGRES_CONNECTIONS = 8
SQLITE_CONNECTIONS = 1  # SQLite admits one writer at a time, and who waits for it there is not served in turn


class AsyncPersistenceLayer:
    """Reads and writes the world without stopping the event loop. Close it on the loop it was used on."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._slots = asyncio.Semaphore(POSTGRES_CONNECTIONS if is_postgres(database_url) else SQLITE_CONNECTIONS)
        self._idle: list[Any] = []

    async def close(self) -> None:
        """Close the connections nobody uses at the moment."""
        while self._idle:
            await self._idle.pop().close()

    # Players.

    async def get_player_by_id(self, player_id: str) -> Player:
        """The player; raises `NotFound` if there is none."""
        row = await self._fetch_one(sql.PLAYER_BY_ID, player_id)
        if row is None:
            raise NotFound(f"There is no player {player_id}.")
        return rows.player_from(row)

    async def get_player_by_name(self, name: str) -> Player | None:
        """The player of that name, in any case, or None."""
        row = await self._fetch_one(sql.PLAYER_BY_NAME, name)
        return rows.player_from(row) if row else None

    async def list_top_players(self, limit: int) -> list[Player]:
        """The most experienced players, best first."""
        return [rows.player_from(row) for row in await self._execute(sql.TOP_PLAYERS, limit)]

    async def save_player(self, player: Player) -> None:
        """Insert the player, or overwrite all of it."""
        await self._execute(sql.SAVE_PLAYER, *rows.player_values(player))

    async def add_experience(self, player_id: str, amount: int, source: str) -> int:
        """Reward the player and log what for; returns the new total."""
        updated, _ = await self._execute_all(
            [(sql.ADD_EXPERIENCE, (amount, player_id)), (sql.LOG_EXPERIENCE, (player_id, amount, source))]
        )
        if not updated:
            raise NotFound(f"There is no player {player_id}.")
        return updated[0]["experience"]

    # Containers and items.

    async def get_container(self, container_id: str) -> Container | None:
        """The container, or None."""
        row = await self._fetch_one(sql.CONTAINER_BY_ID, container_id)
        return rows.container_from(row) if row else None

    async def get_inventory(self, player_id: str) -> Container | None:
        """The player's inventory, or None before their first visit."""
        return await self.get_container(inventory_id(player_id))

    async def list_containers(self, room_id: str) -> list[Container]:
        """The containers that stand in a room, by name."""
        return [rows.container_from(row) for row in await self._execute(sql.CONTAINERS_IN_ROOM, room_id)]

    async def save_container(self, container: Container, items: Iterable[Item] = ()) -> None:
        """Insert or overwrite the container; `items` which exist already stay where they are."""
        await self._execute_all(
            [
                (sql.SAVE_CONTAINER, rows.container_values(container)),
                *((sql.INSERT_ITEM, rows.plain_values(item)) for item in items),
            ]
        )

    async def list_items(self, container_id: str) -> list[Item]:
        """What a container holds, by name."""
        return [rows.item_from(row) for row in await self._execute(sql.ITEMS_IN_CONTAINER, container_id)]

    async def count_items(self, container_id: str) -> int:
        """How many items a container holds."""
        return (await self._execute(sql.COUNT_ITEMS, container_id))[0]["amount"]

    async def move_item(self, item_id: str, source_id: str, target_id: str) -> None:
        """Move an item between containers; raises `StaleItem` if it isn't in the source any more."""
        if not await self._execute(sql.MOVE_ITEM, target_id, item_id, source_id):
            raise StaleItem(f"{item_id} is not in {source_id}.")

    # Creatures.

    async def get_npc(self, npc_id: str) -> Npc | None:
        """The creature if it is alive, or None."""
        row = await self._fetch_one(sql.NPC_BY_ID, npc_id)
        return rows.npc_from(row) if row else None

    async def async_list_npcs(self, room_id: str) -> list[Npc]:
        """The living creatures in a room, by name."""
        return [rows.npc_from(row) for row in await self._execute(sql.NPCS_IN_ROOM, room_id)]

    async def save_npc(self, npc: Npc) -> None:
        """Insert the creature, or overwrite all of it."""
        await self._execute(sql.SAVE_NPC, *rows.plain_values(npc))

    async def ping(self) -> bool:
        """Whether the database answers."""
        return await self._fetch_one(sql.PING) is not None

    # Plumbing.

    async def _fetch_one(self, statement: str, *values: Any) -> rows.Row | None:
        result = await self._execute(statement, *values)
        return result[0] if result else None

    async def _execute(self, statement: str, *values: Any) -> list[rows.Row]:
        return (await self._execute_all([(statement, values)]))[0]

    async def _execute_all(self, statements: Iterable[Statement]) -> list[list[rows.Row]]:
        """Run the statements in one transaction; the rows of each, if it has any."""
        results = []
        async with self._transaction() as connection:
            for statement, values in statements:
                cursor = await connection.execute(placeholders(statement, self._url), values)
                results.append(list(await cursor.fetchall()) if cursor.description else [])
        return results

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[Any]:
        async with self._slots:
            connection = self._idle.pop() if self._idle else await self._connect()
            try:
                yield connection
                await connection.commit()
            except BaseException:
                await connection.close()  # and with it what was not committed
                raise
            self._idle.append(connection)

    async def _connect(self) -> Any:
        if is_postgres(self._url):
            from psycopg import AsyncConnection
            from psycopg.rows import dict_row

            return await AsyncConnection.connect(self._url, row_factory=dict_row)
        connection = await aiosqlite.connect(sqlite_path(self._url), timeout=LOCK_TIMEOUT_SECONDS)
        connection.row_factory = aiosqlite.Row
        await connection.execute("PRAGMA synchronous = NORMAL")  # enough with a write-ahead log
        return connection


_async_persistence: AsyncPersistenceLayer | None = None


def get_async_persistence() -> AsyncPersistenceLayer:
    """The layer of this process, made on first use."""
    global _async_persistence
    if _async_persistence is None:
        _async_persistence = AsyncPersistenceLayer(load_settings().database_url)
    return _async_persistence


def set_async_persistence(layer: AsyncPersistenceLayer) -> None:
    """Make `get_async_persistence` return this layer."""
    global _async_persistence
    _async_persistence = layer


async def close_async_persistence() -> None:
    """Close the layer of this process, if there is one; the accessor makes a new one then."""
    global _async_persistence
    layer, _async_persistence = _async_persistence, None
    if layer is not None:
        await layer.close()
