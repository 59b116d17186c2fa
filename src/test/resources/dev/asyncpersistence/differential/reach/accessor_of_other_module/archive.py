from pair import AsyncPersistenceLayer, PersistenceLayer

_persistence = PersistenceLayer("archive")
_async_persistence = AsyncPersistenceLayer("archive")


def get_persistence() -> PersistenceLayer:
    return _persistence


def get_async_persistence() -> AsyncPersistenceLayer:
    return _async_persistence
