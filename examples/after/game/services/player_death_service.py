# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""What happens to players who die: a corpse where they fell, and a second chance at the shrine."""

from dataclasses import replace

from ..models import START_ROOM, Player
from ..persistence.async_layer import AsyncPersistenceLayer, get_async_persistence
from ..persistence.sync_layer import PersistenceLayer, get_persistence
from ..realtime.events import EventBus, PlayerDied, PlayerMoved
from .corpse_lifecycle_service import CorpseLifecycleService

LUCIDITY_LOST = 20


class PlayerDeathService:
    """Listens for `PlayerDied`."""

    def __init__(
        self,
        corpses: CorpseLifecycleService,
        events: EventBus,
        persistence: PersistenceLayer | None = None,
        async_persistence: AsyncPersistenceLayer | None = None,
    ) -> None:
        self._corpses = corpses
        self._events = events
        self.persistence = persistence or get_persistence()
        self.async_persistence = async_persistence or get_async_persistence()

    async def on_player_died(self, event: PlayerDied) -> None:
        """Leave a corpse, and wake the player at the shrine."""
        fallen = await self.async_persistence.get_player_by_id(event.player_id)
        await self._corpses.create_corpse(fallen)
        await self.async_persistence.save_player(revived(fallen))
        await self._events.publish(PlayerMoved(fallen.id, START_ROOM))


def revived(player: Player) -> Player:
    """The player as they wake up: whole, at the shrine, and a little less lucid."""
    return replace(
        player,
        room_id=START_ROOM,
        health=player.max_health,
        lucidity=max(0, player.lucidity - LUCIDITY_LOST),
    )
