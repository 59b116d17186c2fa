from unittest.mock import MagicMock

import pytest

from economy import Economy


@pytest.fixture
def database():
    return MagicMock()


def test_pays(database):
    database.coins.return_value = 10
    assert Economy(database).pay(1, 4) is True
    database.set_coins.assert_called_once_with(1, 6)


def test_too_poor(database):
    database.coins.return_value = 3
    assert Economy(database).pay(1, 4) is False
    database.set_coins.assert_not_called()
