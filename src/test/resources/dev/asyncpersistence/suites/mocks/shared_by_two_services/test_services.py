from unittest.mock import AsyncMock, Mock

import pytest

from services import Healer, Names


@pytest.fixture
def db():
    db = Mock()
    db.load.return_value = {"name": "Ann"}
    return db


@pytest.fixture
def async_db():
    return AsyncMock()


def test_names(db):
    # Constructors can't await.
    assert Names(db).first == "Ann"
    db.load.assert_called_once_with("first")


async def test_rename(db, async_db):
    assert await Healer(db, async_db).rename("ann", "B.") == "Ann B."
    db.load.assert_called_once_with("ann")
