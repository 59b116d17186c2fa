import pytest

from layer import PersistenceLayer
from weather import Weather


class Calm(Weather):
    def wind(self, place):
        return 0


class Windier(Weather):
    def wind(self, place):
        return super().wind(place) + 1


@pytest.mark.asyncio
@pytest.mark.parametrize("kind, expected", [(Calm, 0), (Windier, 12)])
async def test_storm(kind, expected):
    assert await kind(PersistenceLayer()).storm("ann") == expected
