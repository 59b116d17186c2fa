# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Satchels, belts and coats: items that become containers while somebody wears them."""

import asyncio

from ..errors import NotFound, Refused
from ..models import Container, ContainerKind, Item, WornContainer, inventory_id
from ..persistence.async_layer import AsyncPersistenceLayer, get_async_persistence
from ..persistence.sync_layer import PersistenceLayer, get_persistence


class WearableContainerService:
    """Putting wearable containers on and taking them off; one for each slot of the body."""

    def __init__(
        self,
        persistence: PersistenceLayer | None = None,
        async_persistence: AsyncPersistenceLayer | None = None,
    ) -> None:
        self._persistence = persistence or get_persistence()
        self._async_persistence = async_persistence or get_async_persistence()

    async def wear(self, player_id: str, item_id: str) -> WornContainer:
        """Put on an item from the inventory; from then on it holds items itself."""
        item = await self._carried_wearable(player_id, item_id)
        if await self._worn_in(player_id, item.slot) is not None:
            raise Refused(f"You wear something on your {item.slot} already.")
        worn = WornContainer(player_id, item.slot, item.id, container_id=f"worn-{item.id}")
        p = self._persistence
        await self._async_persistence.save_container(
            Container(worn.container_id, ContainerKind.WEARABLE, item.name, item.capacity, owner_id=player_id)
        )
        await asyncio.to_thread(p.save_worn, worn)
        return worn

    async def remove(self, player_id: str, slot: str) -> WornContainer:
        """Take off what is worn in the slot, if it is empty; it goes back to the inventory."""
        worn = await self._worn_in(player_id, slot)
        if worn is None:
            raise NotFound(f"You wear nothing on your {slot}.")
        if await self._async_persistence.count_items(worn.container_id) > 0:
            raise Refused("Empty it before you take it off.")
        await asyncio.to_thread(self._persistence.delete_worn, worn)
        return worn

    async def list_worn(self, player_id: str) -> dict[str, str]:
        """The containers the player wears, by slot."""
        return {worn.slot: worn.container_id for worn in await asyncio.to_thread(self._persistence.list_worn, player_id)}

    async def _carried_wearable(self, player_id: str, item_id: str) -> Item:
        item = await asyncio.to_thread(self._persistence.get_item, item_id)
        if item is None or item.container_id != inventory_id(player_id):
            raise NotFound(f"You don't carry {item_id}.")
        if not item.is_wearable:
            raise Refused(f"You can't wear {item.name}.")
        return item

    async def _worn_in(self, player_id: str, slot: str) -> WornContainer | None:
        return await asyncio.to_thread(self._persistence.get_worn, player_id, slot)
