from unittest import mock

import pytest

from roster import Roster


@pytest.fixture
def db():
    db = mock.Mock()
    db.load.return_value = {"name": "Ann"}
    db.names.return_value = ["ann", "bob", "eve"]
    return db


@pytest.mark.asyncio
async def test_others(db):
    assert await Roster(db, db).others("ann") == ("Ann", ["bob", "eve"])
    db.load.assert_called_once_with("ann")
    db.names.assert_called_once_with()
