import pytest

from circus import Circus
from layer import PersistenceLayer


class TestShow:
    @pytest.fixture
    def circus(self):
        return Circus(PersistenceLayer())

    @pytest.fixture(autouse=True)
    def bob(self, circus):
        self.circus = circus.hire("bob")

    def test_acts(self):
        assert self.circus.acts == ["Bob"]

    async def test_show(self):
        assert await self.circus.show() == "Bob and Ann"


class TestEmpty:
    @pytest.fixture
    def circus(self):
        return Circus(PersistenceLayer())

    async def test_show(self, circus):
        assert await circus.show() == "Ann"
