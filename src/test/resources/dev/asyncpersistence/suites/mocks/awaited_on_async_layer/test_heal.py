from unittest.mock import Mock

from heal import Healer


async def test_heal():
    persistence = Mock()
    persistence.load.return_value = {"hp": 10}
    healer = Healer(persistence, persistence)
    assert await healer.heal("ann") == 15
    persistence.load.assert_called_once_with("ann")
    persistence.save.assert_called_once_with("ann", {"hp": 15})
