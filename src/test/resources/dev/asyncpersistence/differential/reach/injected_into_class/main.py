# Awaits: self.async_db.gold, self.async_db.load
# After: def __init__(self, async_db: Annotated[AsyncPersistenceLayer, Depends(get_async_persistence)]):
# After: self.async_db = async_db
# After: def __init__(self, limit: int = 3):
"""Classes that the framework makes, named by annotations alone: it has nothing to give for a plain parameter."""
import asyncio
from typing import Annotated

from fastapi import Depends, FastAPI
from pair import PersistenceLayer, get_persistence

app = FastAPI()


class Bank:
    def __init__(self, db: Annotated[PersistenceLayer, Depends(get_persistence)]):
        self.db = db

    async def gold(self, key):
        return self.db.gold(key)


class Shop:
    def __init__(self, limit: int = 3):
        self.db = get_persistence()

    async def load(self, key):
        return self.db.load(key)


@app.get("/gold")
async def gold(key: str, bank: Annotated[Bank, Depends()]):
    return await bank.gold(key)


@app.get("/load")
async def load(key: str, shop: Shop = Depends()):
    return await shop.load(key)


print(asyncio.run(app.call("/gold", key="ann")), asyncio.run(app.call("/load", key="ann")))
