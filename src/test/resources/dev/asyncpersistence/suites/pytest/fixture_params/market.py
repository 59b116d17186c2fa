from layer import PersistenceLayer


def price(db: PersistenceLayer, key, count):
    each = db.gold(key)
    return each * count


async def offer(db: PersistenceLayer, key):
    return {count: price(db, key, count) for count in (1, 2)}
