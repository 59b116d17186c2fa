import sqlite3


class PersistenceLayer:
    def __init__(self, path):
        self.path = path

    def load(self, key):
        return sqlite3.connect(self.path).execute("select name from rows where key = ?", (key,)).fetchone()[0]

    def purge(self):
        sqlite3.connect(self.path).execute("delete from rows")


class AsyncPersistenceLayer:
    def __init__(self, path):
        self.path = path

    async def load(self, key):
        return "async " + key


_layer = PersistenceLayer("rows.db")
_async_layer = AsyncPersistenceLayer("rows.db")


def get_persistence():
    return _layer


def get_async_persistence():
    return _async_layer
