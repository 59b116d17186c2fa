import pytest

from archive import find, index
from layer import PersistenceLayer

made = []


@pytest.fixture(scope="module")
def entries():
    made.append(1)
    return index(PersistenceLayer())


def test_first(entries):
    assert entries["a"] == "ann"


def test_second(entries):
    assert sorted(entries) == ["a", "b"]
    # Once for all tests.
    assert made == [1]


async def test_find():
    assert await find(PersistenceLayer(), "b") == "bob"
