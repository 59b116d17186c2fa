from layer import PersistenceLayer


def stock(db: PersistenceLayer, key, fish):
    row = db.load(key)
    row["fish"] = fish
    db.save(key, row)
    return row["fish"]


async def fish(db: PersistenceLayer, key):
    left = db.load(key)["fish"] - 1
    return stock(db, key, left)
