# Awaits: none
# After: async def gold(key: str, db: Annotated[PersistenceLayer, Depends(get_persistence, use_cache=False)]):
"""The annotation says more than what gives the layer."""
import asyncio
from typing import Annotated

from fastapi import Depends, FastAPI
from pair import PersistenceLayer, get_persistence

app = FastAPI()


@app.get("/gold")
async def gold(key: str, db: Annotated[PersistenceLayer, Depends(get_persistence, use_cache=False)]):
    return db.gold(key)


print(asyncio.run(app.call("/gold", key="ann")))
