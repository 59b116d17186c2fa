from layer import PersistenceLayer


def hand_of(db: PersistenceLayer, key):
    row = db.load(key)
    return list(row["name"])


def shuffled(cards):
    return cards[::-1]


async def deal(db: PersistenceLayer, keys):
    return [shuffled(hand_of(db, key)) for key in keys]
