import pytest

from layer import PersistenceLayer
from stalls import open_stall, trade


@pytest.fixture
def baker():
    return open_stall(PersistenceLayer(), "ann", ["roll", "bread"])


@pytest.fixture
def smith():
    return open_stall(PersistenceLayer(), "bob", ["nail"])


@pytest.mark.parametrize("name, goods", [("baker", ["bread", "roll"]), ("smith", ["nail"])])
def test_goods(request, name, goods):
    assert request.getfixturevalue(name)["goods"] == goods


@pytest.fixture(params=["baker", "smith"])
def anybody(request):
    return request.getfixturevalue(request.param)


async def test_anybody(anybody):
    assert "gold" in anybody


async def test_trade():
    db = PersistenceLayer()
    await trade(db, "ann")
    assert db.rows["ann"]["goods"] == ["rope"]
