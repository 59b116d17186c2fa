# Awaits: self.async_db.gold
# After: self.async_db = app and app.async_db
"""The layer's owner may be missing: so may what is beside the layer."""
import asyncio

from pair import get_persistence


class App:
    def __init__(self):
        self.db = get_persistence()


class Bank:
    def __init__(self, app: App | None):
        self.db = app and app.db

    async def run(self):
        if self.db:
            print(self.db.gold("ann"))
        else:
            print("none")


async def main():
    await Bank(App()).run()
    await Bank(None).run()


asyncio.run(main())
