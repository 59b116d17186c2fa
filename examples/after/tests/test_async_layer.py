# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""The asyncio layer on a real database: it must agree with the blocking one."""

import asyncio
import sqlite3
from dataclasses import replace

import pytest

from game.errors import NotFound, StaleItem
from game.models import Container, ContainerKind, Item, Npc, Player
from game.persistence.async_layer import AsyncPersistenceLayer
from game.persistence.sync_layer import PersistenceLayer


async def test_players_are_the_same_in_both_layers(
    persistence: PersistenceLayer, async_persistence: AsyncPersistenceLayer
) -> None:
    for player_id in ("isolde", "brannoch", "wren"):
        expected = await asyncio.to_thread(persistence.get_player, player_id)
        assert await async_persistence.get_player_by_id(player_id) == expected


async def test_unknown_player_is_not_found(async_persistence: AsyncPersistenceLayer) -> None:
    with pytest.raises(NotFound):
        await async_persistence.get_player_by_id("nobody")
    assert await async_persistence.get_player_by_name("nobody") is None


async def test_saved_player_comes_back_unchanged(async_persistence: AsyncPersistenceLayer) -> None:
    tamsin = Player("tamsin", "Tamsin", is_admin=True)
    await async_persistence.save_player(tamsin)
    assert await async_persistence.get_player_by_name("TAMSIN") == tamsin


async def test_top_players_come_best_first(async_persistence: AsyncPersistenceLayer) -> None:
    assert [player.id for player in await async_persistence.list_top_players(2)] == ["isolde", "brannoch"]


async def test_experience_needs_a_source(async_persistence: AsyncPersistenceLayer) -> None:
    assert await async_persistence.add_experience("wren", 5, source="quest") == 45
    with pytest.raises(NotFound):
        await async_persistence.add_experience("nobody", 5, source="quest")


async def test_containers_and_items(async_persistence: AsyncPersistenceLayer) -> None:
    box = Container("box", ContainerKind.ENVIRONMENT, "box", 2, room_id="undercroft")
    await async_persistence.save_container(box, [Item("nail", "nail", "box")])
    assert await async_persistence.list_containers("undercroft") == [box]
    assert await async_persistence.count_items("box") == 1
    await async_persistence.move_item("nail", "box", "inventory-wren")
    assert [item.id for item in await async_persistence.list_items("inventory-wren")] == ["nail"]
    with pytest.raises(StaleItem):
        await async_persistence.move_item("nail", "box", "inventory-wren")


async def test_creatures(async_persistence: AsyncPersistenceLayer) -> None:
    moth = Npc("moth", "a moth", "moth-alley", 5, 1, 1)
    await async_persistence.save_npc(moth)
    assert await async_persistence.get_npc("moth") == moth
    assert await async_persistence.async_list_npcs("moth-alley") == [moth]


async def test_failed_transaction_changes_nothing(async_persistence: AsyncPersistenceLayer) -> None:
    wrong = replace(await async_persistence.get_player_by_id("wren"), name="Isolde")
    with pytest.raises(sqlite3.IntegrityError):
        await async_persistence.save_player(wrong)
    assert (await async_persistence.get_player_by_id("wren")).name == "Wren"


async def test_closed_layer_opens_again(async_persistence: AsyncPersistenceLayer) -> None:
    assert await async_persistence.ping()
    await async_persistence.close()
    assert await async_persistence.ping()


async def test_more_callers_than_connections(async_persistence: AsyncPersistenceLayer) -> None:
    assert all(await asyncio.gather(*(async_persistence.ping() for _ in range(50))))
