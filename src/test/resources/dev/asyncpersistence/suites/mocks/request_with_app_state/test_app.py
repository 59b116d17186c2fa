from unittest.mock import AsyncMock, MagicMock, Mock

import pytest

from app import gold, read_player


@pytest.fixture
def request_mock():
    request = MagicMock()
    request.app.state.async_persistence = AsyncMock()
    return request


async def test_read(request_mock):
    request_mock.app.state.persistence.load.return_value = {"name": "ann"}
    assert await read_player("ann", request_mock) == {"status": 200, "name": "Ann"}
    request_mock.app.state.persistence.load.assert_called_once_with("ann")


async def test_nobody():
    request = Mock()
    request.app.state.persistence = Mock()
    request.app.state.persistence.load.return_value = None
    assert await read_player("eve", request) == {"status": 404}


async def test_gold(request_mock):
    request_mock.app.state.async_persistence.gold.return_value = 8
    assert await gold("ann", request_mock) == 8
