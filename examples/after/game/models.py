# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""What the world is made of. Plain data; rules live in the services."""

from dataclasses import dataclass, field
from enum import Enum

START_ROOM = "ember-shrine"
INVENTORY_CAPACITY = 20


class ContainerKind(str, Enum):
    """Where a container comes from, which decides who may open it."""

    ENVIRONMENT = "environment"
    INVENTORY = "inventory"
    WEARABLE = "wearable"
    CORPSE = "corpse"


@dataclass(frozen=True)
class Room:
    """A place. `light` runs from 0 (pitch dark) to 9 (full lantern light)."""

    id: str
    name: str
    description: str
    light: int
    exits: dict[str, str] = field(default_factory=dict)


@dataclass
class Player:
    """A character. Lucidity is what the dark takes from them."""

    id: str
    name: str
    room_id: str = START_ROOM
    health: int = 100
    max_health: int = 100
    lucidity: int = 100
    experience: int = 0
    is_admin: bool = False
    last_seen: float = 0.0


@dataclass
class Container:
    """Anything that holds items: a chest, a satchel, a corpse, a player's pockets."""

    id: str
    kind: ContainerKind
    name: str
    capacity: int
    room_id: str | None = None
    owner_id: str | None = None
    locked: bool = False


@dataclass(frozen=True)
class Item:
    """A thing. Items with a `slot` can be worn and then hold up to `capacity` others."""

    id: str
    name: str
    container_id: str | None
    slot: str = ""
    capacity: int = 0

    @property
    def is_wearable(self) -> bool:
        """Whether the item can be worn as a container."""
        return bool(self.slot) and self.capacity > 0


@dataclass(frozen=True)
class WornContainer:
    """An item somebody wears, and the container it has become."""

    player_id: str
    slot: str
    item_id: str
    container_id: str


@dataclass
class Npc:
    """A creature that is alive now."""

    id: str
    name: str
    room_id: str
    health: int
    attack: int
    reward: int


@dataclass(frozen=True)
class NpcSpawn:
    """A creature that should be alive when the server starts."""

    npc_id: str
    name: str
    room_id: str
    health: int
    attack: int
    reward: int

    def as_npc(self) -> Npc:
        """The creature in full health, in its own room."""
        return Npc(self.npc_id, self.name, self.room_id, self.health, self.attack, self.reward)


@dataclass(frozen=True)
class Corpse:
    """What a dead player leaves behind until `decays_at` (seconds since the epoch)."""

    id: str
    owner_id: str
    room_id: str
    container_id: str
    decays_at: float


@dataclass(frozen=True)
class ContainerEvent:
    """One line of a container's history."""

    container_id: str
    player_id: str
    action: str
    happened_at: float


def inventory_id(player_id: str) -> str:
    """The id of the container that is the player's inventory."""
    return f"inventory-{player_id}"


def new_inventory(player_id: str) -> Container:
    """An empty inventory for a player who has none yet."""
    return Container(
        id=inventory_id(player_id),
        kind=ContainerKind.INVENTORY,
        name="pockets",
        capacity=INVENTORY_CAPACITY,
        owner_id=player_id,
    )
