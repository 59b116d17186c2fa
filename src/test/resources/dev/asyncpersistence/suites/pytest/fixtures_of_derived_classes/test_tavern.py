from unittest.mock import Mock

import pytest

from layer import PersistenceLayer
from tavern import Tavern


class Checks:
    async def test_bill(self, tavern, key):
        assert await tavern.bill(key) == "3 gold"


class TestReal(Checks):
    @pytest.fixture
    def tavern(self):
        return Tavern(PersistenceLayer())

    @pytest.fixture
    def key(self):
        return "bob"

    def test_price(self, tavern, key):
        assert tavern.price(key) == 3


class TestPatched(Checks):
    @pytest.fixture
    def tavern(self):
        tavern = Tavern(None)
        tavern.price = Mock(return_value=3)
        return tavern

    @pytest.fixture
    def key(self):
        return "eve"
