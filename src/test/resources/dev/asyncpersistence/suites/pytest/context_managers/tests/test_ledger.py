import contextlib

import pytest

from layer import PersistenceLayer
from ledger import double, set_gold
from managers import gold, twice
from plain import renamed

db = PersistenceLayer()


@pytest.fixture
def rich_ann():
    with gold(db, "ann", 1000) as ann:
        yield ann


@pytest.mark.asyncio
async def test_double(rich_ann):
    assert await double(db, rich_ann) == 2000


def test_rich(rich_ann):
    assert db.rows[rich_ann]["gold"] == 1000


def test_twice():
    # For a while.
    with twice(db, "bob", 4) as bob:
        assert db.rows[bob]["gold"] == 8
    assert db.rows["bob"]["gold"] == 7


def test_error():
    with pytest.raises(KeyError):
        with gold(db, "bob", 4):
            raise KeyError("bob")
    assert db.rows["bob"]["gold"] == 7


class TestMethods:
    @contextlib.contextmanager
    def poor(self, key):
        set_gold(db, key, 0)
        yield
        set_gold(db, key, 5)

    def test_poor(self):
        with self.poor("ann"), renamed(db, "ann", "Poor Ann"):
            assert db.rows["ann"] == {"name": "Poor Ann", "gold": 0}

    def test_renamed(self):
        with renamed(db, "ann", "Anna"):
            assert db.rows["ann"]["name"] == "Anna"


def test_as_before():
    assert db.rows == PersistenceLayer().rows
