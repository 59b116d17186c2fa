# Awaits: async_db.gold, async_db.load
# After: async def gold(key: str, async_db: Annotated[AsyncPersistenceLayer, Depends(get_async_persistence)]):
# Gone: get_persistence)]
"""Endpoints are given the layer by their annotations."""
import asyncio
from typing import Annotated

from fastapi import Depends, FastAPI
from pair import PersistenceLayer, get_persistence

app = FastAPI()


@app.get("/gold")
async def gold(key: str, db: Annotated[PersistenceLayer, Depends(get_persistence)]):
    return db.gold(key)


@app.get("/load")
async def load(key: str, db: Annotated[PersistenceLayer, Depends(get_persistence)], more: int = 1):
    return db.load(key), more


print(asyncio.run(app.call("/gold", key="ann")), asyncio.run(app.call("/load", key="bob")))
