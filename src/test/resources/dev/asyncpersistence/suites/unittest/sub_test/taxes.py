from layer import PersistenceLayer


def tax(db: PersistenceLayer, key, rate):
    gold = db.gold(key)
    return gold * rate // 10


def rates():
    return [1, 5, 10]


async def collect(db: PersistenceLayer):
    return [tax(db, key, 10) for key in db.names()]
