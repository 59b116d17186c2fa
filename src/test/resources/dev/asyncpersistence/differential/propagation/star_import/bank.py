from layer import PersistenceLayer

PRICE = 2


def amount(db: PersistenceLayer, key):
    return db.gold(key)
