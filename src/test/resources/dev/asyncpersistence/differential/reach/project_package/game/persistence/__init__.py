from ._layers import AsyncPersistenceLayer, PersistenceLayer
from .access import get_async_persistence, get_persistence
