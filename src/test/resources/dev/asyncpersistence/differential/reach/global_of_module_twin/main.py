# Awaits: none
"""The other module's sync layer is replaced from outside."""
import asyncio

import store
from pair import PersistenceLayer


async def main():
    print(store.persistence.gold("ann"), store.persistence.names())
    store.persistence = PersistenceLayer("archive")
    print(store.persistence.gold("ann"), store.persistence.names())


asyncio.run(main())
