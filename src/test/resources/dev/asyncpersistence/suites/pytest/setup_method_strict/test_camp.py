import pytest

from camp import Camp
from layer import PersistenceLayer


class TestCamp:
    def setup_method(self):
        self.camp = Camp(PersistenceLayer())
        self.camp.pitch("ann")

    def teardown_method(self):
        self.camp.strike("ann")
        assert "Ann" not in self.camp.tents

    def test_pitched(self):
        assert self.camp.tents == ["Ann"]

    def test_pitch(self):
        self.camp.pitch("bob")
        assert self.camp.tents == ["Ann", "Bob"]

    @pytest.mark.asyncio
    async def test_move_in(self):
        assert await self.camp.move_in("bob") == 2


class TestEmpty:
    def setup_method(self, method):
        self.camp = Camp(None)

    def test_tents(self):
        assert self.camp.tents == []
