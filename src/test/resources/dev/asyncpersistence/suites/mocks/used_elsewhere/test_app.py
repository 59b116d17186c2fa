from unittest.mock import MagicMock

from app import App, go, shutdown


async def test_shutdown():
    ann = {"id": 1}
    store = MagicMock()
    store.get_player = MagicMock(side_effect=lambda player_id: {1: ann}.get(player_id))
    await shutdown(App(store), [1, 2])
    store.save_player.assert_called_once_with(ann)


async def test_go():
    ann = {"id": 1}
    store = MagicMock()
    store.get_player = MagicMock(side_effect=lambda player_id: ann)
    await go(App(store), 1, "hall")
    store.save_player.assert_called_once_with({"id": 1, "room": "hall"})
