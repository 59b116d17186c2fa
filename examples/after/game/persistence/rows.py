# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Between database rows and the models, for both layers."""

import json
from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from ..models import Container, ContainerEvent, ContainerKind, Corpse, Item, Npc, NpcSpawn, Player, Room, WornContainer

Row = Mapping[str, Any]
Values = tuple[Any, ...]


def room_from(row: Row) -> Room:
    """A room; its exits are stored as JSON."""
    return Room(row["id"], row["name"], row["description"], row["light"], json.loads(row["exits"]))


def room_values(room: Room) -> Values:
    """The columns of `INSERT_ROOM`."""
    return room.id, room.name, room.description, room.light, json.dumps(room.exits)


def player_from(row: Row) -> Player:
    """A player; flags are stored as integers."""
    return Player(**{**dict(row), "is_admin": bool(row["is_admin"])})


def player_values(player: Player) -> Values:
    """The columns of `SAVE_PLAYER`."""
    return (
        player.id,
        player.name,
        player.room_id,
        player.health,
        player.max_health,
        player.lucidity,
        player.experience,
        int(player.is_admin),
        player.last_seen,
    )


def container_from(row: Row) -> Container:
    """A container without its items."""
    return Container(**{**dict(row), "kind": ContainerKind(row["kind"]), "locked": bool(row["locked"])})


def container_values(container: Container) -> Values:
    """The columns of `SAVE_CONTAINER`."""
    return (
        container.id,
        container.kind.value,
        container.name,
        container.capacity,
        container.room_id,
        container.owner_id,
        int(container.locked),
    )


def item_from(row: Row) -> Item:
    """An item."""
    return Item(**dict(row))


def worn_from(row: Row) -> WornContainer:
    """A worn container."""
    return WornContainer(**dict(row))


def event_from(row: Row) -> ContainerEvent:
    """One line of a container's history."""
    return ContainerEvent(**dict(row))


def npc_from(row: Row) -> Npc:
    """A living creature."""
    return Npc(**dict(row))


def spawn_from(row: Row) -> NpcSpawn:
    """A creature that should live."""
    return NpcSpawn(**dict(row))


def corpse_from(row: Row) -> Corpse:
    """A corpse."""
    return Corpse(**dict(row))


def plain_values(model: Item | WornContainer | Npc | NpcSpawn | Corpse) -> Values:
    """The columns of a model that is stored field by field, in the order of its fields."""
    return astuple(model)
