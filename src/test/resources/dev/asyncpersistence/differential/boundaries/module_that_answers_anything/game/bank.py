from layer import PersistenceLayer


def amount(db: PersistenceLayer, key):
    return db.gold(key)
