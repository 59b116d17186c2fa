from layer import PersistenceLayer


class NameCache:
    def __init__(self):
        self.names = {}

    def get(self, key):
        return self.names.get(key)

    def put(self, key, name):
        self.names[key] = name


class Names:
    def __init__(self, db: PersistenceLayer, cache: NameCache):
        self.db = db
        self.cache = cache

    async def name(self, key):
        name = self.cache.get(key)
        if name is None:
            name = self.db.load(key)["name"]
            self.cache.put(key, name)
        return name
