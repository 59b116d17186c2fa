# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Fights between players and creatures."""

import asyncio
from dataclasses import dataclass, field

from ..errors import NotFound, Refused
from ..models import Npc, Player
from ..persistence.async_layer import AsyncPersistenceLayer, get_async_persistence
from ..persistence.sync_layer import PersistenceLayer, get_persistence
from ..realtime.events import EventBus, NpcSlain
from .player_combat_service import PlayerCombatService

BASE_DAMAGE = 10
EXPERIENCE_PER_EXTRA_DAMAGE = 100


@dataclass
class NpcCombatIntegrationService:
    """One exchange of blows at a time: the player strikes, and what survives strikes back."""

    player_combat: PlayerCombatService
    events: EventBus
    persistence: PersistenceLayer = field(default_factory=get_persistence)
    async_persistence: AsyncPersistenceLayer = field(default_factory=get_async_persistence)

    async def npcs_in_room(self, room_id: str) -> list[Npc]:
        """The creatures a visitor sees; none where there is no room."""
        return await self.async_persistence.async_list_npcs(room_id) if self.persistence.get_room(room_id) else []

    async def attack(self, player_id: str, npc_id: str) -> str:
        """Strike a creature in the same room; returns what happened, told to the attacker."""
        npc = await self._require_npc(npc_id)
        attacker = await asyncio.to_thread(self.persistence.get_player, player_id)
        if attacker.room_id != npc.room_id:
            raise Refused(f"You can't see {npc.name} here.")
        npc.health -= damage_of(attacker)
        if npc.health <= 0:
            return await self._slay(attacker, npc)
        await self.async_persistence.save_npc(npc)
        health = await self.player_combat.take_damage(player_id, npc.attack)
        if health <= 0:
            return f"You hit {npc.name}. It strikes you down, and you wake up at the shrine."
        return f"You hit {npc.name}. It strikes back and leaves you at {health} health."

    async def _slay(self, attacker: Player, npc: Npc) -> str:
        await asyncio.to_thread(self.persistence.delete_npc, npc.id)
        total = await self._reward(attacker.id, npc)
        await self.events.publish(NpcSlain(attacker.id, npc.name, npc.room_id))
        return f"You slay {npc.name} and have {total} experience now."

    async def _reward(self, player_id: str, npc: Npc) -> int:
        """Pay out the creature's reward; returns the player's new total."""
        return await asyncio.to_thread(self.persistence.add_experience, player_id, npc.reward)

    async def _require_npc(self, npc_id: str) -> Npc:
        npc = await self.async_persistence.get_npc(npc_id)
        if npc is None:
            raise NotFound(f"There is no {npc_id} alive.")
        return npc


def damage_of(player: Player) -> int:
    """What one blow takes from a creature: more for the experienced."""
    return BASE_DAMAGE + player.experience // EXPERIENCE_PER_EXTRA_DAMAGE
