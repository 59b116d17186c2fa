# Awaits: none
# After: def __init__(self, persistence: PersistenceLayer = Depends(get_persistence)):
"""Not only the framework makes the service: what it would be given can't be left to that."""
import asyncio

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


print(asyncio.run(app.call("/gold", key="ann")))
print(asyncio.run(Bank(PersistenceLayer("archive")).gold("bob")))
