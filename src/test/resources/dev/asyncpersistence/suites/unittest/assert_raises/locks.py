from layer import PersistenceLayer


class Locks:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def unlock(self, key, strength=5):
        needed = self.db.gold(key)
        if needed > strength:
            raise RuntimeError("stuck")
        return needed

    def turn(self, times):
        if times > 3:
            raise ValueError(times)

    async def enter(self, key):
        self.turn(1)
        return self.unlock(key)
