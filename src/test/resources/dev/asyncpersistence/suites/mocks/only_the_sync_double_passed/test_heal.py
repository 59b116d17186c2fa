from unittest.mock import Mock

import pytest

from heal import Healer


@pytest.fixture
def db():
    db = Mock()
    db.load.return_value = {"hp": 10}
    return db


@pytest.fixture
def healer(db):
    return Healer(db)


async def test_heal(healer, db):
    assert await healer.heal("ann") == 15
    db.load.assert_called_once_with("ann")
    db.save.assert_called_once_with("ann", {"hp": 15})


async def test_error():
    db = Mock()
    db.load.side_effect = KeyError("eve")
    with pytest.raises(KeyError):
        await Healer(db).heal("eve")
    db.save.assert_not_called()
