from unittest.mock import MagicMock, Mock, NonCallableMock

import pytest

from cars import Cars
from garage import Garage


async def test_spec_set():
    cars = Mock(spec_set=Cars)
    cars.price.return_value = 5
    assert await Garage(cars).sell("vw") == 15
    cars.price.assert_called_once_with("vw")
    cars.mark.assert_called_once_with("vw")
    with pytest.raises(AttributeError):
        cars.repair("vw")


async def test_names():
    cars = MagicMock(spec_set=["price", "mark"])
    cars.price.side_effect = lambda key: len(key)
    assert await Garage(cars).sell("bmw") == 13
    cars.price.assert_called_once_with("bmw")
    cars.mark.assert_called_once_with("bmw")


async def test_positional():
    cars = NonCallableMock(Cars)
    cars.price.return_value = 0
    assert await Garage(cars).sell("x") == 10
    assert cars.mark.call_count == 1
    assert isinstance(cars, Cars)
