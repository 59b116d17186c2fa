# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""What happens to players who are hit."""

import asyncio

from ..persistence.sync_layer import PersistenceLayer, get_persistence
from ..realtime.events import EventBus, PlayerDied


class PlayerCombatService:
    """Takes health from players; who has none left dies."""

    def __init__(self, events: EventBus, persistence: PersistenceLayer | None = None) -> None:
        self._events = events
        self.persistence = persistence or get_persistence()

    async def take_damage(self, player_id: str, amount: int) -> int:
        """Hurt the player; returns the health that is left."""
        if (health := await asyncio.to_thread(self.persistence.adjust_player_health, player_id, -amount)) <= 0:
            await self._events.publish(PlayerDied(player_id))
        return health
