from layer import PersistenceLayer

db = PersistenceLayer()


def gold_of(key):
    return db.gold(key)


def roll(sides):
    return sides
