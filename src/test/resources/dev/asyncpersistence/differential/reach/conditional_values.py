# Awaits: async_p.gold, self.async_db.gold, self.async_other.gold
# After: async_p = getattr(app, "async_persistence", None) if app else None
# After: self.async_db = async_db or get_async_persistence()
# After: self.async_other = other and get_async_persistence()
"""Layers that are there under a condition; the async ones are, too."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer, get_persistence


class App:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


class Bank:
    def __init__(self, db=None, other=None):
        self.db = db if db is not None else get_persistence()
        self.other = other and get_persistence()

    async def run(self):
        print(self.db.gold("ann"), self.db.names())
        if self.other:
            print(self.other.gold("bob"), self.other.names())


async def show(app):
    p = getattr(app, "persistence", None) if app else None
    if p is None:
        return "nothing"
    return p.gold("ann"), p.names()


async def main():
    print(await show(None), await show(App()))
    await Bank().run()
    await Bank(get_persistence(), True).run()


asyncio.run(main())
