# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Containers: looking into them, taking, putting, locking, and who did it."""

import asyncio

from ..errors import Forbidden, NotFound, Refused, StaleItem
from ..models import Container, ContainerEvent, ContainerKind, Item, new_inventory
from ..persistence.async_layer import AsyncPersistenceLayer, get_async_persistence
from ..persistence.sync_layer import PersistenceLayer, get_persistence


class ContainerService:
    """What players can do with containers. Each change is written to the container's history."""

    def __init__(
        self,
        persistence: PersistenceLayer | None = None,
        async_persistence: AsyncPersistenceLayer | None = None,
    ) -> None:
        self.persistence = persistence or get_persistence()
        self.async_persistence = async_persistence or get_async_persistence()

    async def list_in_room(self, room_id: str) -> list[Container]:
        """The containers a visitor sees in a room; their own and other people's inventories are not among them."""
        if self.persistence.get_room(room_id) is None:
            raise NotFound(f"There is no room {room_id}.")
        return [
            container
            for container in await self.async_persistence.list_containers(room_id=room_id)
            if container.kind is not ContainerKind.INVENTORY
        ]

    async def contents(self, container_id: str) -> list[Item]:
        """What the container holds, by name."""
        await self._require_container(container_id)
        return await self.async_persistence.list_items(container_id)

    async def describe(self, container_id: str) -> str:
        """One sentence for whoever looks at the container."""
        container = await self._require_container(container_id)
        if container.locked:
            return f"The {container.name} is locked."
        return f"The {container.name} holds {await self.async_persistence.count_items(container_id)} of {container.capacity} items."

    async def take(self, player_id: str, container_id: str, item_id: str) -> Container:
        """Move an item from the container to the player's inventory; returns the container."""
        container = await self._open_container(player_id, container_id)
        inventory = await self.ensure_inventory(player_id)
        if await self._free_space(inventory) <= 0:
            raise Refused("You can't carry any more.")
        try:
            await self.async_persistence.move_item(item_id, source_id=container.id, target_id=inventory.id)
        except StaleItem as error:
            raise NotFound(f"There is no {item_id} in the {container.name}.") from error
        await self._record(container_id, player_id, f"took {item_id}")
        return container

    async def take_all(self, player_id: str, container_id: str) -> list[Item]:
        """Take whatever fits; returns what was taken."""
        container = await self._open_container(player_id, container_id)
        taken: list[Item] = []
        for item in await self.async_persistence.list_items(container.id):
            try:
                await self.take(player_id, container_id, item.id)
            except Refused:
                break
            taken.append(item)
        return taken

    async def put(self, player_id: str, container_id: str, item_id: str) -> Container:
        """Move an item from the player's inventory to the container; returns the container."""
        container = await self._open_container(player_id, container_id)
        if await self._free_space(container) <= 0:
            raise Refused(f"The {container.name} is full.")
        inventory = await self.ensure_inventory(player_id)
        route = (inventory.id, container.id)
        try:
            await self.async_persistence.move_item(item_id, *route)
        except StaleItem as error:
            raise NotFound(f"You don't carry {item_id}.") from error
        await self._record(container_id, player_id, f"put {item_id}")
        return container

    async def set_lock(self, player_id: str, container_id: str, locked: bool) -> Container:
        """Lock or unlock a container that belongs to a room; returns it as it is now."""
        container = await self._require_container(container_id)
        if container.kind is not ContainerKind.ENVIRONMENT:
            raise Refused(f"The {container.name} has no lock.")
        container.locked = locked
        await self.async_persistence.save_container(container)
        await self._record(container_id, player_id, "locked" if locked else "unlocked")
        return container

    async def ensure_inventory(self, player_id: str) -> Container:
        """The player's inventory, made on their first visit."""
        if (inventory := await self.async_persistence.get_inventory(player_id)) is not None:
            return inventory
        inventory = new_inventory(player_id)
        await self.async_persistence.save_container(inventory)
        return inventory

    async def carried(self, player_id: str) -> list[Item]:
        """What the player carries, worn containers not included."""
        inventory = await self.ensure_inventory(player_id)
        return await self.async_persistence.list_items(inventory.id)

    async def history(self, container_id: str, limit: int = 20) -> list[ContainerEvent]:
        """Who did what with the container, newest first."""
        return await asyncio.to_thread(self.persistence.list_container_events, container_id, limit)

    async def last_visitor(self, container_id: str) -> str | None:
        """The id of the player who touched the container last, if anybody did."""
        try:
            return (await asyncio.to_thread(self.persistence.list_container_events, container_id, limit=1))[0].player_id
        except IndexError:
            return None

    async def _open_container(self, player_id: str, container_id: str) -> Container:
        """The container, if the player can put a hand into it."""
        container = await self._require_container(container_id)
        if container.locked:
            raise Refused(f"The {container.name} is locked.")
        if not await self._is_within_reach(player_id, container):
            raise Forbidden(f"The {container.name} is out of your reach.")
        return container

    async def _require_container(self, container_id: str) -> Container:
        container = await self.async_persistence.get_container(container_id)
        if container is None:
            raise NotFound(f"There is no container {container_id}.")
        return container

    async def _is_within_reach(self, player_id: str, container: Container) -> bool:
        """Own things are always in reach, other people's never, the rest if it is in the same room."""
        if container.kind in (ContainerKind.INVENTORY, ContainerKind.WEARABLE):
            return container.owner_id == player_id
        return container.room_id == (await asyncio.to_thread(self.persistence.get_player, player_id)).room_id

    async def _free_space(self, container: Container) -> int:
        return container.capacity - await self.async_persistence.count_items(container.id)

    async def _record(self, container_id: str, player_id: str, action: str) -> None:
        await asyncio.to_thread(self.persistence.log_container_event, container_id, player_id, action)
