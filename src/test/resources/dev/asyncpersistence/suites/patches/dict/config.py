from layer import PersistenceLayer

LIMITS = {"gold": 6}
db = PersistenceLayer()


def wealth(key):
    return db.gold(key)


async def is_rich(key):
    limit = LIMITS["gold"]
    return wealth(key) > limit
