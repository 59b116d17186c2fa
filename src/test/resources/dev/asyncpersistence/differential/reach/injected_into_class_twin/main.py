# Awaits: none
# After: def __init__(self, limit: Annotated[int, Depends(get_limit)], db=None):
"""The framework gives the class something else: one more parameter would be one more of the requests."""
import asyncio
from typing import Annotated

from fastapi import Depends, FastAPI
from pair import get_persistence

app = FastAPI()


def get_limit():
    return 3


class Bank:
    def __init__(self, limit: Annotated[int, Depends(get_limit)], db=None):
        self.limit = limit
        self.db = db or get_persistence()

    async def gold(self, key):
        return self.limit, self.db.gold(key)


@app.get("/gold")
async def gold(key: str, bank: Annotated[Bank, Depends()]):
    return await bank.gold(key)


print(asyncio.run(app.call("/gold", key="ann")))
