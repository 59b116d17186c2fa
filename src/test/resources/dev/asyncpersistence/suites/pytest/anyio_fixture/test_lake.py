import pytest

from lake import fish, stock
from layer import PersistenceLayer

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="session")
def anyio_backend():
    return "asyncio"


@pytest.fixture
def db():
    return PersistenceLayer()


@pytest.fixture
def full(db):
    stock(db, "ann", 9)
    yield db
    stock(db, "ann", 0)


def test_full(full):
    assert full.rows["ann"]["fish"] == 9


def test_stock(db):
    assert stock(db, "bob", 4) == 4


async def test_fish(full):
    assert await fish(full, "ann") == 8
