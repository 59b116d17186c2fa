from layer import PersistenceLayer


def set_gold(db: PersistenceLayer, key, gold):
    row = db.load(key)
    row["gold"] = gold
    db.save(key, row)


async def double(db: PersistenceLayer, key):
    gold = db.gold(key)
    set_gold(db, key, gold * 2)
    return gold * 2
