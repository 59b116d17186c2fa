import pytest

import bank
from layer import PersistenceLayer

pytestmark = pytest.mark.asyncio


async def test_pays_all_of_it():
    db = PersistenceLayer()
    assert bank.can_pay(db, "ann", 5)
    assert await bank.pay(db, "ann", 5) == 0


async def test_does_not_pay():
    with pytest.raises(ValueError, match="too poor"):
        await bank.pay(PersistenceLayer(), "ann", 6)
