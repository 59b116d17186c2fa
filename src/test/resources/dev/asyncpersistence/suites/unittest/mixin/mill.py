from layer import PersistenceLayer


def flour(db: PersistenceLayer, key):
    grain = db.gold(key)
    return grain * 2


def water():
    return 1


async def bake(db: PersistenceLayer, key):
    return flour(db, key) + water()
