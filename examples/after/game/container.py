# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Builds the services once and hands them to whoever needs one."""

from __future__ import annotations

from dataclasses import dataclass

from .persistence.async_layer import AsyncPersistenceLayer
from .persistence.sync_layer import PersistenceLayer
from .realtime.connections import ConnectionManager
from .realtime.events import CorpseDecayed, EventBus, NpcSlain, PlayerDied, PlayerMoved
from .services.container_service import ContainerService
from .services.corpse_lifecycle_service import CorpseLifecycleService
from .services.npc_combat_integration_service import NpcCombatIntegrationService
from .services.player_combat_service import PlayerCombatService
from .services.player_death_service import PlayerDeathService
from .services.player_position_service import PlayerPositionService
from .services.user_manager import UserManager
from .services.wearable_container_service import WearableContainerService


@dataclass(frozen=True)
class ApplicationContainer:
    """Everything one running server consists of."""

    persistence: PersistenceLayer
    async_persistence: AsyncPersistenceLayer
    events: EventBus
    connections: ConnectionManager
    users: UserManager
    positions: PlayerPositionService
    containers: ContainerService
    wearables: WearableContainerService
    corpses: CorpseLifecycleService
    deaths: PlayerDeathService
    combat: NpcCombatIntegrationService

    @classmethod
    def build(cls, persistence: PersistenceLayer, async_persistence: AsyncPersistenceLayer) -> ApplicationContainer:
        """Wire the services to the two layers and to each other."""
        events = EventBus()
        corpses = CorpseLifecycleService(events)
        application = cls(
            persistence=persistence,
            async_persistence=async_persistence,
            events=events,
            connections=ConnectionManager(),
            users=UserManager(persistence, async_persistence),
            positions=PlayerPositionService(events, persistence),
            containers=ContainerService(persistence, async_persistence),
            wearables=WearableContainerService(
                persistence, async_persistence=async_persistence
            ),
            corpses=corpses,
            deaths=PlayerDeathService(corpses, events, persistence, async_persistence),
            combat=NpcCombatIntegrationService(
                PlayerCombatService(events, persistence),
                events,
                persistence,
                async_persistence=async_persistence,
            ),
        )
        application.subscribe()
        return application

    def subscribe(self) -> None:
        """Connect the handlers to the events they wait for."""
        self.events.subscribe(PlayerMoved, self.connections.on_player_moved)
        self.events.subscribe(NpcSlain, self.connections.on_npc_slain)
        self.events.subscribe(CorpseDecayed, self.connections.on_corpse_decayed)
        self.events.subscribe(PlayerDied, self.deaths.on_player_died)
