# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Containers, on mocks where the calls matter and on a real database where the outcome does."""

from unittest.mock import AsyncMock, MagicMock, patch

import pytest

from game.container import ApplicationContainer
from game.errors import Forbidden, NotFound, Refused, StaleItem
from game.models import Container, ContainerEvent, ContainerKind, Item, Player, new_inventory
from game.services.container_service import ContainerService


@pytest.fixture
def service(layer: MagicMock, async_layer: AsyncMock) -> ContainerService:
    return ContainerService(persistence=layer, async_persistence=async_layer)


async def test_list_in_room_hides_inventories(service: ContainerService, chest: Container) -> None:
    service.async_persistence.list_containers.return_value = [chest, new_inventory("wren")]
    assert await service.list_in_room("ember-shrine") == [chest]
    service.async_persistence.list_containers.assert_awaited_once_with(room_id="ember-shrine")


async def test_list_in_unknown_room_asks_no_database(service: ContainerService) -> None:
    service.persistence.get_room.return_value = None
    with pytest.raises(NotFound):
        await service.list_in_room("nowhere")
    service.async_persistence.list_containers.assert_not_called()


async def test_describe_counts(service: ContainerService, chest: Container) -> None:
    service.async_persistence.get_container.return_value = chest
    service.async_persistence.count_items.return_value = 2
    assert await service.describe("chest") == "The chest holds 2 of 3 items."
    service.async_persistence.count_items.assert_awaited_once_with("chest")


async def test_describe_does_not_count_what_is_locked(service: ContainerService, chest: Container) -> None:
    chest.locked = True
    service.async_persistence.get_container.return_value = chest
    assert await service.describe("chest") == "The chest is locked."
    service.async_persistence.count_items.assert_not_called()


async def test_take_moves_and_records(service: ContainerService, chest: Container, pilgrim: Player) -> None:
    service.async_persistence.get_container.return_value = chest
    service.persistence.get_player.return_value = pilgrim
    service.async_persistence.get_inventory.return_value = new_inventory("pilgrim")
    service.async_persistence.count_items.return_value = 0
    assert await service.take("pilgrim", "chest", "coin") is chest
    service.async_persistence.move_item.assert_awaited_once_with(
        "coin", source_id="chest", target_id="inventory-pilgrim"
    )
    service.persistence.log_container_event.assert_called_once_with("chest", "pilgrim", "took coin")


async def test_take_reports_what_somebody_else_took_first(
    service: ContainerService, chest: Container, pilgrim: Player
) -> None:
    service.async_persistence.get_container.return_value = chest
    service.persistence.get_player.return_value = pilgrim
    service.async_persistence.get_inventory.return_value = new_inventory("pilgrim")
    service.async_persistence.count_items.return_value = 0
    service.async_persistence.move_item.side_effect = StaleItem("gone")
    with pytest.raises(NotFound, match="no coin in the chest"):
        await service.take("pilgrim", "chest", "coin")
    service.persistence.log_container_event.assert_not_called()


async def test_ensure_inventory_makes_one_on_the_first_visit(service: ContainerService) -> None:
    service.async_persistence.get_inventory.return_value = None
    inventory = await service.ensure_inventory("pilgrim")
    assert inventory.id == "inventory-pilgrim"
    service.async_persistence.save_container.assert_awaited_once_with(inventory)


async def test_history_passes_the_limit_on(service: ContainerService) -> None:
    service.persistence.list_container_events.side_effect = [[ContainerEvent("chest", "wren", "locked", 1.0)], []]
    assert (await service.history("chest", 5))[0].action == "locked"
    assert await service.last_visitor("chest") is None
    assert service.persistence.list_container_events.call_count == 2


async def test_carried_uses_the_asyncio_layer(service: ContainerService, async_layer: AsyncMock) -> None:
    service.async_persistence.get_inventory.return_value = new_inventory("wren")
    async_layer.list_items.return_value = [Item("coin", "coin", "inventory-wren")]
    assert [item.id for item in await service.carried("wren")] == ["coin"]
    async_layer.list_items.assert_awaited_once_with("inventory-wren")


async def test_full_container_takes_nothing(service: ContainerService, chest: Container) -> None:
    service.async_persistence.get_container.return_value = chest
    with (
        patch.object(service, "_is_within_reach", return_value=True),
        patch.object(service, "_free_space", return_value=0) as free_space,
        pytest.raises(Refused, match="full"),
    ):
        await service.put("pilgrim", "chest", "coin")
    free_space.assert_awaited_once_with(chest)
    service.async_persistence.move_item.assert_not_called()


async def test_take_and_put_back(application: ApplicationContainer) -> None:
    await application.positions.relocate("wren", "ember-shrine")
    await application.containers.take("wren", "shrine-chest", "oil-flask")
    assert [item.id for item in await application.containers.carried("wren")] == ["oil-flask"]
    await application.containers.put("wren", "shrine-chest", "oil-flask")
    assert await application.containers.carried("wren") == []
    assert await application.containers.last_visitor("shrine-chest") == "wren"


async def test_take_all_stops_when_the_pockets_are_full(application: ApplicationContainer) -> None:
    containers = application.containers
    await application.positions.relocate("wren", "ember-shrine")
    with patch("game.services.container_service.ContainerService._free_space", side_effect=[2, 1, 0]):
        taken = await containers.take_all("wren", "shrine-chest")
    assert [item.id for item in taken] == ["canvas-satchel", "oil-flask"]


async def test_distant_containers_are_out_of_reach(application: ApplicationContainer) -> None:
    with pytest.raises(Forbidden):
        await application.containers.take("wren", "shrine-chest", "oil-flask")


async def test_nobody_reaches_into_other_peoples_pockets(application: ApplicationContainer) -> None:
    with pytest.raises(Forbidden):
        await application.containers.take("wren", "inventory-isolde", "anything")


async def test_lock_keeps_hands_out_until_it_is_opened(application: ApplicationContainer) -> None:
    await application.positions.relocate("wren", "barrel-cellar")
    with pytest.raises(Refused, match="locked"):
        await application.containers.take("wren", "cellar-cask", "whale-oil")
    await application.containers.set_lock("isolde", "cellar-cask", locked=False)
    await application.containers.take("wren", "cellar-cask", "whale-oil")
    history = await application.containers.history("cellar-cask")
    assert [event.action for event in history] == ["took whale-oil", "unlocked"]


async def test_only_room_containers_have_locks(service: ContainerService) -> None:
    service.async_persistence.get_container.return_value = Container("corpse-1", ContainerKind.CORPSE, "corpse", 3)
    with pytest.raises(Refused, match="no lock"):
        await service.set_lock("isolde", "corpse-1", locked=True)
    service.async_persistence.save_container.assert_not_called()
