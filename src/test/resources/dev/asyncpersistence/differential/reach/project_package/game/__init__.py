from .persistence import AsyncPersistenceLayer, PersistenceLayer, get_async_persistence, get_persistence
from .services.bank import Bank

__all__ = ["AsyncPersistenceLayer", "Bank", "PersistenceLayer", "get_async_persistence", "get_persistence"]
