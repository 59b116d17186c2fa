# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Who may play, and under which name."""

import asyncio
import time
import uuid
from dataclasses import dataclass, field

from ..errors import Forbidden
from ..models import Player
from ..persistence.async_layer import AsyncPersistenceLayer, get_async_persistence
from ..persistence.sync_layer import PersistenceLayer, get_persistence


@dataclass
class UserManager:
    """Logs players in and out, and knows which of them are administrators."""

    persistence: PersistenceLayer = field(default_factory=get_persistence)
    async_persistence: AsyncPersistenceLayer = field(default_factory=get_async_persistence)

    async def login(self, name: str) -> Player:
        """The player of that name; a new one if nobody has it yet."""
        name = name.strip()
        if not name.isalpha():
            raise Forbidden("A name consists of letters.")
        if await self._is_barred(name):
            raise Forbidden(f"Nobody may be called {name}.")
        player = await self.async_persistence.get_player_by_name(name)
        if player is None:
            player = Player(id=uuid.uuid4().hex, name=name.capitalize(), last_seen=time.time())
            await self.async_persistence.save_player(player)
        return player

    async def logout(self, player_id: str) -> None:
        """Remember when the player left."""
        await asyncio.to_thread(self.persistence.record_last_seen, player_id, time.time())

    async def profile(self, player_id: str) -> Player:
        """Everything about one player; raises `NotFound` if there is none."""
        return await self.async_persistence.get_player_by_id(player_id)

    async def top_players(self, limit: int = 10) -> list[Player]:
        """The most experienced players, best first."""
        return await self.async_persistence.list_top_players(limit)

    async def is_admin(self, player_id: str) -> bool:
        """Whether the player may use the `admin_` commands."""
        return (await asyncio.to_thread(self.persistence.get_player, player_id)).is_admin

    async def _is_barred(self, name: str) -> bool:
        return await asyncio.to_thread(self.persistence.is_name_barred, name)
