# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Corpses: laid down when somebody dies, lootable for a while, then gone."""

import asyncio
import logging
import time
import uuid

from ..models import INVENTORY_CAPACITY, Container, ContainerKind, Corpse, Player
from ..persistence.async_layer import get_async_persistence
from ..persistence.sync_layer import get_persistence
from ..realtime.events import CorpseDecayed, EventBus

logger = logging.getLogger(__name__)

DECAY_SECONDS = 300.0


class CorpseLifecycleService:
    """Makes corpses and sweeps away the old ones."""

    def __init__(self, events: EventBus, decay_seconds: float = DECAY_SECONDS) -> None:
        self._events = events
        self._decay_seconds = decay_seconds

    async def create_corpse(self, player: Player) -> Corpse:
        """Lay down the player's corpse in their room, with everything they carried."""
        persistence = get_persistence()
        async_persistence = get_async_persistence()
        corpse_id = f"corpse-{uuid.uuid4().hex}"
        container = Container(
            id=corpse_id,
            kind=ContainerKind.CORPSE,
            name=f"corpse of {player.name}",
            capacity=INVENTORY_CAPACITY,
            room_id=player.room_id,
        )
        await async_persistence.save_container(container)
        corpse = Corpse(corpse_id, player.id, player.room_id, container.id, time.time() + self._decay_seconds)
        await asyncio.to_thread(persistence.save_corpse, corpse)
        return corpse

    async def sweep(self, now: float) -> int:
        """Remove every corpse whose time is over; returns how many there were."""
        persistence = get_persistence()
        swept = 0
        for corpse in await asyncio.to_thread(persistence.list_expired_corpses, now):
            await _bury(persistence, corpse)
            await self._events.publish(CorpseDecayed(corpse.room_id))
            swept += 1
        return swept

    async def run(self, interval: float) -> None:
        """Sweep for as long as the server runs."""
        while True:
            await asyncio.sleep(interval)
            try:
                await self.sweep(time.time())
            except Exception:
                logger.exception("Could not sweep the corpses; trying again in %s seconds.", interval)


async def _bury(persistence, corpse: Corpse) -> None:
    """Remove one corpse and whatever nobody took from it."""
    await asyncio.to_thread(persistence.delete_corpse, corpse)
