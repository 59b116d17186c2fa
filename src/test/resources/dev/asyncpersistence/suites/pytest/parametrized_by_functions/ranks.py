from layer import PersistenceLayer


def by_gold(db: PersistenceLayer, key):
    return db.gold(key)


def by_name(db: PersistenceLayer, key):
    return len(db.load(key)["name"])


def plain(points):
    return points


def doubled(points):
    return points * 2


async def rank(db: PersistenceLayer, key):
    return doubled(by_gold(db, key)) + plain(by_name(db, key))
