# Awaits: async_db.gold, self.async_persistence.gold, self.async_persistence.load
# After: def get_auditor(async_persistence: AsyncPersistenceLayer = Depends(get_async_persistence)) -> Auditor:
# After: return Auditor(async_persistence=async_persistence)
# After: def __init__(self, async_persistence: AsyncPersistenceLayer = Depends(get_async_persistence)):
# After: self.async_persistence = async_persistence
# After: async def show(key: str, db: PersistenceLayer = Depends(get_persistence), async_db: AsyncPersistenceLayer = Depends(get_async_persistence)):
"""Services that the framework makes, or a function that it calls, and an endpoint that needs both layers."""
import asyncio

from dependencies import Auditor, get_auditor
from fastapi import Depends, FastAPI
from pair import PersistenceLayer, get_persistence

app = FastAPI()


class Bank:
    def __init__(self, persistence: PersistenceLayer = Depends(get_persistence)):
        self.persistence = persistence

    async def gold(self, key: str):
        return self.persistence.gold(key)


@app.get("/gold")
async def gold(key: str, bank: Bank = Depends(Bank)):
    return await bank.gold(key)


@app.get("/audit")
async def audit(key: str, auditor: Auditor = Depends(get_auditor)):
    return await auditor.load(key)


@app.get("/show")
async def show(key: str, db: PersistenceLayer = Depends(get_persistence)):
    return db.gold(key), db.names()


for path in "/gold", "/audit", "/show":
    print(asyncio.run(app.call(path, key="ann")))
