from layer import PersistenceLayer


def total_gold(db: PersistenceLayer, keys):
    total = 0
    for key in keys:
        row = db.load(key)
        total += row["gold"]
    return total


def give(db: PersistenceLayer, key, gold):
    row = db.load(key)
    row["gold"] += gold
    db.save(key, row)


async def reward(db: PersistenceLayer, keys, gold):
    for key in keys:
        give(db, key, gold)
    return total_gold(db, keys)
