from fakes import FakeLayer

from census import Census


async def test_count():
    assert await Census(FakeLayer("a", "b", "c")).count() == 3
