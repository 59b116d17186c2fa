import pytest

from inventory import give, reward, total_gold
from layer import PersistenceLayer


@pytest.fixture
def filled():
    db = PersistenceLayer()
    give(db, "ann", 100)
    return db


def test_total(filled):
    assert total_gold(filled, ["ann", "bob"]) == 112


async def test_reward(filled):
    assert await reward(filled, ["ann", "bob"], 1) == 114
