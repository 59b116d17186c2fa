from layer import PersistenceLayer

db = PersistenceLayer()


def strength(key):
    return db.gold(key)
