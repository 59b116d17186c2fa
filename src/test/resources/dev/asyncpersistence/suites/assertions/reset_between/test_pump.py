from unittest.mock import MagicMock

import pytest

from pump import Pump


@pytest.fixture
def well():
    well = MagicMock(name="well")
    well.lower.return_value = 8
    return well


@pytest.fixture
def gauge():
    return MagicMock(name="gauge")


async def test_draws(well, gauge):
    pump = Pump(well, gauge)
    await pump.draw("ann", 3)
    assert well.lower.call_count == 3
    assert gauge.call_count == 3
    well.lower.reset_mock()
    gauge.reset_mock()
    assert well.lower.call_args is None
    await pump.draw("bob", 1)
    well.lower.assert_called_once_with("bob")
    gauge.assert_called_once_with(8)
    well.reset_mock(return_value=True, side_effect=True)
    assert well.lower.call_count == 0
    assert well.lower.called is False
