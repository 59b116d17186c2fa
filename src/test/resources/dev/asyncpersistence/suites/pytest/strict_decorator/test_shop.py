import pytest

from layer import PersistenceLayer
from shop import Shop, price, wealth


def test_wealth_counts_twice():
    # Ann has five.
    assert wealth(PersistenceLayer(), "ann") == 10


def test_price_is_computed_without_the_layer():
    assert price(2) == 14


@pytest.mark.asyncio
async def test_greet():
    assert await Shop(PersistenceLayer()).greet("bob") == "bob has 14"
