# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Brings the creatures back to life when the server starts."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..container import ApplicationContainer


class NpcStartupService:
    """Runs once, before the first player is let in."""

    def __init__(self, container: ApplicationContainer) -> None:
        self._container = container

    async def populate(self) -> int:
        """Bring every creature to life that isn't alive; returns how many were."""
        revived = 0
        for spawn in await asyncio.to_thread(self._container.persistence.list_npc_spawns):
            if await self._is_alive(spawn.npc_id):
                continue
            await self._container.async_persistence.save_npc(spawn.as_npc())
            revived += 1
        return revived

    async def _is_alive(self, npc_id: str) -> bool:
        return await self._container.async_persistence.get_npc(npc_id) is not None
