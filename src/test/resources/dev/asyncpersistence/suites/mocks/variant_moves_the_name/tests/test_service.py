from unittest.mock import MagicMock

from game.service import LevelService
from game.store import PlayerStore


async def test_level_up():
    store = MagicMock()
    store.get_player.return_value = {"id": 1, "level": 3}
    assert await LevelService(store).level_up(1) == 4
    store.save_player.assert_called_once_with({"id": 1, "level": 4})


async def test_on_a_file(tmp_path):
    store = PlayerStore(tmp_path / "players.json")
    store.save_player({"id": 2, "level": 7})
    assert await LevelService(store).level_up(2) == 8
    assert store.get_player(2)["level"] == 8
