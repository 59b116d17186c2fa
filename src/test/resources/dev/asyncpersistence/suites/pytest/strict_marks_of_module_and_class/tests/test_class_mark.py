import pytest

import bank
from layer import PersistenceLayer


class TestInTheLoop:
    pytestmark = [pytest.mark.asyncio]
    db = PersistenceLayer()

    async def test_rich(self):
        assert bank.can_pay(self.db, "ann", 5)


class TestOutside:
    db = PersistenceLayer()

    def test_poor(self):
        assert not bank.can_pay(self.db, "bob", 8)

    def test_fee(self):
        assert bank.fee(55) == 5
