# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""The blocking persistence layer: one connection per call, sqlite3 or psycopg2 underneath.

Every method but `get_room` and `list_rooms` waits for the database, and the thread that calls it waits too.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from ..config import load_settings
from ..errors import NotFound, StaleItem
from ..models import Container, ContainerEvent, Corpse, Item, Npc, NpcSpawn, Player, Room, WornContainer, inventory_id
from . import rows, sql
from .dialect import is_postgres, placeholders, sqlite_path

Statement = tuple[str, tuple[Any, ...]]

LOCK_TIMEOUT_SECONDS = 5.0


class PersistenceLayer:
    """Reads and writes the world. Rooms never change while the server runs, so they are read once."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._rooms: dict[str, Room] = {row["id"]: rows.room_from(row) for row in self._execute(sql.ALL_ROOMS)}

    # Rooms: memory only.

    def get_room(self, room_id: str) -> Room | None:
        """The room, from the cache."""
        return self._rooms.get(room_id)

    def list_rooms(self) -> list[Room]:
        """All rooms by name, from the cache."""
        return list(self._rooms.values())

    # Players.

    def get_player(self, player_id: str) -> Player:
        """The player; raises `NotFound` if there is none."""
        row = self._fetch_one(sql.PLAYER_BY_ID, player_id)
        if row is None:
            raise NotFound(f"There is no player {player_id}.")
        return rows.player_from(row)

    def get_player_by_name(self, name: str) -> Player | None:
        """The player of that name, in any case, or None."""
        row = self._fetch_one(sql.PLAYER_BY_NAME, name)
        return rows.player_from(row) if row else None

    def save_player(self, player: Player) -> None:
        """Insert the player, or overwrite all of it."""
        self._execute(sql.SAVE_PLAYER, *rows.player_values(player))

    def update_player_room(self, player_id: str, room_id: str) -> bool:
        """Move the player without touching the rest of it; False if there is no such player."""
        return bool(self._execute(sql.UPDATE_PLAYER_ROOM, room_id, player_id))

    def adjust_player_health(self, player_id: str, delta: int) -> int:
        """Hurt or heal within 0 and the player's maximum; returns the new health."""
        row = self._fetch_one(sql.ADJUST_HEALTH, delta, delta, delta, player_id)
        if row is None:
            raise NotFound(f"There is no player {player_id}.")
        return row["health"]

    def apply_lucidity_deltas(self, deltas: Mapping[str, int]) -> dict[str, int]:
        """Change the lucidity of many players in one transaction; returns the new values by player."""
        results = self._execute_all(
            (sql.ADJUST_LUCIDITY, (delta, delta, delta, player_id)) for player_id, delta in deltas.items()
        )
        return {row["id"]: row["lucidity"] for result in results for row in result}

    def add_experience(self, player_id: str, amount: int) -> int:
        """Reward the player; returns the new total."""
        row = self._fetch_one(sql.ADD_EXPERIENCE, amount, player_id)
        if row is None:
            raise NotFound(f"There is no player {player_id}.")
        return row["experience"]

    def record_last_seen(self, player_id: str, seen_at: float) -> None:
        """Remember when the player was last connected."""
        self._execute(sql.UPDATE_LAST_SEEN, seen_at, player_id)

    def is_name_barred(self, name: str) -> bool:
        """Whether nobody may play under this name."""
        return self._fetch_one(sql.BARRED_NAME, name) is not None

    # Containers and items.

    def get_container(self, container_id: str) -> Container | None:
        """The container, or None."""
        row = self._fetch_one(sql.CONTAINER_BY_ID, container_id)
        return rows.container_from(row) if row else None

    def get_inventory(self, player_id: str) -> Container | None:
        """The player's inventory, or None before their first visit."""
        row = self._fetch_one(sql.CONTAINER_BY_ID, inventory_id(player_id))
        return rows.container_from(row) if row else None

    def list_containers(self, room_id: str) -> list[Container]:
        """The containers that stand in a room, by name."""
        return [rows.container_from(row) for row in self._execute(sql.CONTAINERS_IN_ROOM, room_id)]

    def save_container(self, container: Container, items: Iterable[Item] = ()) -> None:
        """Insert or overwrite the container; `items` which exist already stay where they are."""
        self._execute_all(
            [
                (sql.SAVE_CONTAINER, rows.container_values(container)),
                *((sql.INSERT_ITEM, rows.plain_values(item)) for item in items),
            ]
        )

    def get_item(self, item_id: str) -> Item | None:
        """The item, or None."""
        row = self._fetch_one(sql.ITEM_BY_ID, item_id)
        return rows.item_from(row) if row else None

    def list_items(self, container_id: str) -> list[Item]:
        """What a container holds, by name."""
        return [rows.item_from(row) for row in self._execute(sql.ITEMS_IN_CONTAINER, container_id)]

    def count_items(self, container_id: str) -> int:
        """How many items a container holds."""
        return self._execute(sql.COUNT_ITEMS, container_id)[0]["amount"]

    def move_item(self, item_id: str, source_id: str, target_id: str) -> None:
        """Move an item between containers; raises `StaleItem` if it isn't in the source any more."""
        if not self._execute(sql.MOVE_ITEM, target_id, item_id, source_id):
            raise StaleItem(f"{item_id} is not in {source_id}.")

    def log_container_event(self, container_id: str, player_id: str, action: str) -> None:
        """Add a line to the container's history."""
        self._execute(sql.INSERT_EVENT, container_id, player_id, action, time.time())

    def list_container_events(self, container_id: str, limit: int = 20) -> list[ContainerEvent]:
        """The container's history, newest first."""
        return [rows.event_from(row) for row in self._execute(sql.EVENTS_OF_CONTAINER, container_id, limit)]

    # Worn containers.

    def get_worn(self, player_id: str, slot: str) -> WornContainer | None:
        """What the player wears in the slot, or None."""
        row = self._fetch_one(sql.WORN_IN_SLOT, player_id, slot)
        return rows.worn_from(row) if row else None

    def list_worn(self, player_id: str) -> list[WornContainer]:
        """Everything the player wears, by slot."""
        return [rows.worn_from(row) for row in self._execute(sql.WORN_BY_PLAYER, player_id)]

    def save_worn(self, worn: WornContainer) -> None:
        """Put the item on: it leaves the inventory for the slot."""
        self._execute_all(
            [(sql.INSERT_WORN, rows.plain_values(worn)), (sql.PLACE_ITEM, (None, worn.item_id))],
        )

    def delete_worn(self, worn: WornContainer) -> None:
        """Take the item off: it goes back to the inventory and is no container any more."""
        self._execute_all(
            [
                (sql.DELETE_WORN, (worn.player_id, worn.slot)),
                (sql.DELETE_CONTAINER, (worn.container_id,)),
                (sql.PLACE_ITEM, (inventory_id(worn.player_id), worn.item_id)),
            ]
        )

    # Creatures.

    def get_npc(self, npc_id: str) -> Npc | None:
        """The creature if it is alive, or None."""
        row = self._fetch_one(sql.NPC_BY_ID, npc_id)
        return rows.npc_from(row) if row else None

    def list_npcs(self, room_id: str) -> list[Npc]:
        """The living creatures in a room, by name."""
        return [rows.npc_from(row) for row in self._execute(sql.NPCS_IN_ROOM, room_id)]

    def save_npc(self, npc: Npc) -> None:
        """Insert the creature, or overwrite all of it."""
        self._execute(sql.SAVE_NPC, *rows.plain_values(npc))

    def delete_npc(self, npc_id: str) -> None:
        """Remove a creature from the world."""
        self._execute(sql.DELETE_NPC, npc_id)

    def list_npc_spawns(self) -> list[NpcSpawn]:
        """The creatures that should be alive when the server starts."""
        return [rows.spawn_from(row) for row in self._execute(sql.ALL_SPAWNS)]

    # Corpses.

    def save_corpse(self, corpse: Corpse) -> None:
        """Lay down a corpse and let it take over what its owner carried."""
        self._execute_all(
            [
                (sql.INSERT_CORPSE, rows.plain_values(corpse)),
                (sql.MOVE_ALL_ITEMS, (corpse.container_id, inventory_id(corpse.owner_id))),
            ]
        )

    def list_expired_corpses(self, now: float) -> list[Corpse]:
        """Corpses whose time is over, oldest first."""
        return [rows.corpse_from(row) for row in self._execute(sql.EXPIRED_CORPSES, now)]

    def delete_corpse(self, corpse: Corpse) -> None:
        """Remove the corpse, its container and whatever nobody took."""
        self._execute_all(
            [
                (sql.DELETE_ITEMS, (corpse.container_id,)),
                (sql.DELETE_CONTAINER, (corpse.container_id,)),
                (sql.DELETE_CORPSE, (corpse.id,)),
            ]
        )

    def ping(self) -> bool:
        """Whether the database answers."""
        return self._fetch_one(sql.PING) is not None

    # Plumbing.

    def _fetch_one(self, statement: str, *values: Any) -> rows.Row | None:
        result = self._execute(statement, *values)
        return result[0] if result else None

    def _execute(self, statement: str, *values: Any) -> list[rows.Row]:
        return self._execute_all([(statement, values)])[0]

    def _execute_all(self, statements: Iterable[Statement]) -> list[list[rows.Row]]:
        """Run the statements in one transaction; the rows of each, if it has any."""
        results = []
        with self._transaction() as connection:
            for statement, values in statements:
                cursor = connection.cursor()
                cursor.execute(placeholders(statement, self._url), values)
                results.append(cursor.fetchall() if cursor.description else [])
        return results

    @contextmanager
    def _transaction(self) -> Iterator[Any]:
        connection = self._connect()
        try:
            yield connection
            connection.commit()
        finally:
            connection.close()

    def _connect(self) -> Any:
        if is_postgres(self._url):
            import psycopg2
            from psycopg2.extras import RealDictCursor

            return psycopg2.connect(self._url, cursor_factory=RealDictCursor)
        connection = sqlite3.connect(sqlite_path(self._url), timeout=LOCK_TIMEOUT_SECONDS)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous = NORMAL")  # enough with a write-ahead log
        return connection


_persistence: PersistenceLayer | None = None


def get_persistence() -> PersistenceLayer:
    """The layer of this process, opened on first use."""
    global _persistence
    if _persistence is None:
        _persistence = PersistenceLayer(load_settings().database_url)
    return _persistence


def set_persistence(layer: PersistenceLayer | None) -> None:
    """Make `get_persistence` return this layer; None makes it open a new one."""
    global _persistence
    _persistence = layer
