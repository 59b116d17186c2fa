import pytest

from fleet import parade, ships
from layer import PersistenceLayer


@pytest.mark.asyncio
class TestParade:
    async def test_same(self):
        db = PersistenceLayer()
        assert await parade(db) == ", ".join(ships(db))
