from layer import PersistenceLayer

db = PersistenceLayer()


def weight_of(key):
    return db.gold(key)


def rounded(number):
    return round(number)
