from functools import lru_cache

from ._layers import AsyncPersistenceLayer, PersistenceLayer


@lru_cache(maxsize=1)
def get_persistence() -> PersistenceLayer:
    return PersistenceLayer()


@lru_cache(maxsize=1)
def get_async_persistence() -> AsyncPersistenceLayer:
    return AsyncPersistenceLayer()
