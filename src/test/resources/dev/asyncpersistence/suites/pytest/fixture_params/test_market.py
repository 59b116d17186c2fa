import pytest

from layer import PersistenceLayer
from market import offer, price


@pytest.fixture
def db():
    return PersistenceLayer()


@pytest.fixture(params=[1, 3], ids=["one", "many"])
def deal(request, db):
    return request.param, price(db, "ann", request.param)


@pytest.fixture(params=["ann", "bob"])
def key(request):
    return request.param


@pytest.fixture()
def total(deal):
    count, cost = deal
    return count + cost


def test_total(deal, total):
    assert total == deal[0] * 6


@pytest.mark.asyncio
async def test_offer(db, key):
    assert (await offer(db, key))[2] == price(db, key, 2)
