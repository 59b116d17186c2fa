import pytest


class TestBell:
    def setup_method(self):
        self.key = "eve"

    def test_layer(self, bell):
        # The layer itself is as it was.
        assert bell.db.names() == ["ann", "bob", "eve"]

    @pytest.mark.asyncio
    async def test_ring(self, bell):
        assert await bell.ring(self.key) == "ding "

    @pytest.mark.parametrize("year", [1, 3])
    def test_years(self, years, year):
        assert year in years
