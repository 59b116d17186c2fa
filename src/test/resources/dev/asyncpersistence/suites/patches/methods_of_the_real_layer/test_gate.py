from unittest.mock import Mock, patch

from gate import Gate
from store import PlayerStore


async def test_class():
    with patch.object(PlayerStore, "get_player", return_value={"level": 5}):
        assert await Gate(PlayerStore("nowhere")).state(1) == "open"


async def test_object():
    store = PlayerStore("nowhere")
    with patch.object(store, "get_player", return_value={"level": 1}) as get_player:
        assert await Gate(store).state(1) == "shut"
    get_player.assert_called_once_with(1)


async def test_monkeypatch(monkeypatch):
    store = PlayerStore("nowhere")
    monkeypatch.setattr(store, "get_player", Mock(return_value={"level": 9}))
    assert await Gate(store).state(2) == "open"


async def test_assigned():
    store = PlayerStore("nowhere")
    store.get_player = Mock(return_value={"level": 2})
    assert await Gate(store).state(2) == "shut"
