import asyncio
import sqlite3


class BagStore:
    def items(self, owner):
        return sqlite3.connect("bags.db").execute("select name from items where owner = ?", (owner,)).fetchall()

    def drop(self, owner, item):
        sqlite3.connect("bags.db").execute("delete from items where owner = ? and name = ?", (owner, item))

    def slots(self):
        return 8

    async def items_async(self, owner):
        return await asyncio.to_thread(self.items, owner)

    async def drop_async(self, owner, item):
        await asyncio.to_thread(self.drop, owner, item)
