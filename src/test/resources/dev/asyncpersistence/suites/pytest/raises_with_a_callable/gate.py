from layer import PersistenceLayer


def admit(db: PersistenceLayer, key, limit=6):
    gold = db.gold(key)
    if gold > limit:
        raise PermissionError(key)
    return gold


def spell(word):
    return word[0]


async def queue(db: PersistenceLayer, keys):
    return [admit(db, key) for key in keys]
