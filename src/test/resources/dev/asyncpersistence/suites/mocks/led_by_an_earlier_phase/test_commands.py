from unittest.mock import AsyncMock, Mock

import pytest

from commands import look, who


@pytest.fixture
def store():
    store = Mock()
    store.async_get_player = AsyncMock(side_effect=store.get_player)
    return store


async def test_look(store):
    store.get_player.return_value = {"name": "Ann", "room": "hall"}
    assert await look(store, "ann") == "hall"
    assert await who(store, "ann") == "Ann"


async def test_nobody(store):
    store.get_player.return_value = None
    assert await look(store, "eve") == "who are you?"
