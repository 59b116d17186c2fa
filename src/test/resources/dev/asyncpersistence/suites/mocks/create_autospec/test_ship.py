from unittest.mock import create_autospec

import pytest

from cargo import Cargo, weigh
from ship import Ship


@pytest.fixture
def cargo():
    return create_autospec(Cargo, instance=True)


async def test_instance(cargo):
    cargo.free.return_value = 4
    assert await Ship(cargo).load("ann") == 3
    cargo.free.assert_called_once_with("ann")
    cargo.tick.assert_called_once_with()


async def test_spec_set():
    cargo = create_autospec(Cargo, spec_set=True, instance=True)
    cargo.free.side_effect = [9, 8]
    ship = Ship(cargo)
    assert await ship.load("bob", 2) == 7
    assert await ship.load("bob") == 7
    assert cargo.free.call_count == 2
    assert cargo.tick.call_count == 2


async def test_class():
    cargo_class = create_autospec(Cargo)
    cargo_class.return_value.free.return_value = 1
    assert await Ship(cargo_class(None)).load("x") == 0
    cargo_class.assert_called_once_with(None)


async def test_of_an_object():
    cargo = create_autospec(Cargo(None))
    cargo.free.return_value = 6
    assert await Ship(cargo).load("y") == 5


def test_function():
    scale = create_autospec(weigh, return_value=3)
    assert Ship(None, scale).scale(1) == 3
    scale.assert_called_once_with(1)
