from unittest.mock import Mock

import pytest

from commands import Commands


async def wave(data, user, store):
    return f"{user} waves"


@pytest.fixture
def commands():
    return Commands()


async def test_registered(commands):
    commands.register("wave", wave)
    assert await commands.run("wave", "ann", None) == "ann waves"


async def test_look(commands):
    store = Mock()
    store.get_player.return_value = {"name": "ann", "room": "hall"}
    assert await commands.run("look", "ann", store) == "hall"


async def test_nobody(commands):
    store = Mock()
    store.get_player.return_value = None
    assert await commands.run("look", "eve", store) == "who are you?"


async def test_rest(commands):
    store = Mock()
    store.get_player.return_value = {"name": "ann"}
    assert await commands.run("rest", "ann", store) == "zzz"
    store.save_player.assert_called_once_with({"name": "ann", "resting": True})
