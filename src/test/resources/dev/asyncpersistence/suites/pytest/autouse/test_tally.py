import pytest

from layer import PersistenceLayer
from tally import Tally


@pytest.fixture
def tally():
    return Tally(PersistenceLayer())


@pytest.fixture(autouse=True)
def nobody_has_anything(tally):
    tally.reset("ann")
    tally.reset("bob")


def test_nothing(tally):
    assert tally.db.rows["ann"] == {"gold": 0}


def test_add(tally):
    tally.add("bob", 3)
    assert tally.db.rows == {"ann": {"gold": 0}, "bob": {"gold": 3}}


async def test_reward(tally):
    await tally.reward(["ann"])
    assert tally.db.rows["ann"] == {"gold": 1}
