# Awaits: none
"""The class has something else under the name that the async layer would get."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self):
        self.persistence = get_persistence()
        self.async_persistence = "a text"

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names(), self.async_persistence)


asyncio.run(Bank().run())
