# Awaits: none
"""The class has a method of the name that the async layer would get."""
import asyncio

from pair import get_persistence


class Bank:
    def __init__(self):
        self.persistence = get_persistence()

    def async_persistence(self):
        return "a text"

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names(), self.async_persistence())


asyncio.run(Bank().run())
