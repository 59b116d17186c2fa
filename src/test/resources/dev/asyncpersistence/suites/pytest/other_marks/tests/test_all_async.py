import pytest

from fleet import parade, ships
from layer import PersistenceLayer

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]


async def test_parade():
    assert await parade(PersistenceLayer()) == "Ann, Bob"


async def test_ships():
    assert ships(PersistenceLayer()) == ["Ann", "Bob"]
