from layer import PersistenceLayer

db = PersistenceLayer()


def count(key, limit=10):
    return min(db.gold(key), limit)


def label(number):
    return f"{number} new"
