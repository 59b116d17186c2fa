# Copyright 2026 the rewrite-async-persistence authors.
# Licensed under the Apache License, Version 2.0; see LICENSE in the project's root.

"""Logging in and out, on a fake layer and on mocks."""

from unittest.mock import AsyncMock, MagicMock, Mock

import pytest

from game.errors import Forbidden, NotFound
from game.models import Player
from game.persistence.async_layer import AsyncPersistenceLayer
from game.persistence.sync_layer import PersistenceLayer
from game.services.user_manager import UserManager

from .doubles import FakePersistence


@pytest.fixture
def fake() -> FakePersistence:
    return FakePersistence(
        Player("isolde", "Isolde", is_admin=True, experience=9),
        Player("wren", "Wren", experience=4),
        barred=("keeper",),
    )


@pytest.fixture
def users(fake: FakePersistence) -> UserManager:
    return UserManager(persistence=fake, async_persistence=fake)


async def test_known_name_logs_in_as_itself(users: UserManager, fake: FakePersistence) -> None:
    assert await users.login(" wREN ") is fake.players["wren"]
    assert len(fake.players) == 2


async def test_new_name_makes_a_new_player(users: UserManager, fake: FakePersistence) -> None:
    player = await users.login("tamsin")
    assert player.name == "Tamsin"
    assert fake.players[player.id] is player
    assert not await users.is_admin(player.id)


@pytest.mark.parametrize("name", ["keeper", "Keeper", "", "x y", "1234"])
async def test_some_names_are_refused(users: UserManager, fake: FakePersistence, name: str) -> None:
    with pytest.raises(Forbidden):
        await users.login(name)
    assert len(fake.players) == 2


async def test_logout_is_remembered(users: UserManager, fake: FakePersistence) -> None:
    await users.logout("wren")
    assert fake.seen["wren"] > 0


async def test_only_administrators_are_administrators(users: UserManager) -> None:
    assert await users.is_admin("isolde") is True
    assert await users.is_admin("wren") is False


async def test_strangers_are_no_administrators(users: UserManager) -> None:
    with pytest.raises(NotFound):
        await users.is_admin("nobody")


async def test_profile_and_top_players(users: UserManager) -> None:
    assert (await users.profile("wren")).name == "Wren"
    assert [player.id for player in await users.top_players(limit=1)] == ["isolde"]


async def test_login_saves_only_new_players(layer: MagicMock, async_layer: AsyncMock) -> None:
    layer.is_name_barred.return_value = False
    async_layer.get_player_by_name.return_value = None
    player = await UserManager(layer, async_layer).login("Tamsin")
    async_layer.get_player_by_name.assert_awaited_once_with("Tamsin")
    async_layer.save_player.assert_awaited_once_with(player)


async def test_is_admin_asks_for_the_player() -> None:
    persistence, async_persistence = Mock(), AsyncMock()
    persistence.get_player.return_value.is_admin = True
    assert await UserManager(persistence, async_persistence).is_admin("isolde")
    persistence.get_player.assert_called_once_with("isolde")


async def test_layers_default_to_those_of_the_process(
    persistence: PersistenceLayer, async_persistence: AsyncPersistenceLayer
) -> None:
    users = UserManager()
    assert users.persistence is persistence
    assert users.async_persistence is async_persistence
    assert await users.is_admin("isolde")
