from layers import AsyncPersistenceLayer, PersistenceLayer
from services import Bank

_persistence = PersistenceLayer()
_async_persistence = AsyncPersistenceLayer()


def get_persistence() -> PersistenceLayer:
    return _persistence


def get_async_persistence() -> AsyncPersistenceLayer:
    return _async_persistence


def bank():
    return Bank(get_persistence())
