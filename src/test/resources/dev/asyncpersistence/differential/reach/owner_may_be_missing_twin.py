# Awaits: self.async_db.gold
# After: self.async_db = app.async_db
"""The layer's owner is there."""
import asyncio

from pair import get_persistence


class App:
    def __init__(self):
        self.db = get_persistence()


class Bank:
    def __init__(self, app: App):
        self.db = app.db

    async def run(self):
        if self.db:
            print(self.db.gold("ann"), self.db.names())
        else:
            print("none")


async def main():
    await Bank(App()).run()


asyncio.run(main())
