import asyncio

from feed import newest, page
from layer import PersistenceLayer


def test_by_hand():
    db = PersistenceLayer()
    # Written before the plugin came.
    assert asyncio.run(page(db)) == "<b>" + newest(db) + "</b>"


def test_newest():
    assert newest(PersistenceLayer()) == "bob"


async def test_page():
    assert await page(PersistenceLayer()) == "<b>bob</b>"
