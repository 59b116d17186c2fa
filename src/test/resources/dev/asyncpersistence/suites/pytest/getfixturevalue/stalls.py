from layer import PersistenceLayer


def open_stall(db: PersistenceLayer, key, goods):
    row = db.load(key)
    row["goods"] = sorted(goods)
    db.save(key, row)
    return row


async def trade(db: PersistenceLayer, key):
    open_stall(db, key, ["rope"])
