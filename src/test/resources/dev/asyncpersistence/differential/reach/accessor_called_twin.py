# Awaits: none
# After: print(await asyncio.to_thread(get_layer("archive").gold, "ann"))
"""The accessors take an argument."""
import asyncio

from pair import AsyncPersistenceLayer, PersistenceLayer

layers = {"archive": PersistenceLayer("archive")}
async_layers = {"archive": AsyncPersistenceLayer("archive")}


def get_layer(name) -> PersistenceLayer:
    return layers[name]


def get_async_layer(name) -> AsyncPersistenceLayer:
    return async_layers[name]


async def main():
    print(get_layer("archive").gold("ann"))


asyncio.run(main())
