from contextlib import contextmanager

from lamp import Lamp
from layer import PersistenceLayer


@contextmanager
def lit(lamp, key):
    lamp.light(key)
    yield lamp
    lamp.db.rows[key] = {}


@contextmanager
def named(lamp, name):
    lamp.name = name
    yield lamp


def test_lit():
    lamp = Lamp(PersistenceLayer())
    with lit(lamp, "ann"):
        assert lamp.is_lit("ann")
    assert not lamp.is_lit("ann")


def test_named():
    with named(Lamp(None), "genie") as lamp:
        assert lamp.name == "genie"


async def test_blink():
    assert await Lamp(PersistenceLayer()).blink("bob") == "blink"
