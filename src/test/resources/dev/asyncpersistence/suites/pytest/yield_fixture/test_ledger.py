import pytest

from layer import PersistenceLayer
from ledger import double, set_gold

db = PersistenceLayer()


@pytest.fixture
def rich_ann():
    set_gold(db, "ann", 1000)
    yield "ann"
    # As before.
    set_gold(db, "ann", 5)


@pytest.mark.asyncio
async def test_double(rich_ann):
    assert await double(db, rich_ann) == 2000


def test_is_rich(rich_ann):
    assert db.rows[rich_ann]["gold"] == 1000


def test_is_as_before():
    assert db.rows["ann"]["gold"] == 5
