from unittest.mock import Mock

import pytest

from census import names
from commands import Commands, look
from context import RequestContext


@pytest.fixture
def state():
    state = Mock()
    state.store = Mock()
    return state


async def test_look_from_a_socket(state):
    state.store.get_player.return_value = {"room": "hall"}
    assert await Commands().run("look", "ann", RequestContext(state)) == "hall"


async def test_look_from_a_request():
    request = Mock()
    request.app.state.store.get_player.return_value = None
    assert await look({}, "eve", request) == "who are you?"


def test_names():
    store = Mock()
    store.get_player.return_value = {"name": "ann"}
    assert names(store, ["ann"]) == ["ann"]
