import asyncio

import pytest

from layer import PersistenceLayer
from match import Match


@pytest.fixture
def match():
    return Match(PersistenceLayer())


def test_score(match):
    assert match.score("ann") == 0
    asyncio.run(match.play("ann"))
    assert match.score("ann") == 5


def test_on_a_loop(match):
    loop = asyncio.new_event_loop()
    try:
        assert loop.run_until_complete(match.play("bob")) == 7
        assert loop.run_until_complete(match.play("bob")) == 14
    finally:
        loop.close()
    assert match.score("bob") == 14


def test_inner(match):
    async def play_twice():
        await match.play("ann")
        await match.play("ann")
        return match.score("ann")

    assert asyncio.run(play_twice()) == 10
