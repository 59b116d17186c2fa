"""Two layers on the same rows; the async one lacks what the program calls."""

import asyncio
import time

PAGE = 2
ROWS = {"ann": 5, "bob": 7, "eve": 9}


class PersistenceLayer:
    def load(self, key):
        time.sleep(0.001)
        return ROWS[key]

    def save(self, key, value, *, loud=False) -> None:
        """Change a row."""
        time.sleep(0.001)
        ROWS[key] = value
        if loud:
            print("saved", key, value)

    def top(self, *skipped, limit=PAGE, **least):
        """The richest, best first."""
        time.sleep(0.001)
        found = sorted((k for k in ROWS if k not in skipped and ROWS[k] >= least.get("gold", 0)), key=ROWS.get)
        return found[::-1][:limit]


class AsyncPersistenceLayer:
    async def load(self, key):
        await asyncio.sleep(0.001)
        return ROWS[key]


LAYER = PersistenceLayer()
ASYNC_LAYER = AsyncPersistenceLayer()


def get_persistence():
    return LAYER


def get_async_persistence():
    return ASYNC_LAYER
