import dbm


class KeyStore:
    def __init__(self, path="keys"):
        self.path = path

    def fetch(self, key):
        with dbm.open(self.path) as database:
            return database[key].decode()


_store = KeyStore()


def get_store() -> KeyStore:
    return _store
