from unittest.mock import Mock

from score import total


async def test_total():
    store = Mock(spec=["scores", "title"])
    store.scores.return_value = [5, 7]
    store.title.return_value = "points"
    assert await total(store, "ann") == "points: 12"
    store.scores.assert_called_once_with("ann")
    store.title.assert_called_once_with()
