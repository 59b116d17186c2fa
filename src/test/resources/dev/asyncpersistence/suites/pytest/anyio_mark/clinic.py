from layer import PersistenceLayer


def hurt(db: PersistenceLayer, key, damage):
    hp = db.gold(key)
    return hp - damage


class Clinic:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    async def visit(self, key):
        return hurt(self.db, key, 1)
