from unittest.mock import AsyncMock, Mock

from heal import Healer


async def test_gold():
    async_db = AsyncMock()
    async_db.gold.return_value = 3
    assert await Healer(Mock(), async_db).gold("ann") == 3
    async_db.gold.assert_awaited_once_with("ann")


async def test_heal():
    db = Mock()
    async_db = AsyncMock()
    db.load.return_value = {"hp": 10}
    assert await Healer(db, async_db).heal("ann") == 15
    db.load.assert_called_once_with("ann")
    db.save.assert_called_once_with("ann", {"hp": 15})
