# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Wearing and taking off."""

from unittest.mock import AsyncMock, MagicMock

import pytest

from game.container import ApplicationContainer
from game.errors import NotFound, Refused
from game.models import Item, WornContainer
from game.services.wearable_container_service import WearableContainerService


@pytest.fixture
def service(layer: MagicMock, async_layer: AsyncMock) -> WearableContainerService:
    return WearableContainerService(layer, async_persistence=async_layer)


@pytest.fixture
async def outfitted(application: ApplicationContainer) -> ApplicationContainer:
    """Wren has everything from the shrine's chest in the inventory."""
    await application.positions.relocate("wren", "ember-shrine")
    await application.containers.take_all("wren", "shrine-chest")
    return application


async def test_list_worn_is_by_slot(service: WearableContainerService, layer: MagicMock) -> None:
    layer.list_worn.return_value = [
        WornContainer("wren", "back", "sack", "worn-sack"),
        WornContainer("wren", "waist", "belt", "worn-belt"),
    ]
    assert await service.list_worn("wren") == {"back": "worn-sack", "waist": "worn-belt"}
    layer.list_worn.assert_called_once_with("wren")


@pytest.mark.parametrize("item", [None, Item("coin", "coin", "chest", "back", 2)])
async def test_only_what_is_carried_can_be_worn(
    service: WearableContainerService, layer: MagicMock, item: Item | None
) -> None:
    layer.get_item.return_value = item
    with pytest.raises(NotFound):
        await service.wear("wren", "coin")
    layer.save_worn.assert_not_called()


async def test_plain_items_cannot_be_worn(service: WearableContainerService, layer: MagicMock) -> None:
    layer.get_item.return_value = Item("coin", "coin", "inventory-wren")
    with pytest.raises(Refused, match="can't wear coin"):
        await service.wear("wren", "coin")


async def test_a_slot_holds_one_thing(service: WearableContainerService, layer: MagicMock) -> None:
    layer.get_item.return_value = Item("cape", "cape", "inventory-wren", "back", 2)
    layer.get_worn.return_value = WornContainer("wren", "back", "sack", "worn-sack")
    with pytest.raises(Refused, match="back already"):
        await service.wear("wren", "cape")
    layer.get_worn.assert_called_once_with("wren", "back")


async def test_nothing_worn_nothing_removed(service: WearableContainerService, layer: MagicMock) -> None:
    layer.get_worn.return_value = None
    with pytest.raises(NotFound):
        await service.remove("wren", "back")
    layer.delete_worn.assert_not_called()


async def test_worn_satchel_is_a_container(outfitted: ApplicationContainer) -> None:
    worn = await outfitted.wearables.wear("wren", "canvas-satchel")
    await outfitted.containers.put("wren", worn.container_id, "oil-flask")
    assert [item.id for item in await outfitted.containers.contents(worn.container_id)] == ["oil-flask"]
    assert [item.id for item in await outfitted.containers.carried("wren")] == ["wick-belt"]


async def test_only_empty_containers_come_off(outfitted: ApplicationContainer) -> None:
    worn = await outfitted.wearables.wear("wren", "canvas-satchel")
    await outfitted.containers.put("wren", worn.container_id, "oil-flask")
    with pytest.raises(Refused, match="Empty it"):
        await outfitted.wearables.remove("wren", "back")
    await outfitted.containers.take("wren", worn.container_id, "oil-flask")
    await outfitted.wearables.remove("wren", "back")
    assert await outfitted.wearables.list_worn("wren") == {}
