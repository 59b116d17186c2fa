from unittest.mock import MagicMock, create_autospec

import pytest
from shop import Shop
from stock import Stock

pytestmark = pytest.mark.asyncio


async def test_bill():
    stock = MagicMock(spec=Stock)
    stock.price.return_value = 7
    stock.label.return_value = "Rope"
    assert await Shop(stock).bill("rope", 3) == "Rope: 21"
    stock.price.assert_called_once_with("rope")
    stock.label.assert_called_once_with("rope")


async def test_autospec():
    stock = create_autospec(Stock, instance=True)
    stock.price.side_effect = {"rope": 2}.get
    stock.label.side_effect = lambda item: item
    assert await Shop(stock).bill("rope", 5) == "rope: 10"
    assert stock.price.call_args.args == ("rope",)
