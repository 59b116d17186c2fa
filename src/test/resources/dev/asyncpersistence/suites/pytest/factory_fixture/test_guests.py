import pytest

from guests import greet, register, welcome
from layer import PersistenceLayer


@pytest.fixture
def db():
    return PersistenceLayer()


@pytest.fixture
def make_guest(db):
    count = 0

    def make(**options):
        nonlocal count
        count += 1
        return register(db, f"guest{count}", **options)

    return make


@pytest.fixture
def make_row():
    return lambda name: {"name": name}


def test_names(db, make_guest):
    assert make_guest()["name"] == "Guest1"
    assert make_guest(name="Eve")["name"] == "Eve"
    assert db.rows["guest2"]["gold"] == 0


def test_greet(make_row):
    assert greet(make_row("you")) == "hello you"


@pytest.mark.asyncio
async def test_welcome(db, make_guest):
    make_guest()
    assert await welcome(db, "guest1") == "hello Guest1"
