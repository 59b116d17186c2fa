# Awaits: none
"""A derived class has something else under the name that the async layer would get."""
import asyncio

from pair import get_persistence


class Base:
    def __init__(self):
        self.persistence = get_persistence()

    async def run(self):
        print(self.persistence.gold("ann"), self.persistence.names())


class Bank(Base):
    async_persistence = "a text"


async def main():
    await Base().run()
    await Bank().run()
    print(Bank.async_persistence)


asyncio.run(main())
