from pair import AsyncPersistenceLayer, PersistenceLayer

_main = PersistenceLayer("main")
_async_main = AsyncPersistenceLayer("main")
_archive = PersistenceLayer("archive")
_async_archive = AsyncPersistenceLayer("archive")


def get_db():
    return _main


def get_async_db():
    return _async_main


def get_archive():
    return _archive


def get_async_archive():
    return _async_archive
