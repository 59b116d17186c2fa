import asyncio
import sqlite3


class CharDao:
    def __init__(self, path=":memory:"):
        self.path = path

    def get_char(self, name):
        return sqlite3.connect(self.path).execute("select * from chars where name = ?", (name,)).fetchone()

    def kill_char(self, name):
        sqlite3.connect(self.path).execute("delete from chars where name = ?", (name,))

    async def async_get_char(self, name):
        return await asyncio.to_thread(self.get_char, name)

    async def async_kill_char(self, name):
        await asyncio.to_thread(self.kill_char, name)


char_dao = CharDao()
