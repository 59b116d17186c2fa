"""Without an async layer, coroutines are written beside the sync methods, and awaited then."""

import asyncio
import time


class PlayerRepository:
    def __init__(self):
        self.rows = {"ann": 5, "bob": 7}

    def gold(self, key, *more, factor=1):
        time.sleep(0.001)
        return [self.rows[each] * factor for each in (key, *more)]

    def pay(self, key, amount) -> None:
        time.sleep(0.001)
        self.rows[key] -= amount


class Shop:
    def __init__(self, repository: PlayerRepository):
        self.repository = repository

    async def sell(self, key):
        print(self.repository.gold(key, "bob", factor=2), self.repository.pay(key, 2))
        print(self.repository.gold(key)[0])


asyncio.run(Shop(PlayerRepository()).sell("ann"))
