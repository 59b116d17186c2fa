import pytest

import hall


@pytest.mark.usefixtures("ann_inside")
class TestFull:
    def test_is_inside(self):
        assert hall.is_inside("ann")

    def test_rows(self):
        assert "inside" in hall.db.rows["ann"]


def test_empty():
    assert not hall.is_inside("ann")


@pytest.mark.asyncio
@pytest.mark.usefixtures("ann_inside")
async def test_visit():
    assert await hall.visit("ann") == "seen ann"
