import pytest

from clinic import Clinic, hurt


def test_hurt(db):
    assert hurt(db, "ann", 2) == 3


@pytest.mark.anyio
async def test_visit(db):
    assert await Clinic(db).visit("ann") == 4
