from layer import PersistenceLayer

__all__ = ["PRICE"]
PRICE = 2


def amount(db: PersistenceLayer, key):
    return db.gold(key)
