# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""What happens once, before the first player comes."""

from unittest.mock import AsyncMock, MagicMock, call

from game.container import ApplicationContainer
from game.models import Container, ContainerKind, Item, NpcSpawn
from game.persistence.sync_layer import PersistenceLayer
from game.seed import ContainerTemplate
from game.services.environmental_container_loader import load_environmental_containers
from game.services.npc_startup_service import NpcStartupService


async def test_dead_creatures_come_back(application: ApplicationContainer) -> None:
    await application.positions.relocate("isolde", "barrel-cellar")
    await application.combat.attack("isolde", "cask-rat")
    await application.combat.attack("isolde", "cask-rat")
    assert await application.combat.npcs_in_room("barrel-cellar") == []
    assert await NpcStartupService(application).populate() == 1
    assert [npc.id for npc in await application.combat.npcs_in_room("barrel-cellar")] == ["cask-rat"]


async def test_living_creatures_keep_their_wounds(application: ApplicationContainer) -> None:
    await application.positions.relocate("wren", "barrel-cellar")
    await application.combat.attack("wren", "cask-rat")
    assert await NpcStartupService(application).populate() == 0
    assert (await application.combat.npcs_in_room("barrel-cellar"))[0].health == 10


async def test_populate_saves_what_is_missing() -> None:
    spawns = [NpcSpawn(name, name, "undercroft", 5, 1, 1) for name in ("bat", "rat")]
    container = MagicMock()
    container.async_persistence.save_npc = AsyncMock()
    container.persistence.list_npc_spawns.return_value = spawns
    container.async_persistence.get_npc = AsyncMock(side_effect=[None, spawns[1].as_npc()])
    assert await NpcStartupService(container).populate() == 1
    container.async_persistence.save_npc.assert_awaited_once_with(spawns[0].as_npc())
    assert container.async_persistence.get_npc.await_args_list == [call("bat"), call("rat")]


async def test_containers_are_loaded_once(persistence: PersistenceLayer) -> None:
    loaded = await load_environmental_containers(persistence)
    assert len(loaded) == 5
    assert await load_environmental_containers(persistence) == []


async def test_emptied_containers_stay_empty(application: ApplicationContainer) -> None:
    await application.positions.relocate("wren", "oil-market")
    await application.containers.take_all("wren", "market-crate")
    await load_environmental_containers(application.persistence)
    assert await application.containers.contents("market-crate") == []


async def test_template_without_a_room_is_passed_over(application: ApplicationContainer) -> None:
    lost = Container("lost", ContainerKind.ENVIRONMENT, "lost box", 1, room_id="nowhere")
    template = ContainerTemplate(lost, (Item("pin", "pin", "lost"),))
    assert await load_environmental_containers(application.persistence, [template]) == []
