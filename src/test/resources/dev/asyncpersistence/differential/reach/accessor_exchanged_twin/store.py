from layers import AsyncPersistenceLayer, PersistenceLayer

_persistence = PersistenceLayer("main")
_async_persistence = AsyncPersistenceLayer("main")


def get_persistence() -> PersistenceLayer:
    return _persistence


def get_async_persistence() -> AsyncPersistenceLayer:
    return _async_persistence


def set_persistence(persistence: PersistenceLayer) -> None:
    global _persistence
    _persistence = persistence


def set_async_persistence(persistence: AsyncPersistenceLayer) -> None:
    global _async_persistence
    _async_persistence = persistence
