# Awaits: none
# After: async def show(db: PersistenceLayer, key: str) -> None:
"""A function is handed over by reference, to callers that can't be seen."""
import asyncio

from pair import PersistenceLayer, get_persistence


async def show(db: PersistenceLayer, key: str) -> None:
    print(db.gold(key), db.names())


handlers = {"show": show}


async def main():
    await handlers["show"](get_persistence(), "bob")


asyncio.run(main())
