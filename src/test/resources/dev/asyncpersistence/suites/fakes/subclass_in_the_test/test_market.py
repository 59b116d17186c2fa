import pytest

from layer import PersistenceLayer
from market import Market


@pytest.mark.asyncio
async def test_buy():
    class Cheap(Market):
        def price(self, item):
            return 1

        def fee(self):
            return 0

    assert await Cheap(PersistenceLayer()).buy("rope", 3) == 3


@pytest.mark.asyncio
async def test_noted():
    prices = []

    class Noting(Market):
        tax = 2

        def price(self, item):
            prices.append(super().price(item))
            return prices[-1]

    assert await Noting(PersistenceLayer()).buy("ann", 2) == 16
    assert prices == [7]


def test_fee():
    assert Market(None).fee() == 2
