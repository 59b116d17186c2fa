import asyncio

from feed import newest, page
from layer import PersistenceLayer


def test_by_hand():
    db = PersistenceLayer()
    assert asyncio.run(page(db)) == f"<b>{newest(db)}</b>"


async def test_page():
    db = PersistenceLayer()
    assert await page(db) == f"<b>{newest(db)}</b>"
    assert f"{newest(db)!r:>6}" == " 'bob'"
