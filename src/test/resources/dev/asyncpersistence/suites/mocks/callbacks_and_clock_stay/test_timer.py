from unittest.mock import Mock, patch

from layer import PersistenceLayer
from timer import Timer


async def test_tick():
    clock = Mock(return_value=100)
    on_tick = Mock()
    # The layer's own dictionary: nothing that blocks.
    with patch.object(PersistenceLayer, "peek", return_value=({"gold": 1}, True)) as peek:
        await Timer(PersistenceLayer(), clock, on_tick).tick("ann")
    clock.assert_called_once_with()
    on_tick.assert_called_once_with("ann", 102)
    peek.assert_called_once()
